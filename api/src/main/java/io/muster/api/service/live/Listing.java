package io.muster.api.service.live;

import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A long list in memory that is read page by page. Fields that are filtered by have an index; the first page sorted by a
 * field sorts the whole list once, and later ones walk along that order. A page looks at the rows of its rarest filter only,
 * and makes nothing but its own items.
 *
 * @param <R> kind of row
 */
public final class Listing<R> {
    private static final int[] NONE = {};

    private final List<R> rows;
    private final Map<String, Comparator<? super R>> orders;
    private final Map<String, Function<R, List<?>>> keys;
    private final Map<String, Map<Object, int[]>> indexes = new HashMap<>();
    private final ConcurrentMap<String, Sorted> sorted = new ConcurrentHashMap<>();

    /**
     * A list.
     *
     * @param rows its rows, in its own order
     * @param orders how to sort by each field that it can be sorted by; equal rows keep the list's own order
     * @param keys the values of each field that it can be filtered by, mostly one
     */
    public Listing(List<R> rows, Map<String, Comparator<? super R>> orders, Map<String, Function<R, List<?>>> keys) {
        this.rows = List.copyOf(rows);
        this.orders = Map.copyOf(orders);
        this.keys = Map.copyOf(keys);
        this.keys.forEach((field, values) -> indexes.put(field, index(values)));
    }

    private Map<Object, int[]> index(Function<R, List<?>> values) {
        Map<Object, IntStream.Builder> found = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            for (Object value : values.apply(rows.get(row))) {
                found.computeIfAbsent(value, any -> IntStream.builder()).add(row);
            }
        }
        Map<Object, int[]> index = new HashMap<>();
        found.forEach((value, numbers) -> index.put(value, numbers.build().toArray()));
        return index;
    }

    /** {@return its rows, in its own order} */
    public List<R> rows() {
        return rows;
    }

    /** {@return all of it, to be narrowed down} */
    public Selection all() {
        return new Selection();
    }

    /** Rows of the list that pass filters. */
    public final class Selection {
        private final List<Filter<R>> filters = new ArrayList<>();

        private Selection() {}

        /**
         * Narrows it down to rows with a value.
         *
         * @param field a field that the list can be filtered by
         * @param value the value; null or empty: any
         * @return this
         */
        public Selection where(String field, @Nullable Object value) {
            if (value == null || value.equals("")) {
                return this;
            }
            int[] numbers = Objects.requireNonNull(indexes.get(field), field).getOrDefault(value, NONE);
            Function<R, List<?>> values = Objects.requireNonNull(keys.get(field), field);
            if (numbers.length < rows.size()) {
                filters.add(new Filter<>(numbers, row -> values.apply(row).contains(value)));
            }
            return this;
        }

        /**
         * Narrows it down.
         *
         * @param test what rows have to pass
         * @return this
         */
        public Selection where(Predicate<R> test) {
            filters.add(new Filter<>(null, test));
            return this;
        }

        /** {@return the rows, in the list's own order} */
        public List<R> rows() {
            Filter<R> narrowest = narrowest();
            Predicate<R> rest = rest(narrowest);
            IntStream numbers = narrowest == null
                    ? IntStream.range(0, rows.size())
                    : Arrays.stream(Objects.requireNonNull(narrowest.numbers()));
            return numbers.mapToObj(rows::get).filter(rest).toList();
        }

        /** The filter that leaves fewest rows of those that have an index. */
        private @Nullable Filter<R> narrowest() {
            Filter<R> narrowest = null;
            int fewest = Integer.MAX_VALUE;
            for (Filter<R> filter : filters) {
                int[] numbers = filter.numbers();
                if (numbers != null && numbers.length < fewest) {
                    narrowest = filter;
                    fewest = numbers.length;
                }
            }
            return narrowest;
        }

        private Predicate<R> rest(@Nullable Filter<R> narrowest) {
            Predicate<R> all = row -> true;
            for (Filter<R> filter : filters) {
                all = filter == narrowest ? all : all.and(filter.test());
            }
            return all;
        }

        /**
         * A page of it.
         *
         * @param query which page, and how sorted
         * @param view makes the view of a row
         * @param <V> kind of view
         * @return the page
         * @throws ProblemException 400 when the list cannot be sorted so
         */
        public <V> PageView<V> page(PageQuery query, Function<R, V> view) {
            String sort = query.sort();
            boolean isDescending = sort != null && sort.startsWith("-");
            Sorted order = sort == null || sort.isEmpty() ? null : sorted(isDescending ? sort.substring(1) : sort);
            Filter<R> narrowest = narrowest();
            int[] candidates = candidates(narrowest, order);
            Predicate<R> rest = rest(narrowest);
            boolean isCounted = filters.stream().allMatch(filter -> filter == narrowest);
            int count = candidates == null ? rows.size() : candidates.length;
            List<V> items = new ArrayList<>();
            long passed = isCounted ? Math.min(count, query.offset()) : 0;
            for (int i = (int) passed; i < count; i++) {
                int at = isDescending ? count - 1 - i : i;
                int number = candidates != null ? candidates[at] : order != null ? order.numbers()[at] : at;
                R row = rows.get(number);
                if (rest.test(row)) {
                    if (passed >= query.offset() && items.size() < query.most()) {
                        items.add(view.apply(row));
                    }
                    passed++;
                }
                if (isCounted && items.size() == query.most()) {
                    break;
                }
            }
            return new PageView<>(items, query.number(), query.most(), isCounted ? count : passed);
        }

        private int @Nullable [] candidates(@Nullable Filter<R> narrowest, @Nullable Sorted order) {
            int[] numbers = narrowest == null ? null : narrowest.numbers();
            if (numbers == null || order == null) {
                return numbers;
            }
            int[] ranks =
                    Arrays.stream(numbers).map(number -> order.ranks()[number]).toArray();
            Arrays.sort(ranks);
            return Arrays.stream(ranks).map(rank -> order.numbers()[rank]).toArray();
        }
    }

    /**
     * A filter.
     *
     * @param numbers the row numbers that pass, ascending; null: there is no index
     * @param test says of a row whether it passes
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class, never compared
    private record Filter<R>(int @Nullable [] numbers, Predicate<R> test) {}

    /**
     * The list sorted.
     *
     * @param numbers row numbers in order
     * @param ranks where each row number stands in it
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class, never compared
    private record Sorted(int[] numbers, int[] ranks) {}

    private Sorted sorted(String field) {
        Comparator<? super R> order = orders.get(field);
        if (order == null) {
            throw ProblemException.bad(
                    "sort-unknown",
                    "This list can be sorted by " + String.join(", ", new TreeSet<>(orders.keySet()))
                            + ", each with a hyphen before it for descending.");
        }
        return sorted.computeIfAbsent(field, any -> {
            int[] numbers = IntStream.range(0, rows.size())
                    .boxed()
                    .sorted((a, b) -> order.compare(rows.get(a), rows.get(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] ranks = new int[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                ranks[numbers[i]] = i;
            }
            return new Sorted(numbers, ranks);
        });
    }
}
