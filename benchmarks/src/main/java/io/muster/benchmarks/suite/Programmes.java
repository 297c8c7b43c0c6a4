package io.muster.benchmarks.suite;

import io.muster.data.model.Programme;

/** Copies of programmes that differ in one part. */
final class Programmes {
    private Programmes() {}

    static Programme withAims(Programme p, Programme.Target target, Programme.Limits limits, Programme.Prices prices) {
        return of(p, target, limits, p.abstraction(), prices);
    }

    private static Programme of(
            Programme p,
            Programme.Target target,
            Programme.Limits limits,
            Programme.Abstraction abstraction,
            Programme.Prices prices) {
        return new Programme(
                p.formatVersion(),
                p.id(),
                p.name(),
                p.timeZone(),
                p.firstDay(),
                p.lastDay(),
                p.asOf(),
                p.trainingWeekdays(),
                p.slots(),
                p.notice(),
                target,
                p.budget(),
                limits,
                p.travel(),
                abstraction,
                prices);
    }
}
