package io.muster.api.service.web;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param page its number, from 0
 * @param size most items of a page
 * @param total items on all pages
 * @param <T> kind of item
 */
public record PageView<T>(List<T> items, int page, int size, long total) {

    /** Copies the list. */
    public PageView {
        items = List.copyOf(items);
    }
}
