package io.muster.api.service.booking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a list with its filters and sort order, and of the same list otherwise filtered or sorted. */
public final class ListAddress {
    private static final String SORT = "sort";

    private final String path;
    private final Map<String, String> parameters;

    private ListAddress(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /**
     * The address of a list without filters.
     *
     * @param path its path
     * @return the address
     */
    static ListAddress of(String path) {
        return new ListAddress(path, new LinkedHashMap<>());
    }

    /**
     * The same list with another filter.
     *
     * @param name name of the parameter
     * @param value its value; null or empty: any, and the parameter is left out
     * @return its address; on its first page
     */
    public ListAddress with(String name, @Nullable Object value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.toString().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new ListAddress(path, changed);
    }

    /**
     * The same list sorted by a field, the other way round where it is sorted by it already.
     *
     * @param field the field
     * @return its address
     */
    public String sortedBy(String field) {
        return with(SORT, field.equals(parameters.get(SORT)) ? "-" + field : field)
                .href();
    }

    /**
     * How the list is sorted by a field, in the words of {@code aria-sort}.
     *
     * @param field the field
     * @return {@code ascending} or {@code descending}; null: not by this field
     */
    public @Nullable String order(String field) {
        String sort = parameters.get(SORT);
        return Objects.equals(sort, field) ? "ascending" : Objects.equals(sort, "-" + field) ? "descending" : null;
    }

    /** {@return the order; empty: the list's own} */
    public String sort() {
        return parameters.getOrDefault(SORT, "");
    }

    /** {@return whether anything narrows the list down} */
    public boolean isFiltered() {
        return parameters.keySet().stream().anyMatch(name -> !name.equals(SORT));
    }

    /** {@return the address} */
    public String href() {
        return parameters.isEmpty() ? path : path + "?" + query();
    }

    /** {@return the address, ending in {@code ?} or {@code &} for a parameter more} */
    public String open() {
        return parameters.isEmpty() ? path + "?" : path + "?" + query() + "&";
    }

    private String query() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return href();
    }
}
