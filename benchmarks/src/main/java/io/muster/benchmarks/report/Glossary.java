package io.muster.benchmarks.report;

/** What the figures mean. */
final class Glossary {
    private static final String[][] TERMS = {
        {"shortfall, least", "Sum over unbooked requirements of 1 + priority; and the proven least of any plan."},
        {
            "cost, bound, gap",
            "The auditor's cost; the least of any plan of the same shortfall; their difference in per"
                    + " cent of the bound."
        },
        {"first s, first £", "Seconds from reading the files to the first full plan, audited; and its cost."},
        {"1% s", "Seconds from reading the files to a plan with the final coverage and within 1% of the final cost."},
        {"moves/s, moves/cpu s", "Moves evaluated for each second, or processor second, of the search."},
        {
            "heap, peak",
            "Most heap in use after a collection, which is what was needed; most in use at all, garbage" + " included."
        },
        {"occ", "Bookings over capacity of the sessions that run."},
        {"<min", "Sessions that run with fewer than their module's minimum class."},
        {
            "spread",
            "Percentage points by which the BCU with the most of its requirements booked is ahead of the one with"
                    + " the least."
        },
        {"travel p90", "Minutes of one-way travel that 90 of 100 training days do not exceed."},
        {
            "moved",
            "Share of the bookings of the default profile's plan, same seed, that are on another day or not there."
        },
        {
            "wall, cpu",
            "Seconds from reading the files to the audited plan; processor seconds of all threads in that" + " time."
        },
        {"calib", "Time of a fixed piece of work, before and after: how slow the machine was."},
    };

    private Glossary() {}

    static void write(Markup markup) {
        markup.leaf("h2", "What the figures mean");
        markup.open("dl");
        for (String[] term : TERMS) {
            markup.leaf("dt", term[0]);
            markup.leaf("dd", term[1]);
        }
        markup.close();
    }
}
