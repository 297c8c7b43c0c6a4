package io.muster.benchmarks.peer;

import io.muster.benchmarks.contender.Contender;
import java.util.List;

/** The peers. */
public final class Peers {

    private Peers() {}

    /** {@return all of them, simplest first} */
    public static List<Contender> all() {
        return List.of(
                new FirstFitGreedy(),
                new BestFitGreedy(),
                new NewcomerTimefold(),
                new UniTimeSectioning(),
                new CpSatRebooking());
    }
}
