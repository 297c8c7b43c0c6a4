package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
import static io.muster.solver.support.Fixtures.ALL_DAY;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.FRIDAY;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.ROOM;
import static io.muster.solver.support.Fixtures.TRAINER;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static io.muster.solver.support.Fixtures.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** H04, H14, H15 and H17: rules over sessions, rooms, trainers and cohorts. */
class SessionRulesTest {

    private final DataSetBuilder data = Fixtures.dataSet()
            .staff("P1", "P2", "P3", "P4", "P5", "P6")
            .module("WEB", module -> module.delivery = Delivery.VIRTUAL)
            .module("LONG", module -> module.slots = 2)
            .venue("V2", 51.52, -0.12)
            .room("R2", room -> {})
            .room("FAR", room -> room.venue = "V2")
            .trainer(TRAINER, trainer -> trainer.modules = List.of(MODULE, "WEB", "LONG"))
            .trainer("X2", trainer -> {
                trainer.internal = false;
                trainer.modules = List.of(MODULE, "WEB", "LONG");
            })
            .trainer("X3", trainer -> {});

    private PlanBuilder plan() {
        return Fixtures.plan(data.build());
    }

    @Nested
    class H04Capacity {

        @Test
        void theSmallerOfRoomAndClassCounts() {
            data.room(ROOM, room -> room.capacity = 2);
            assertThat(broken(data, plan().session("S1", MONDAY, AM).book("S1", "P1", "P2")))
                    .isEmpty();
            assertThat(broken(data, plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3")))
                    .containsExactly(entry("H04", 1L));

            data.room(ROOM, room -> room.capacity = 20).module(MODULE, module -> module.maxClass = 3);
            assertThat(broken(data, plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3")))
                    .isEmpty();
            assertThat(broken(data, plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3", "P4", "P5")))
                    .containsExactly(entry("H04", 2L));
        }

        @Test
        void aVirtualSessionHasItsMaximumClass() {
            data.module("WEB", module -> module.maxClass = 2);
            PlanBuilder full =
                    plan().session("S1", "WEB", MONDAY, AM, null, TRAINER).book("S1", "P1", "P2");
            assertThat(broken(data, full)).isEmpty();

            assertThat(broken(data, full.book("S1", "P3"))).containsExactly(entry("H04", 1L));
        }

        @Test
        void eachSessionCountsByItself() {
            data.room(ROOM, room -> room.capacity = 1);
            PlanBuilder plan = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1", "P2")
                    .session("S2", MONDAY, PM)
                    .book("S2", "P3", "P4", "P5");

            assertThat(broken(data, plan)).containsExactly(entry("H04", 3L));
        }
    }

    @Nested
    class H14Room {

        private PlanBuilder on(LocalDate date) {
            return plan().session("S1", date, AM).book("S1", "P1", "P2");
        }

        @Test
        void aClosureHoldsFromItsFirstToItsLastDay() {
            data.closure(ROOM, TUESDAY, WEDNESDAY).closure("R2", MONDAY, MONDAY);

            assertThat(broken(data, on(MONDAY))).isEmpty();
            assertThat(broken(data, on(TUESDAY))).containsExactly(entry("H14", 1L));
            assertThat(broken(data, on(WEDNESDAY))).containsExactly(entry("H14", 1L));
            assertThat(broken(data, on(WEDNESDAY.plusDays(1)))).isEmpty();
        }

        @Test
        void aRoomMayBeUsedFromItsFirstToItsLastDay() {
            data.room(ROOM, room -> {
                room.from = TUESDAY;
                room.to = WEDNESDAY;
            });

            assertThat(broken(data, on(MONDAY))).containsExactly(entry("H14", 1L));
            assertThat(broken(data, on(TUESDAY))).isEmpty();
            assertThat(broken(data, on(WEDNESDAY))).isEmpty();
            assertThat(broken(data, on(WEDNESDAY.plusDays(1)))).containsExactly(entry("H14", 1L));
        }

        @Test
        void overlappingClosuresAreOnePoint() {
            data.closure(ROOM, MONDAY, WEDNESDAY).closure(ROOM, TUESDAY, TUESDAY);

            assertThat(broken(data, on(TUESDAY))).containsExactly(entry("H14", 1L));
        }

        @Test
        void anUnknownOrMissingRoomIsAPoint() {
            assertThat(broken(
                            data,
                            plan().session("S1", MODULE, MONDAY, AM, "NOWHERE", TRAINER)
                                    .book("S1", "P1")))
                    .containsExactly(entry("H14", 1L));
            assertThat(broken(
                            data,
                            plan().session("S1", MODULE, MONDAY, AM, null, TRAINER)
                                    .book("S1", "P1")))
                    .containsExactly(entry("H14", 1L));
        }

        @Test
        void aVirtualSessionNeedsNoRoom() {
            assertThat(broken(
                            data,
                            plan().session("S1", "WEB", MONDAY, AM, null, TRAINER)
                                    .book("S1", "P1")))
                    .isEmpty();
        }

        @Test
        void eachSessionBeyondTheFirstOfARoomAndSlotIsAPoint() {
            PlanBuilder plan = plan().session("S1", MODULE, MONDAY, AM, ROOM, TRAINER)
                    .book("S1", "P1")
                    .session("S2", MODULE, MONDAY, PM, ROOM, "X2")
                    .book("S2", "P2")
                    .session("S3", MODULE, TUESDAY, AM, ROOM, "X2")
                    .book("S3", "P3")
                    .session("S4", MODULE, MONDAY, AM, "R2", "X3")
                    .book("S4", "P4");
            assertThat(broken(data, plan)).isEmpty();

            plan.session("S5", MODULE, MONDAY, AM, ROOM, "X2").book("S5", "P5");
            assertThat(broken(data, plan)).containsExactly(entry("H14", 1L));

            data.module("FREE", module -> module.trainers = 0);
            PlanBuilder three = plan();
            for (String id : List.of("1", "2", "3")) {
                three.session("S" + id, "FREE", MONDAY, AM, ROOM).book("S" + id, "P" + id);
            }
            assertThat(broken(data, three)).containsExactly(entry("H14", 2L));
        }

        @Test
        void aTwoSlotSessionTakesBothSlots() {
            PlanBuilder plan = plan().session("S1", "LONG", MONDAY, ALL_DAY, ROOM, TRAINER)
                    .book("S1", "P1")
                    .session("S2", MODULE, MONDAY, PM, ROOM, "X2")
                    .book("S2", "P2");
            assertThat(broken(data, plan)).containsExactly(entry("H14", 1L));

            plan.session("S3", "LONG", MONDAY, ALL_DAY, ROOM).book("S3", "P3");
            // S1 with S3 in AM; S1, S2 and S3 in PM; S3 has no trainer.
            assertThat(broken(data, plan)).containsExactly(entry("H14", 3L), entry("H15", 1L));
        }

        @Test
        void aSessionWithoutBookingsDoesNotRun() {
            data.closure(ROOM, MONDAY, MONDAY);
            PlanBuilder plan = plan().session("S1", MODULE, MONDAY, AM, ROOM);

            assertThat(broken(data, plan)).containsExactly(entry("FORMAT", 1L));
        }
    }

    @Nested
    class H15Trainers {

        private PlanBuilder with(String... trainers) {
            return plan().session("S1", MODULE, MONDAY, AM, ROOM, trainers).book("S1", "P1", "P2");
        }

        @Test
        void eachTrainerMissingOrTooManyIsAPoint() {
            data.module(MODULE, module -> module.trainers = 2);

            assertThat(broken(data, with(TRAINER, "X2"))).isEmpty();
            assertThat(broken(data, with(TRAINER))).containsExactly(entry("H15", 1L));
            assertThat(broken(data, with())).containsExactly(entry("H15", 2L));
            assertThat(broken(data, with(TRAINER, "X2", "X3"))).containsExactly(entry("H15", 1L));
        }

        @Test
        void aTrainerNamedTwiceIsOneTrainer() {
            data.module(MODULE, module -> module.trainers = 2);

            assertThat(broken(data, with(TRAINER, TRAINER))).containsExactly(entry("H15", 1L));
        }

        @Test
        void eachInternalTrainerMissingIsAPoint() {
            data.module(MODULE, module -> {
                module.trainers = 2;
                module.internalTrainers = 2;
            });
            assertThat(broken(data, with(TRAINER, "X3"))).isEmpty();
            assertThat(broken(data, with(TRAINER, "X2"))).containsExactly(entry("H15", 1L));
            assertThat(broken(data, with())).containsExactly(entry("H15", 4L)); // two missing, both internal

            data.module(MODULE, module -> module.internalTrainers = 1);
            assertThat(broken(data, with(TRAINER, "X3"))).isEmpty();
        }

        @Test
        void anUnaccreditedTrainerIsAPoint() {
            data.trainer(TRAINER, trainer -> trainer.modules = List.of("WEB"));

            assertThat(broken(data, with(TRAINER))).containsExactly(entry("H15", 1L));
        }

        @Test
        void aTrainerIsAvailableFromFirstToLastDayAndNotWhileAbsent() {
            data.trainer(TRAINER, trainer -> {
                trainer.from = MONDAY;
                trainer.to = MONDAY;
            });
            assertThat(broken(data, with(TRAINER))).isEmpty();

            data.trainer(TRAINER, trainer -> trainer.to = MONDAY.minusDays(1));
            assertThat(broken(data, with(TRAINER))).containsExactly(entry("H15", 1L));

            data.trainer(TRAINER, trainer -> {
                trainer.from = TUESDAY;
                trainer.to = null;
            });
            assertThat(broken(data, with(TRAINER))).containsExactly(entry("H15", 1L));

            data.trainerAbsence("X3", TUESDAY, FRIDAY).trainerAbsence("X3", FRIDAY.minusDays(12), MONDAY.minusDays(1));
            assertThat(broken(data, with("X3"))).isEmpty();
            data.trainerAbsence("X3", MONDAY, MONDAY);
            assertThat(broken(data, with("X3"))).containsExactly(entry("H15", 1L));
        }

        @Test
        void aTrainerNeitherAccreditedNorAvailableIsTwoPoints_soIsAnUnknownOne() {
            data.trainer(TRAINER, trainer -> trainer.modules = List.of()).trainerAbsence(TRAINER, MONDAY, MONDAY);

            assertThat(broken(data, with(TRAINER))).containsExactly(entry("H15", 2L));
            assertThat(broken(data, with("NOBODY"))).containsExactly(entry("H15", 2L));
        }

        @Test
        void eachSessionBeyondTheFirstOfATrainerAndSlotIsAPoint() {
            PlanBuilder plan = with(TRAINER)
                    .session("S2", MODULE, MONDAY, PM, ROOM, TRAINER)
                    .book("S2", "P3");
            assertThat(broken(data, plan)).isEmpty();

            plan.session("S3", "LONG", MONDAY, ALL_DAY, "R2", TRAINER).book("S3", "P4");
            assertThat(broken(data, plan)).containsExactly(entry("H15", 2L));
        }

        @Test
        void eachVenueBeyondTheFirstOfATrainerAndDayIsAPoint() {
            PlanBuilder sameVenue = with(TRAINER)
                    .session("S2", MODULE, MONDAY, PM, "R2", TRAINER)
                    .book("S2", "P3");
            assertThat(broken(data, sameVenue)).isEmpty();

            PlanBuilder otherVenue = with(TRAINER)
                    .session("S2", MODULE, MONDAY, PM, "FAR", TRAINER)
                    .book("S2", "P3");
            assertThat(broken(data, otherVenue)).containsExactly(entry("H15", 1L));

            PlanBuilder otherDay = with(TRAINER)
                    .session("S2", MODULE, TUESDAY, PM, "FAR", TRAINER)
                    .book("S2", "P3");
            assertThat(broken(data, otherDay)).isEmpty();
        }

        @Test
        void aVirtualSessionHasNoVenue() {
            PlanBuilder plan = with(TRAINER)
                    .session("S2", "WEB", MONDAY, PM, null, TRAINER)
                    .book("S2", "P3");

            assertThat(broken(data, plan)).isEmpty();
        }

        @Test
        void eachDeliveryDayBeyondTheLimitOfAWeekIsAPoint() {
            data.trainer(TRAINER, trainer -> trainer.maxDaysPerWeek = 2);
            PlanBuilder plan = with(TRAINER)
                    .session("S2", MODULE, MONDAY, PM, ROOM, TRAINER)
                    .book("S2", "P3")
                    .session("S3", MODULE, FRIDAY, PM, ROOM, TRAINER)
                    .book("S3", "P4")
                    .session("S4", MODULE, MONDAY.plusDays(7), PM, ROOM, TRAINER)
                    .book("S4", "P5");
            assertThat(broken(data, plan)).isEmpty();

            plan.session("S5", "WEB", TUESDAY, PM, null, TRAINER).book("S5", "P6");
            assertThat(broken(data, plan)).containsExactly(entry("H15", 1L));

            data.trainer(TRAINER, trainer -> trainer.maxDaysPerWeek = 0);
            assertThat(broken(data, plan)).containsExactly(entry("H15", 4L));
        }

        @Test
        void aSessionThatDoesNotRunNeedsNoTrainer() {
            PlanBuilder plan = with(TRAINER).session("S2", MODULE, MONDAY, AM, ROOM, TRAINER);

            assertThat(broken(data, plan)).containsExactly(entry("FORMAT", 1L));
        }
    }

    @Nested
    class H17Cohort {

        private void cohorts() {
            data.module(MODULE, module -> module.grouping = Grouping.COHORT)
                    .staff("P1", staff -> staff.cohort = "C1")
                    .staff("P2", staff -> staff.cohort = "C1")
                    .staff("P3", staff -> staff.cohort = "C1")
                    .staff("P4", staff -> staff.cohort = "C2");
        }

        @Test
        void aCohortInOneSessionIsFine_soIsOneLeftOutWhole() {
            cohorts();

            assertThat(broken(data, plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3")))
                    .isEmpty();
            assertThat(broken(data, plan().require(MODULE, "P1", "P2", "P3"))).isEmpty();
        }

        @Test
        void eachSessionBeyondTheFirstIsAPoint_unbookedCountingAsOne() {
            cohorts();
            PlanBuilder two = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1", "P2")
                    .session("S2", MONDAY, PM)
                    .book("S2", "P3");
            assertThat(broken(data, two)).containsExactly(entry("H17", 1L));

            PlanBuilder oneLeftOut =
                    plan().session("S1", MONDAY, AM).book("S1", "P1", "P2").require(MODULE, "P3");
            assertThat(broken(data, oneLeftOut)).containsExactly(entry("H17", 1L));

            PlanBuilder allThree = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1")
                    .session("S2", MONDAY, PM)
                    .book("S2", "P2")
                    .require(MODULE, "P3");
            assertThat(broken(data, allThree)).containsExactly(entry("H17", 2L));
        }

        @Test
        void membersWhoDoNotRequireTheModuleDoNotCount() {
            cohorts();
            PlanBuilder plan =
                    plan().session("S1", MONDAY, AM).book("S1", "P1", "P2").decide("P3", MODULE, Decision.CREDITED);

            assertThat(broken(data, plan)).isEmpty();
        }

        @Test
        void aMemberWhoIsBookedCountsEvenWithoutARequirement() {
            cohorts();
            PlanBuilder plan = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1")
                    .session("S2", MONDAY, PM)
                    .book("S2", "P2")
                    .decide("P2", MODULE, Decision.CREDITED);

            assertThat(broken(data, plan)).containsExactly(entry("H01", 1L), entry("H17", 1L));
        }

        @Test
        void eachCohortBeyondTheFirstOfASessionIsAPoint() {
            cohorts();
            data.staff("P5", staff -> staff.cohort = "C3");
            PlanBuilder two = plan().session("S1", MONDAY, AM).book("S1", "P1", "P2", "P3", "P4");
            assertThat(broken(data, two)).containsExactly(entry("H17", 1L));

            assertThat(broken(data, two.book("S1", "P5"))).containsExactly(entry("H17", 2L));
        }

        @Test
        void peopleWithoutACohortAreBookedOneByOne() {
            cohorts();
            PlanBuilder plan = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1", "P2", "P3", "P5")
                    .require(MODULE, "P6");

            assertThat(broken(data, plan)).isEmpty();
        }

        @Test
        void aModuleForIndividualsLetsCohortsSplitAndMix() {
            cohorts();
            data.module(MODULE, module -> module.grouping = Grouping.INDIVIDUAL);
            PlanBuilder plan = plan().session("S1", MONDAY, AM)
                    .book("S1", "P1", "P4")
                    .session("S2", MONDAY, PM)
                    .book("S2", "P2")
                    .require(MODULE, "P3");

            assertThat(broken(data, plan)).isEmpty();
        }

        @Test
        void aVirtualModuleIsNoException_aDigitalOneIs() {
            cohorts();
            data.module("WEB", module -> module.grouping = Grouping.COHORT).module("PLT", module -> {
                module.digital();
                module.grouping = Grouping.COHORT;
            });
            PlanBuilder virtual = plan().session("S1", "WEB", MONDAY, AM, null, TRAINER)
                    .book("S1", "P1", "P2")
                    .require("WEB", "P3");
            assertThat(broken(data, virtual)).containsExactly(entry("H17", 1L));

            PlanBuilder digital = plan().bookDigital("P1", "PLT", MONDAY, AM)
                    .bookDigital("P2", "PLT", TUESDAY, AM)
                    .require("PLT", "P3");
            assertThat(broken(data, digital)).isEmpty();
        }
    }
}
