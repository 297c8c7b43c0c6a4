package io.muster.api.service.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for; query parameters {@code page}, {@code size} and {@code sort}.
 *
 * @param page its number, from 0; null: 0
 * @param size most items, 1 to 500; null: 50
 * @param sort name of a field, with a hyphen before it for descending; null: the list's own order
 */
public record PageQuery(
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable String sort) {
    private static final int DEFAULT_SIZE = 50;
    private static final int MOST = 500;

    /** Checks the bounds. */
    public PageQuery {
        if (page != null && page < 0) {
            throw ProblemException.bad("page-invalid", "page is a number from 0, not " + page + ".");
        }
        if (size != null && (size < 1 || size > MOST)) {
            throw ProblemException.bad(
                    "page-size-invalid", "size is a number from 1 to " + MOST + ", not " + size + ".");
        }
    }

    /** {@return its number, from 0} */
    public int number() {
        return page == null ? 0 : page;
    }

    /** {@return most items} */
    public int most() {
        return size == null ? DEFAULT_SIZE : size;
    }

    /** {@return items before it} */
    public long offset() {
        return (long) number() * most();
    }

    /**
     * The page of a list that is in memory.
     *
     * @param items all items, in the list's own order
     * @param orders how to sort by each field that can be sorted by
     * @param <T> kind of item
     * @return the page
     * @throws ProblemException when the list cannot be sorted so
     */
    public <T> PageView<T> of(List<T> items, Map<String, Comparator<T>> orders) {
        Stream<T> stream = items.stream();
        if (sort != null && !sort.isEmpty()) {
            boolean isDescending = sort.startsWith("-");
            Comparator<T> order = orders.get(isDescending ? sort.substring(1) : sort);
            if (order == null) {
                throw ProblemException.bad(
                        "sort-unknown",
                        "This list can be sorted by "
                                + String.join(
                                        ", ", orders.keySet().stream().sorted().toList()) + ", not by '" + sort
                                + "'.");
            }
            stream = stream.sorted(isDescending ? order.reversed() : order);
        }
        return new PageView<>(stream.skip(offset()).limit(most()).toList(), number(), most(), items.size());
    }
}
