package io.muster.solver.explain;

/**
 * A place where some requirements could be booked.
 *
 * @param place a session index
 * @param opens whether nothing of the module runs there yet
 * @param trainers the trainers it would get when it opens, -1 where nobody is to be had; empty when it does not open
 */
record Site(int place, boolean opens, int[] trainers) {

    private static final int[] NONE = {};

    static Site running(int place) {
        return new Site(place, false, NONE);
    }

    static Site opened(int place, int[] trainers) {
        return new Site(place, true, trainers);
    }
}
