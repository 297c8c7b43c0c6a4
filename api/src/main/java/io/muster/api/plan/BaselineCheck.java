package io.muster.api.plan;

import io.muster.data.issue.Issue;
import io.muster.data.issue.IssueCode;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a published plan fits a data set: whatever its sessions and bookings name is there. */
public final class BaselineCheck {

    private static final String SESSIONS = "sessions.csv";
    private static final String BOOKINGS = "bookings.csv";

    private final List<Issue> issues = new ArrayList<>();
    private final Set<String> staff;
    private final Set<String> modules;
    private final Set<String> rooms;
    private final Set<String> trainers;
    private final Set<String> slots;

    private BaselineCheck(DataSet dataSet) {
        staff = dataSet.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        modules = dataSet.modules().stream().map(TrainingModule::id).collect(Collectors.toSet());
        rooms = dataSet.rooms().stream().map(Room::id).collect(Collectors.toSet());
        trainers = dataSet.trainers().stream().map(Trainer::id).collect(Collectors.toSet());
        slots = dataSet.programme().slots().stream().map(Programme.Slot::id).collect(Collectors.toSet());
    }

    /**
     * Checks a published plan.
     *
     * @param dataSet the data set it is to fit
     * @param baseline the published plan
     * @return what it names that the data set does not have, and bookings that contradict each other
     */
    public static List<Issue> check(DataSet dataSet, Plan baseline) {
        BaselineCheck check = new BaselineCheck(dataSet);
        check.sessions(baseline.sessions());
        check.bookings(baseline);
        return check.issues;
    }

    private void sessions(List<SessionRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            SessionRow row = rows.get(i);
            known(modules, row.moduleId(), "module", SESSIONS, i, row.id());
            known(rooms, row.roomId(), "room", SESSIONS, i, row.id());
            for (String trainer : row.trainerIds()) {
                known(trainers, trainer, "trainers", SESSIONS, i, row.id());
            }
            for (String slot : row.slotIds()) {
                known(slots, slot, "slots", SESSIONS, i, row.id());
            }
        }
    }

    private void bookings(Plan baseline) {
        Set<String> sessions = baseline.sessions().stream().map(SessionRow::id).collect(Collectors.toSet());
        Set<BookingKey> counting = new HashSet<>();
        List<Booking> rows = baseline.bookings();
        for (int i = 0; i < rows.size(); i++) {
            Booking row = rows.get(i);
            String id = BookingKey.of(row).toString();
            known(staff, row.staffId(), "staff", BOOKINGS, i, id);
            known(modules, row.moduleId(), "module", BOOKINGS, i, id);
            for (String slot : row.slotIds()) {
                known(slots, slot, "slots", BOOKINGS, i, id);
            }
            if (row.counts()) {
                known(sessions, row.sessionId(), "session", BOOKINGS, i, id);
                if (!counting.add(BookingKey.of(row))) {
                    add(
                            IssueCode.DUPLICATE_KEY,
                            BOOKINGS,
                            i,
                            "staff",
                            id,
                            "The published plan books " + id + " more than once; keep one booking.");
                }
            }
        }
    }

    private void known(Set<String> ids, @Nullable String id, String column, String file, int index, String rowId) {
        if (id != null && !ids.contains(id)) {
            add(
                    IssueCode.UNKNOWN_REFERENCE,
                    file,
                    index,
                    column,
                    rowId,
                    "The published plan names '" + id + "', which "
                            + (column.equals("session") ? "its sessions.csv" : "the data set")
                            + " does not have; give the plan's own data set, or add the row.");
        }
    }

    private void add(IssueCode code, String file, int index, String column, String rowId, String message) {
        // Row 1 is the header.
        issues.add(new Issue(file, index + 2, column, rowId, code.name(), code.severity(), message));
    }
}
