package io.muster.solver.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of each row of a file: the number of a staff member and module. Rows of a staff member mostly follow
 * each other, so the last one is remembered. For one thread.
 */
final class CellFinder {

    /** The cell of an unknown staff member or module. */
    static final int UNKNOWN = -1;

    private final Map<String, Person> people;
    private final Map<String, Integer> modulePositions;
    private @Nullable String lastStaffId;
    private @Nullable Person last;

    CellFinder(Map<String, Person> people, Map<String, Integer> modulePositions) {
        this.people = people;
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
        if (!staffId.equals(lastStaffId)) {
            lastStaffId = staffId;
            last = people.get(staffId);
        }
        return last;
    }
}
