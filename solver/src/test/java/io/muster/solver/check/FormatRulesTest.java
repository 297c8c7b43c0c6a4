package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
import static io.muster.solver.support.Fixtures.ALL_DAY;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static io.muster.solver.support.Fixtures.VENUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.SessionRow.Status;
import io.muster.data.plan.Unbooked;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** FORMAT: rows of a plan that do not hang together. */
class FormatRulesTest {

    private final DataSetBuilder data = Fixtures.dataSet()
            .staff("P1", "P2", "Q1", "Q2")
            .module("WEB", module -> module.delivery = Delivery.VIRTUAL)
            .module("PLT", DataSetBuilder.ModuleFields::digital)
            .module("LONG", module -> module.slots = 2)
            .venue("V2", 51.5, -0.12)
            .trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "WEB", "LONG"));

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    private PlanBuilder one() {
        return plan().session("S1", MONDAY, AM).book("S1", "P1");
    }

    private Map<String, Long> audit(Plan plan) {
        return broken(data.build(), plan, null);
    }

    private static SessionRow row(
            String moduleId,
            List<String> slots,
            String roomId,
            String venueId,
            int capacity,
            int booked,
            Status status) {
        return new SessionRow(
                "S1", moduleId, MONDAY, slots, roomId, venueId, List.of(TRAINER), capacity, booked, status);
    }

    private static Booking booking(String staffId, String moduleId, String sessionId, List<String> slots) {
        return new Booking(staffId, moduleId, sessionId, MONDAY, slots, Booking.Status.PLANNED);
    }

    private Map<String, Long> withRow(SessionRow row) {
        return audit(one().buildWithSessions(sessions -> List.of(row)));
    }

    @Test
    void aFormatViolationMakesAPlanInvalidWithoutBeingAHardRule() {
        AuditReport report = new PlanAuditor(data.build())
                .audit(
                        one().buildWithSessions(
                                        sessions -> List.of(row(MODULE, AM, ROOM, VENUE, 20, 2, Status.PLANNED))),
                        null);

        assertThat(report.isValid()).isFalse();
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.ruleId()).isEqualTo("FORMAT");
            assertThat(violation.subject()).isEqualTo("S1");
            assertThat(violation.message()).isEqualTo("The booked column says 2, but there are 1.");
        });
        assertThat(report.hardViolations().values()).containsOnly(0L);
    }

    @Nested
    class Sessions {

        @Test
        void haveTheTrueCapacityAndNumberOfBookings() {
            assertThat(withRow(row(MODULE, AM, ROOM, VENUE, 20, 1, Status.PLANNED)))
                    .isEmpty();
            assertThat(withRow(row(MODULE, AM, ROOM, VENUE, 19, 1, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(withRow(row(MODULE, AM, ROOM, VENUE, 20, 0, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void areAtTheVenueOfTheirRoom() {
            assertThat(withRow(row(MODULE, AM, ROOM, "V2", 20, 1, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(withRow(row(MODULE, AM, ROOM, null, 20, 1, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(withRow(row(MODULE, AM, null, VENUE, 20, 1, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 1L), entry("H14", 1L));
        }

        @Test
        void areListedOnce() {
            SessionRow row = row(MODULE, AM, ROOM, VENUE, 20, 1, Status.PLANNED);

            assertThat(audit(one().buildWithSessions(sessions -> List.of(row, row))))
                    .containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void haveKnownSlotsInTimeOrderAsManyAsTheModuleTakes() {
            for (List<String> wrong : List.of(List.of("PM", "AM"), List.of("AM", "AM"), AM, List.of("AM", "EVE"))) {
                PlanBuilder plan = plan().session("S1", "LONG", MONDAY, wrong, ROOM, TRAINER)
                        .book("S1", "P1");
                assertThat(broken(data, plan)).as("%s", wrong).containsExactly(entry("FORMAT", 2L)); // and its booking
            }
            PlanBuilder right =
                    plan().session("S1", "LONG", MONDAY, ALL_DAY, ROOM, TRAINER).book("S1", "P1");
            assertThat(broken(data, right)).isEmpty();
        }

        @Test
        void areOfAKnownModuleThatHasSessions() {
            // The session, and the booking that refers to it.
            assertThat(withRow(row("NOPE", AM, ROOM, VENUE, 20, 1, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 2L));
            assertThat(withRow(row("PLT", AM, ROOM, VENUE, 20, 1, Status.PLANNED)))
                    .containsExactly(entry("FORMAT", 2L));
        }

        @Test
        void haveNeitherRoomNorVenueWhenVirtual() {
            PlanBuilder virtual =
                    plan().session("S1", "WEB", MONDAY, AM, null, TRAINER).book("S1", "P1");
            assertThat(broken(data, virtual)).isEmpty();
            assertThat(audit(virtual.buildWithSessions(
                            sessions -> List.of(row("WEB", AM, ROOM, null, 20, 1, Status.PLANNED)))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(audit(virtual.buildWithSessions(
                            sessions -> List.of(row("WEB", AM, null, VENUE, 20, 1, Status.PLANNED)))))
                    .containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void haveNoBookingWhenCancelled() {
            assertThat(withRow(row(MODULE, AM, ROOM, VENUE, 20, 1, Status.CANCELLED)))
                    .containsExactly(entry("FORMAT", 1L));

            SessionRow cancelled = row(MODULE, AM, ROOM, VENUE, 7, 0, Status.CANCELLED);
            assertThat(audit(plan().buildWithSessions(sessions -> List.of(cancelled))))
                    .isEmpty();
        }

        @Test
        void haveABookingUnlessCancelled() {
            SessionRow empty = row(MODULE, AM, ROOM, VENUE, 20, 0, Status.PLANNED);
            assertThat(audit(plan().buildWithSessions(sessions -> List.of(empty))))
                    .containsExactly(entry("FORMAT", 1L));

            PlanBuilder nobodyCame = plan().session("S1", MONDAY, AM)
                    .booking(new Booking("P1", MODULE, "S1", MONDAY, AM, Booking.Status.NO_SHOW));
            assertThat(broken(data, nobodyCame)).isEmpty();
        }
    }

    @Nested
    class Bookings {

        @Test
        void nameAKnownSessionUnlessDigital() {
            assertThat(broken(data, plan().booking(booking("P1", MODULE, "NOPE", AM))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(broken(data, plan().booking(booking("P1", MODULE, null, AM))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(broken(data, plan().booking(booking("P1", "WEB", null, AM))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(broken(data, plan().booking(booking("P1", "PLT", null, AM))))
                    .isEmpty();
            assertThat(broken(data, plan().booking(booking("P1", "PLT", "S9", AM))))
                    .containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void haveDateSlotsAndModuleOfTheirSession() {
            PlanBuilder otherSlot = plan().session("S1", MONDAY, PM).booking(booking("P1", MODULE, "S1", AM));
            assertThat(broken(data, otherSlot)).containsExactly(entry("FORMAT", 1L));

            PlanBuilder otherDate = plan().session("S1", TUESDAY, AM).booking(booking("P1", MODULE, "S1", AM));
            assertThat(broken(data, otherDate)).containsExactly(entry("FORMAT", 1L));

            data.module("M2", module -> {});
            PlanBuilder otherModule = plan().session("S1", MONDAY, AM).booking(booking("P1", "M2", "S1", AM));
            assertThat(broken(data, otherModule)).containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void haveKnownSlots() {
            assertThat(broken(data, plan().booking(booking("P1", "PLT", null, ALL_DAY))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(broken(data, plan().booking(booking("P1", "PLT", null, List.of("EVE")))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(broken(data, plan().booking(booking("P1", "PLT", null, List.of()))))
                    .containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void nameKnownStaffAndModules() {
            Plan plan = plan().booking(booking("GHOST", "PLT", null, AM))
                    .booking(booking("P1", "NOPE", null, AM))
                    .buildWithScope(scope -> List.of());

            assertThat(audit(Fixtures.plan(data.build()).build())).isEmpty();
            // The builder lists both decisions as requirements; without them only the bookings are wrong.
            assertThat(audit(plan)).containsExactly(entry("FORMAT", 2L));
        }

        @Test
        void thatDoNotCountMayNameASessionNoLongerListed() {
            PlanBuilder plan = plan().booking(new Booking("P1", MODULE, "GONE", MONDAY, AM, Booking.Status.CANCELLED));

            assertThat(broken(data, plan)).isEmpty();
        }
    }

    @Nested
    class ScopeAndUnbooked {

        private ScopeDecision decision(String staffId, String moduleId) {
            return new ScopeDecision(staffId, moduleId, Decision.OUT_OF_SCOPE, "T-1", "Test.", 0, null, null);
        }

        private Map<String, Long> withDecisions(ScopeDecision... more) {
            return audit(one().buildWithScope(scope ->
                    Stream.concat(scope.stream(), Stream.of(more)).toList()));
        }

        @Test
        void eachKeyHasOneDecisionOfKnownStaffAndModule() {
            assertThat(withDecisions(decision("P2", MODULE))).isEmpty();
            assertThat(withDecisions(decision("P1", MODULE))).containsExactly(entry("FORMAT", 1L));
            assertThat(withDecisions(decision("GHOST", MODULE))).containsExactly(entry("FORMAT", 1L));
            assertThat(withDecisions(decision("P1", "NOPE"))).containsExactly(entry("FORMAT", 1L));
        }

        @Test
        void unbookedListsEveryUnbookedRequirementOnceAndNothingElse() {
            PlanBuilder plan = one().require(MODULE, "P2");
            Unbooked listed = new Unbooked("P2", MODULE, "TEST", "Test.");
            Unbooked booked = new Unbooked("P1", MODULE, "TEST", "Test.");
            Unbooked undecided = new Unbooked("Q1", MODULE, "TEST", "Test.");

            assertThat(audit(plan.buildWithUnbooked(rows -> List.of(listed)))).isEmpty();
            assertThat(audit(plan.buildWithUnbooked(rows -> List.of()))).containsExactly(entry("FORMAT", 1L));
            assertThat(audit(plan.buildWithUnbooked(rows -> List.of(listed, listed))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(audit(plan.buildWithUnbooked(rows -> List.of(listed, booked))))
                    .containsExactly(entry("FORMAT", 1L));
            assertThat(audit(plan.buildWithUnbooked(rows -> List.of(listed, undecided))))
                    .containsExactly(entry("FORMAT", 1L));
        }
    }

    @Test
    void violationsAreSortedByRuleAndKey() {
        LocalDate saturday = MONDAY.plusDays(5);
        PlanBuilder plan = plan().session("S1", saturday, AM).book("S1", "Q2", "P2", "P1", "Q1");
        List<String> found = new ArrayList<>();
        new PlanAuditor(data.build())
                .audit(plan.buildWithUnbooked(rows -> List.of(new Unbooked("P1", MODULE, "TEST", "Test."))), null)
                .violations()
                .forEach(violation -> found.add(violation.ruleId() + " " + violation.subject()));

        assertThat(found)
                .containsExactly(
                        "FORMAT P1 M1",
                        "H01 P1 M1 2025-04-12",
                        "H01 P2 M1 2025-04-12",
                        "H01 Q1 M1 2025-04-12",
                        "H01 Q2 M1 2025-04-12");
    }
}
