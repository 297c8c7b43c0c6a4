package io.muster.solver.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of each row of a file: the number of a staff member and module. Rows of a staff member mostly follow
 * each other, and people are mostly in the order of staff.csv, so that the last one and the next are looked at first. For
 * one thread.
 */
final class CellFinder {

    /** The cell of an unknown staff member or module. */
    static final int UNKNOWN = -1;

    private final List<Person> people;
    private final Map<String, Person> peopleById;
    private final Map<String, Integer> modulePositions;
    private int last;

    CellFinder(List<Person> people, Map<String, Person> peopleById, Map<String, Integer> modulePositions) {
        this.people = people;
        this.peopleById = peopleById;
        this.modulePositions = modulePositions;
    }

    /** {@return the cell, or {@link #UNKNOWN}} */
    int cellOf(String staffId, String moduleId) {
        Person person = personOf(staffId);
        Integer module = modulePositions.get(moduleId);
        return person == null || module == null ? UNKNOWN : person.position() * modulePositions.size() + module;
    }

    @Nullable
    Person personOf(String staffId) {
        for (int position = last; position < Math.min(last + 2, people.size()); position++) {
            if (people.get(position).id().equals(staffId)) {
                last = position;
                return people.get(position);
            }
        }
        Person person = peopleById.get(staffId);
        last = person == null ? last : person.position();
        return person;
    }
}
