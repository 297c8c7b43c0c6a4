package io.muster.api.service.replan;

/**
 * Something that can be picked in a form.
 *
 * @param id its id
 * @param label how people know it, its id among it
 */
record Choice(String id, String label) {}
