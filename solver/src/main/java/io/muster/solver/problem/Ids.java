package io.muster.solver.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Positions of ids in a list: the border at which ids become dense ints. */
final class Ids {

    private Ids() {}

    static <T> Map<String, Integer> positions(List<T> items, Function<T, String> id) {
        Map<String, Integer> positions = new HashMap<>(items.size() * 2);
        for (int i = 0; i < items.size(); i++) {
            positions.put(id.apply(items.get(i)), i);
        }
        return positions;
    }

    static int at(Map<String, Integer> positions, String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException(
                    "The id (" + id + ") is unknown. Maybe the data set was not validated by its reader.");
        }
        return position;
    }
}
