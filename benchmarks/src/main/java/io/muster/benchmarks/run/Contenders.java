package io.muster.benchmarks.run;

import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.muster.MusterContender;
import io.muster.benchmarks.peer.Peers;
import io.muster.benchmarks.suite.BenchInputException;
import io.muster.benchmarks.suite.Suite;
import io.muster.solver.SearchSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The contenders there are: Muster and its peers. */
public final class Contenders {
    private Contenders() {}

    /** {@return ids of all, Muster first} */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>(List.of(MusterContender.ID));
        ids.addAll(peers().keySet());
        return ids;
    }

    /**
     * {@return a sentence on a contender}
     *
     * @param id one of {@link #ids()}
     */
    public static String sentence(String id) {
        return get(id, SearchSettings.DEFAULT).sentence();
    }

    /**
     * Resolves what a suite names.
     *
     * @param wanted ids, or the word for all
     * @return ids
     * @throws BenchInputException where there is no contender of an id
     */
    static List<String> resolve(List<String> wanted) {
        List<String> known = ids();
        if (wanted.contains(Suite.ALL_CONTENDERS)) {
            return known;
        }
        for (String id : wanted) {
            if (!known.contains(id)) {
                throw new BenchInputException("there is no contender '" + id + "'. There are: "
                        + String.join(", ", known) + ", and 'all' for each of them.");
            }
        }
        return wanted;
    }

    /**
     * {@return the contender of an id}
     *
     * @param id one of {@link #ids()}
     * @param settings Muster's
     */
    static Contender get(String id, SearchSettings settings) {
        if (id.equals(MusterContender.ID)) {
            return new MusterContender(settings);
        }
        Contender peer = peers().get(id);
        if (peer == null) {
            throw new IllegalArgumentException("There is no contender " + id + ". Maybe it is not on the class path.");
        }
        return peer;
    }

    private static TreeMap<String, Contender> peers() {
        TreeMap<String, Contender> peers = new TreeMap<>();
        Peers.all().forEach(peer -> peers.put(peer.id(), peer));
        return peers;
    }
}
