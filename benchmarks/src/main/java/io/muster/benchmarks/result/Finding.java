package io.muster.benchmarks.result;

/**
 * What a comparison says of one metric of one row.
 *
 * @param key the row
 * @param subject the metric's title, or what else is compared
 * @param verdict how it compares
 * @param sentence the figures, and why
 */
public record Finding(RunKey key, String subject, Verdict verdict, String sentence) {

    /** How a figure compares with its baseline. */
    public enum Verdict {
        /** No different beyond noise. */
        SAME("same", false),
        /** Better beyond noise. */
        BETTER("better", false),
        /** Costlier, for a coverage that is better beyond noise: coverage comes first. */
        TRADED("traded for coverage", false),
        /** Not in the baseline. */
        NEW("new", false),
        /** Not compared, because the machine was another or busy. */
        SKIPPED("not compared", false),
        /** Worse beyond noise. */
        WORSE("WORSE", true),
        /** Cannot be compared, although the baseline has it. */
        LOST("NOT COMPARABLE", true);

        private final String text;
        private final boolean failing;

        Verdict(String text, boolean failing) {
            this.text = text;
            this.failing = failing;
        }

        /** {@return the verdict for people} */
        public String text() {
            return text;
        }

        /** {@return whether it makes a comparison fail} */
        public boolean isFailing() {
            return failing;
        }
    }
}
