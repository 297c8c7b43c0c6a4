package io.muster.api.progress;

/** Told how far a long job is; called on the job's own thread. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void step(String name) {
            // Nobody listens.
        }

        @Override
        public void update(double fraction, String detail) {
            // Nobody listens.
        }

        @Override
        public void done() {
            // Nobody listens.
        }
    };

    /**
     * A step begins.
     *
     * @param name a word such as {@code solve}
     */
    void step(String name);

    /**
     * The step goes on.
     *
     * @param fraction share of the step that is done, 0 to 1; NaN: unknown
     * @param detail what to show beside it, possibly empty
     */
    void update(double fraction, String detail);

    /** The job is over, whether it went well or not. */
    void done();
}
