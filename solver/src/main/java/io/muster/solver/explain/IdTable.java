package io.muster.solver.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Positions of rows by id; an unknown id is answered with those most like it. */
final class IdTable {

    private static final int SUGGESTIONS = 3;

    private final String kind;
    private final List<String> ids;
    private final Map<String, Integer> at = new HashMap<>();

    private IdTable(String kind, List<String> ids) {
        this.kind = kind;
        this.ids = ids;
        ids.forEach(id -> at.put(id, at.size()));
    }

    static <T> IdTable of(String kind, List<T> rows, Function<T, String> id) {
        return new IdTable(kind, rows.stream().map(id).toList());
    }

    int at(String id) {
        Integer position = at.get(id);
        if (position == null) {
            throw new UnknownIdException(kind, id, nearest(id, ids));
        }
        return position;
    }

    /** {@return the ids most like one, the most alike first} */
    static List<String> nearest(String id, List<String> ids) {
        record Near(String id, int distance) {}
        int most = Math.max(1, id.length() / 2);
        return ids.stream()
                .map(other -> new Near(other, distance(id, other)))
                .filter(near -> near.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::id))
                .limit(SUGGESTIONS)
                .map(Near::id)
                .toList();
    }

    /** Single characters to insert, drop or replace to make one text of the other (Levenshtein), whatever the case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
