package io.muster.solver.constraint;

import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.support.DataSetBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small assignment by ids: first requirements, then sessions and bookings. */
final class Scene {

    private final DataSetBuilder data;
    private final List<ScopeDecision> scope = new ArrayList<>();
    private @Nullable Problem problem;
    private @Nullable Assignment assignment;

    Scene(DataSetBuilder data) {
        this.data = data;
    }

    /** Requires a module of staff members, without dates, with priority 0. */
    Scene require(String moduleId, String... staffIds) {
        for (String staffId : staffIds) {
            decide(staffId, moduleId, Decision.IN_SCOPE, 0, null, null);
        }
        return this;
    }

    Scene decide(
            String staffId,
            String moduleId,
            Decision decision,
            int priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {
        scope.add(new ScopeDecision(staffId, moduleId, decision, "SCOPE-001", "because", priority, earliest, latest));
        return this;
    }

    Problem problem() {
        if (problem == null) {
            problem = Problem.of(data.build(), scope);
            assignment = Assignment.empty(problem);
        }
        return problem;
    }

    /** {@return the plan, ready to be scored} */
    TrainingPlan plan() {
        problem();
        return new TrainingPlan(problem, assignment.copy());
    }

    Assignment assignment() {
        problem();
        return assignment;
    }

    /** Lets a room teach a module. */
    Scene session(String roomId, String moduleId, LocalDate date, int slot) {
        assignment().moduleOf()[place(roomId, date, slot)] = moduleAt(moduleId);
        return this;
    }

    /** Books staff members, for the module taught, in a room. */
    Scene book(String roomId, LocalDate date, int slot, String... staffIds) {
        int session = place(roomId, date, slot);
        for (String staffId : staffIds) {
            assignment().sessionOf()[requirement(staffId, assignment().moduleOf()[session])] = session;
        }
        return this;
    }

    /** Books a staff member, for a module, in a room, whatever it teaches. */
    Scene bookFor(String moduleId, String roomId, LocalDate date, int slot, String staffId) {
        assignment().sessionOf()[requirement(staffId, moduleAt(moduleId))] = place(roomId, date, slot);
        return this;
    }

    /** Lets a room teach a module to staff members. */
    Scene booked(String roomId, String moduleId, LocalDate date, int slot, String... staffIds) {
        return session(roomId, moduleId, date, slot).book(roomId, date, slot, staffIds);
    }

    /** Books staff members for a digital module. */
    Scene digital(String moduleId, LocalDate date, int slot, String... staffIds) {
        int session = problem().estate.digitalSession(moduleAt(moduleId), day(date), slot);
        for (String staffId : staffIds) {
            assignment().sessionOf()[requirement(staffId, moduleAt(moduleId))] = session;
        }
        return this;
    }

    /** Puts trainers into a room, in places 0, 1 and so on. */
    Scene teach(String roomId, LocalDate date, int slot, String... trainerIds) {
        List<String> ids =
                problem().dataSet.trainers().stream().map(Trainer::id).toList();
        int first = place(roomId, date, slot) * problem().curriculum.maxTrainers;
        for (int k = 0; k < trainerIds.length; k++) {
            assignment().trainerAt()[first + k] = ids.indexOf(trainerIds[k]);
        }
        return this;
    }

    /** {@return the session index of a room; {@code WEB1} is the first virtual one} */
    int place(String roomId, LocalDate date, int slot) {
        int room = roomId.startsWith("WEB")
                ? problem().estate.realRooms + Integer.parseInt(roomId.substring(3)) - 1
                : problem().dataSet.rooms().stream().map(Room::id).toList().indexOf(roomId);
        return problem().estate.sessionAt(room, day(date), slot);
    }

    private int day(LocalDate date) {
        return problem().calendar.indexOf(date);
    }

    private int moduleAt(String moduleId) {
        return problem().dataSet.modules().stream()
                .map(TrainingModule::id)
                .toList()
                .indexOf(moduleId);
    }

    private int requirement(String staffId, int module) {
        int staff =
                problem().dataSet.staff().stream().map(StaffMember::id).toList().indexOf(staffId);
        return problem().requirements.at[staff * problem().curriculum.modules + module];
    }
}
