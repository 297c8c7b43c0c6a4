package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds at the edge of what the format can say: the first full plan is valid, and as full as the world permits. */
class OddWorldsTest {

    private final DataSetBuilder data = Fixtures.dataSet();
    private final List<String> modules = new ArrayList<>(List.of(Fixtures.MODULE));

    private OddWorldsTest staff(int heads) {
        for (int i = 0; i < heads; i++) {
            data.staff("P" + i);
        }
        return this;
    }

    /** Adds a module that the fixture's trainer may teach. */
    private OddWorldsTest module(String id, Consumer<DataSetBuilder.ModuleFields> change) {
        data.module(id, change);
        modules.add(id);
        data.trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.copyOf(modules));
        return this;
    }

    private AuditReport plan() {
        DataSet built = data.build();
        List<ScopeDecision> scope = Plans.everythingForAll(built);
        return ConstructionTest.plan(Problem.of(built, scope), scope);
    }

    private static void expectAll(AuditReport report) {
        assertThat(report.booked()).isEqualTo(report.requirements()).isPositive();
    }

    private static void expectNone(AuditReport report) {
        assertThat(report.booked()).isZero();
        assertThat(report.requirements()).isPositive();
    }

    @Test
    void oneSlotADay() {
        data.programme(p -> p.slots = List.of(new Slot("DAY", LocalTime.of(9, 0), LocalTime.of(17, 0))));
        expectAll(
                staff(30).module("M2", m -> {}).module("PLT", m -> m.digital()).plan());
    }

    @Test
    void twoSlotModules() {
        data.module(Fixtures.MODULE, m -> m.slots = 2);
        expectAll(staff(30)
                .module("M2", m -> {
                    m.slots = 2;
                    m.delivery = Delivery.VIRTUAL;
                })
                .module("PLT", m -> {
                    m.digital();
                    m.slots = 2;
                })
                .plan());
    }

    @Test
    void virtualModulesWithoutTrainers() {
        expectAll(staff(30)
                .module("WEB", m -> {
                    m.delivery = Delivery.VIRTUAL;
                    m.trainers = 0;
                    m.maxClass = 4;
                })
                .plan());
    }

    @Test
    void modulesAfterOthersWithGaps() {
        expectAll(staff(20)
                .module("M2", m -> {
                    m.after = List.of(Fixtures.MODULE);
                    m.minGapDays = 3;
                    m.maxGapDays = 21;
                })
                .module("M3", m -> {
                    m.after = List.of("M2", Fixtures.MODULE);
                    m.minGapDays = 2;
                })
                .plan());
    }

    @Test
    void aChainOfSixModules() {
        String before = Fixtures.MODULE;
        for (int i = 2; i <= 6; i++) {
            String prerequisite = before;
            before = "M" + i;
            module(before, m -> m.after = List.of(prerequisite));
        }
        expectAll(staff(20).plan());
    }

    @Test
    void aModuleNobodyNeeds() {
        staff(20).module("M2", m -> {});
        DataSet built = data.build();
        List<ScopeDecision> scope = Plans.everythingForAll(built).stream()
                .filter(decision -> decision.moduleId().equals(Fixtures.MODULE))
                .toList();
        expectAll(ConstructionTest.plan(Problem.of(built, scope), scope));
    }

    @Test
    void noRoomsAndDigitalLearningOnly() {
        DataSetBuilder digital = new DataSetBuilder()
                .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "09:00-17:00")
                .team(Fixtures.TEAM, team -> {})
                .module("PLT", m -> m.digital())
                .module("PLT2", m -> {
                    m.digital();
                    m.after = List.of("PLT");
                })
                .staff("P1", "P2");
        DataSet built = digital.build();
        List<ScopeDecision> scope = Plans.everythingForAll(built);
        expectAll(ConstructionTest.plan(Problem.of(built, scope), scope));
    }

    @Test
    void noRequirements() {
        staff(5);
        DataSet built = data.build();
        assertThat(ConstructionTest.plan(Problem.of(built, List.of()), List.of())
                        .requirements())
                .isZero();
    }

    @Test
    void nobodyAtAll() {
        assertThat(plan().requirements()).isZero();
    }

    @Test
    void noTrainingDay() {
        data.programme(p -> p.lastDay = p.firstDay).calendar(Fixtures.MONDAY, "CLOSED");
        expectNone(staff(5).module("PLT", m -> m.digital()).plan());
    }

    @Test
    void onePerson() {
        expectAll(staff(1).module("PLT", m -> m.digital()).plan());
    }

    @Test
    void demandThatFreezesEverything() {
        data.demand(DemandScope.Kind.ALL, "", Fixtures.MONDAY, Fixtures.LAST_DAY, "0");
        expectNone(staff(5).plan());
    }

    @Test
    void aCohortWithAMemberWhoCanNeverCome() {
        data.staff("P0", p -> p.cohort = "C1").staff("P1", p -> p.cohort = "C1").staff("P2", p -> {
            p.cohort = "C1";
            p.status = "SICK";
        });
        data.module(Fixtures.MODULE, m -> m.grouping = Grouping.COHORT);
        expectNone(plan());
    }

    @Test
    void twoCohortsOfWhichOneCannotCome() {
        data.staff("P0", p -> p.cohort = "C1").staff("P1", p -> p.cohort = "C2").staff("P2", p -> {
            p.cohort = "C2";
            p.status = "SICK";
        });
        data.module(Fixtures.MODULE, m -> m.grouping = Grouping.COHORT).staff("P3", "P4");
        assertThat(plan().booked()).as("C1, and both without a cohort").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void restDayTraining(boolean permitted) {
        data.programme(p -> p.restDayTraining = permitted).pattern("OFF", Fixtures.MONDAY, "R");
        data.team(Fixtures.TEAM, team -> team.pattern = "OFF");
        AuditReport report = staff(10).module("M2", m -> {}).plan();
        if (permitted) {
            expectAll(report);
            assertThat(report.cost().get(TrainingConstraint.REST_DAY)).isPositive();
        } else {
            expectNone(report);
        }
    }

    @Test
    void noTrainingDayInAnyWeek() {
        data.programme(p -> p.maxTrainingDaysPerStaffPerWeek = 0);
        expectNone(staff(5).module("PLT", m -> m.digital()).plan());
    }

    @Test
    void classesOfOne() {
        data.module(Fixtures.MODULE, m -> m.maxClass = 1).room("R2", room -> room.capacity = 1);
        expectAll(staff(12).plan());
    }

    @Test
    void differentNeeds() {
        data.room(Fixtures.ROOM, room -> room.features = List.of("LOOP"))
                .room("R2", room -> room.features = List.of("LOOP", "STEP_FREE"))
                .room("R3", room -> room.features = List.of("STEP_FREE"))
                .staff("P1", p -> p.needs = List.of("STEP_FREE"))
                .staff("P2", p -> p.needs = List.of("LOOP"))
                .staff("P3", p -> p.needs = List.of("LOOP", "STEP_FREE"))
                .staff("P4", p -> p.notBefore = LocalTime.of(10, 0));
        expectAll(staff(1).plan());
        data.staff("P5", p -> p.needs = List.of("POOL"));
        assertThat(plan().coverageShortfall()).isEqualTo(1);
    }

    @Test
    void aModuleNobodyTeachesOnAnyDay() {
        data.trainer(Fixtures.TRAINER, trainer -> trainer.maxDaysPerWeek = 0);
        expectNone(staff(5).plan());
    }

    @Test
    void aVenueOutOfReach() {
        data.venue("V2", 52.9, -0.12).room(Fixtures.ROOM, room -> room.venue = "V2");
        expectNone(staff(5).plan());
    }

    @Test
    void dutyThatLeavesRoomForOneSlotOnly() {
        data.pattern(Fixtures.PATTERN, Fixtures.MONDAY, "14:00-23:30");
        expectAll(staff(12).module("M2", m -> {}).plan());
    }

    /** Nobody needs the same: more combinations than any fixed table would hold. */
    @Test
    void asManyDifferentNeedsAsPeople() {
        for (int i = 2; i <= 13; i++) {
            module("M" + i, m -> {});
        }
        data.programme(p -> p.maxTrainingDaysPerStaffPerWeek = 5);
        int heads = 4200;
        staff(heads);
        DataSet built = data.build();
        List<ScopeDecision> scope = new ArrayList<>();
        int n = 0;
        for (ScopeDecision decision : Plans.everythingForAll(built)) {
            int staff = n / modules.size();
            int module = n++ % modules.size();
            if ((staff + 1 >> module & 1) != 0) {
                scope.add(decision);
            }
        }
        AuditReport report = ConstructionTest.plan(Problem.of(built, scope), scope);
        assertThat(report.booked()).as("the one room's seats").isGreaterThan(1000);
    }

    @Test
    void moreModulesThanBitsOfALong() {
        for (int i = 2; i <= 66; i++) {
            int before = i - 33;
            module("M" + i, m -> m.after = before > 0 ? List.of("M" + before) : List.of());
        }
        data.programme(p -> p.maxTrainingDaysPerStaffPerWeek = 5);
        data.trainer(Fixtures.TRAINER, trainer -> trainer.maxDaysPerWeek = 5);
        expectAll(staff(3).plan());
    }
}
