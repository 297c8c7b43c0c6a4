package io.muster.benchmarks.replan;

import java.util.List;

/**
 * What came of the cases of one kind; where there are several, medians unless said otherwise.
 *
 * @param name of the kind
 * @param runs how many
 * @param repairMillis wall-clock time of the repair alone
 * @param repairP95Millis the same, 95th percentile
 * @param wholeMillis wall-clock time from applying the disruptions to an audited plan, scope not included
 * @param wholeP95Millis the same, 95th percentile
 * @param hit bookings that were broken
 * @param moved bookings that moved or were dropped
 * @param peopleHit people moved whom the disruptions had hit
 * @param peopleNotHit people moved whom no disruption had hit, at most
 * @param shortfall coverage shortfall beyond the published plan's
 * @param overBound coverage shortfall beyond the least that is proven after the disruption, at most
 * @param costPence cost beyond the published plan's, pence
 * @param violations violations of hard rules, in all
 */
public record ReplanRow(
        String name,
        int runs,
        double repairMillis,
        double repairP95Millis,
        double wholeMillis,
        double wholeP95Millis,
        long hit,
        long moved,
        long peopleHit,
        long peopleNotHit,
        long shortfall,
        long overBound,
        long costPence,
        long violations) {

    /** {@return the figures of several runs of a kind in one row} */
    static ReplanRow of(String name, List<ReplanRun> runs) {
        double[] repairs =
                runs.stream().mapToDouble(ReplanRun::repairMillis).sorted().toArray();
        double[] wholes =
                runs.stream().mapToDouble(ReplanRun::wholeMillis).sorted().toArray();
        return new ReplanRow(
                name,
                runs.size(),
                quantile(repairs, 0.5),
                quantile(repairs, 0.95),
                quantile(wholes, 0.5),
                quantile(wholes, 0.95),
                median(runs.stream().mapToLong(ReplanRun::hit).sorted().toArray()),
                median(runs.stream().mapToLong(ReplanRun::moved).sorted().toArray()),
                median(runs.stream().mapToLong(ReplanRun::peopleHit).sorted().toArray()),
                runs.stream().mapToLong(ReplanRun::peopleNotHit).max().orElse(0),
                median(runs.stream().mapToLong(ReplanRun::shortfall).sorted().toArray()),
                runs.stream().mapToLong(ReplanRun::overBound).max().orElse(0),
                median(runs.stream().mapToLong(ReplanRun::costPence).sorted().toArray()),
                runs.stream().mapToLong(ReplanRun::violations).sum());
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }

    private static long median(long[] sorted) {
        return sorted[(sorted.length - 1) / 2];
    }
}
