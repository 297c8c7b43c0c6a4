package io.muster.benchmarks.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a suite.
 *
 * @param suite its name
 * @param description what it is for
 * @param revision revision of the program, empty where it is not known
 * @param machine what it ran on
 * @param contenders a sentence on each contender, by id
 * @param runs the runs, in the order they were made
 */
public record Results(
        String suite,
        String description,
        String revision,
        Machine machine,
        Map<String, String> contenders,
        List<Run> runs) {

    /** Copies the collections. */
    public Results {
        contenders = java.util.Collections.unmodifiableMap(new TreeMap<>(contenders));
        runs = List.copyOf(runs);
    }

    /** {@return a row for each key, in the order of its first run} */
    public List<Row> rows() {
        return runs.stream()
                .map(Run::key)
                .distinct()
                .map(key -> new Row(
                        key, runs.stream().filter(run -> run.key().equals(key)).toList()))
                .toList();
    }

    /** {@return the results without traces, as a baseline keeps them} */
    public Results withoutTraces() {
        return new Results(
                suite,
                description,
                revision,
                machine,
                contenders,
                runs.stream().map(Run::withoutTrace).toList());
    }
}
