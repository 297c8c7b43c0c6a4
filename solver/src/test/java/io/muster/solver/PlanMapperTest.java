package io.muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanMapperTest {

    private static final List<String> MODULES = List.of("M1", "LONG", "WEB", "PLT");

    private final DataSetBuilder data = Fixtures.dataSet()
            .module("LONG", module -> {
                module.slots = 2;
                module.trainers = 3;
            })
            .module("WEB", module -> {
                module.delivery = Delivery.VIRTUAL;
                module.maxClass = 7;
            })
            .module("PLT", DataSetBuilder.ModuleFields::digital)
            .trainer("B", trainer -> {})
            .trainer("A", trainer -> {});

    private Problem problem(String... staffIds) {
        data.staff(staffIds);
        List<ScopeDecision> scope = new ArrayList<>();
        for (String staffId : staffIds) {
            for (String moduleId : MODULES) {
                scope.add(
                        new ScopeDecision(staffId, moduleId, Decision.IN_SCOPE, "SCOPE-001", "because", 0, null, null));
            }
        }
        return Problem.of(data.build(), scope);
    }

    private static void book(Problem problem, Assignment assignment, int staff, int module, int session) {
        assignment.moduleOf()[session] = module;
        assignment.sessionOf()[problem.requirements.at[staff * MODULES.size() + module]] = session;
    }

    @Test
    void aSessionInARoomSaysWhereWhenAndWithWhom() {
        Problem problem = problem("P2", "P1");
        Assignment assignment = Assignment.empty(problem);
        int session = problem.estate.sessionAt(0, 1, 0);
        book(problem, assignment, 0, 1, session);
        book(problem, assignment, 1, 1, session);
        assignment.trainerAt()[session * 3] = 1;
        assignment.trainerAt()[session * 3 + 1] = 2;
        assignment.trainerAt()[session * 3 + 2] = 1;

        PlanMapper.Rows rows = new PlanMapper(problem).map(assignment);

        assertThat(rows.sessions())
                .containsExactly(new SessionRow(
                        "2025-04-08-AM-R1",
                        "LONG",
                        Fixtures.TUESDAY,
                        Fixtures.ALL_DAY,
                        "R1",
                        "V1",
                        List.of("A", "B"),
                        20,
                        2,
                        SessionRow.Status.PLANNED));
        assertThat(rows.bookings())
                .containsExactly(
                        new Booking(
                                "P1",
                                "LONG",
                                "2025-04-08-AM-R1",
                                Fixtures.TUESDAY,
                                Fixtures.ALL_DAY,
                                Booking.Status.PLANNED),
                        new Booking(
                                "P2",
                                "LONG",
                                "2025-04-08-AM-R1",
                                Fixtures.TUESDAY,
                                Fixtures.ALL_DAY,
                                Booking.Status.PLANNED));
    }

    @Test
    void aVirtualSessionIsNumberedAndHasNoRoom() {
        data.room("V01", room -> {}).room("VVX", room -> {});
        Problem problem = problem("P1");
        Assignment assignment = Assignment.empty(problem);
        book(problem, assignment, 0, 2, problem.estate.sessionAt(problem.estate.realRooms, 0, 1));

        SessionRow row = new PlanMapper(problem).map(assignment).sessions().get(0);

        assertThat(row.id()).isEqualTo("2025-04-07-PM-VV01");
        assertThat(row.roomId()).isNull();
        assertThat(row.venueId()).isNull();
        assertThat(row.capacity()).isEqualTo(7);
    }

    @Test
    void digitalLearningHasABookingAndNoSession() {
        Problem problem = problem("P1");
        Assignment assignment = Assignment.empty(problem);
        book(problem, assignment, 0, 3, problem.estate.digitalSession(3, 4, 1));

        PlanMapper.Rows rows = new PlanMapper(problem).map(assignment);

        assertThat(rows.sessions()).isEmpty();
        assertThat(rows.bookings())
                .containsExactly(new Booking("P1", "PLT", null, Fixtures.FRIDAY, Fixtures.PM, Booking.Status.PLANNED));
    }

    @Test
    void aSessionNobodyIsBookedInIsNotListed() {
        Problem problem = problem("P1");
        Assignment assignment = Assignment.empty(problem);
        assignment.moduleOf()[0] = 0;

        PlanMapper.Rows rows = new PlanMapper(problem).map(assignment);

        assertThat(rows.sessions()).isEmpty();
        assertThat(rows.bookings()).isEmpty();
        assertThat(rows.unbooked()).hasSize(4);
    }

    @Test
    void rowsAreInTheOrderOfCodePoints() {
        // The second id begins with U+1D400, two chars of which the first is less than U+FF21.
        Problem problem = problem("\uFF21", "\uD835\uDC00", "P10", "P1", "P");
        Assignment assignment = Assignment.empty(problem);
        for (int p = 0; p < 5; p++) {
            book(problem, assignment, p, 0, problem.estate.sessionAt(0, p, 0));
        }

        PlanMapper.Rows rows = new PlanMapper(problem).map(assignment);

        assertThat(rows.bookings())
                .extracting(Booking::staffId)
                .containsExactly("P", "P1", "P10", "\uFF21", "\uD835\uDC00");
        assertThat(rows.unbooked())
                .extracting(r -> problem.dataSet
                        .modules()
                        .get(problem.requirements.moduleOf[r])
                        .id())
                .startsWith("LONG", "PLT", "WEB", "LONG");
        assertThat(rows.sessions()).extracting(SessionRow::id).isSorted();
    }

    @Test
    void aBookingInASessionWithoutAModuleIsRefused() {
        Problem problem = problem("P1");
        Assignment assignment = Assignment.empty(problem);
        assignment.sessionOf()[0] = 5;

        assertThatThrownBy(() -> new PlanMapper(problem).map(assignment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session (5), which has no module");
    }
}
