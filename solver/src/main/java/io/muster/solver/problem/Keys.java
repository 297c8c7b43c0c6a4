package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.BookingKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Ids of staff, modules and slots in the rows of a plan as dense ints. */
final class Keys {

    private final Map<String, Integer> staffAt;
    private final Map<String, Integer> moduleAt;
    private final Map<String, Integer> slotAt;
    private final int modules;
    private final List<StaffMember> people;
    /**
     * The staff member asked for last. Rows of one follow each other, and people come in the order of their file: that is
     * looked at first. Whichever thread's it is, it is only a guess.
     */
    private int guess;

    Keys(DataSet dataSet) {
        people = dataSet.staff();
        staffAt = Ids.positions(dataSet.staff(), StaffMember::id);
        moduleAt = Ids.positions(dataSet.modules(), TrainingModule::id);
        slotAt = Ids.positions(dataSet.programme().slots(), Slot::id);
        modules = dataSet.modules().size();
    }

    /** Position of a staff member and module: staff * modules + module. */
    int at(BookingKey key) {
        return at(key.staffId(), key.moduleId());
    }

    /** Position of a staff member and module: staff * modules + module. */
    int at(String staffId, String moduleId) {
        return staff(staffId) * modules + Ids.at(moduleAt, moduleId);
    }

    /** Position of a staff member. */
    int staff(String id) {
        int last = guess;
        for (int p = last; p < Math.min(last + 2, people.size()); p++) {
            if (people.get(p).id().equals(id)) {
                guess = p;
                return p;
            }
        }
        int p = Ids.at(staffAt, id);
        guess = p;
        return p;
    }

    /** The requirement of a key; negative: none. */
    int requirement(BookingKey key, Requirements requirements) {
        return requirements.itemAt[at(key)];
    }

    /** Which requirements some keys stand for. */
    boolean[] requirements(Collection<BookingKey> keys, Requirements requirements) {
        boolean[] marked = new boolean[requirements.count];
        for (BookingKey key : keys) {
            int r = requirement(key, requirements);
            if (r >= 0) {
                marked[r] = true;
            }
        }
        return marked;
    }

    /** Position of a module. */
    int module(String id) {
        return Ids.at(moduleAt, id);
    }

    /** Slots as bits. */
    int mask(List<String> slotIds) {
        int mask = 0;
        for (String id : slotIds) {
            mask |= 1 << Ids.at(slotAt, id);
        }
        return mask;
    }
}
