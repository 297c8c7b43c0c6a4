package io.muster.benchmarks.replan;

/** Figures of one re-plan; see {@link ReplanRow}. */
record ReplanRun(
        double repairMillis,
        double wholeMillis,
        long hit,
        long moved,
        long peopleHit,
        long peopleNotHit,
        long shortfall,
        long overBound,
        long costPence,
        long violations) {}
