package io.muster.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Transfer;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.support.DataSets;
import io.muster.solver.support.RandomWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A problem made after another one is the problem made from scratch, whatever differs. */
class SimilarProblemTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void peopleWhoseDaysChangedAreWorkedOutAgain(long seed) {
        Random random = new Random(seed);
        Problem before = RandomWorld.problem(seed, 2);
        List<ScopeDecision> scope = RandomWorld.scope(seed, 2);
        DataSet changed = changed(before.dataSet, random);

        Problem afresh = Problem.of(changed, scope, PublishedPlan.NONE);
        Problem after = Problem.of(changed, scope, PublishedPlan.NONE, before);

        assertThat(after.workforce.dayBits).isEqualTo(afresh.workforce.dayBits);
        assertThat(after.workforce.cap).isEqualTo(afresh.workforce.cap);
        assertThat(after.workforce.dayBits).as("the change shows at all").isNotEqualTo(before.workforce.dayBits);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsTakenOverWhereTheLimitsDiffer(long seed) {
        Problem before = RandomWorld.problem(seed, 2);
        List<ScopeDecision> scope = RandomWorld.scope(seed, 2);
        DataSet changed = DataSets.minRestHours(before.dataSet, "16");

        Problem afresh = Problem.of(changed, scope, PublishedPlan.NONE);
        Problem after = Problem.of(changed, scope, PublishedPlan.NONE, before);

        assertThat(after.workforce.dayBits).isEqualTo(afresh.workforce.dayBits);
        assertThat(after.workforce.dayBits).isNotEqualTo(before.workforce.dayBits);
    }

    /** Somebody is away for two days, somebody changes team, somebody has left, somebody is new. */
    private static DataSet changed(DataSet data, Random random) {
        LocalDate day = data.programme().firstDay().plusDays(random.nextInt(3));
        List<StaffMember> staff = new ArrayList<>(data.staff());
        StaffMember leaver = staff.get(random.nextInt(staff.size()));
        staff.set(staff.indexOf(leaver), DataSets.leaving(leaver, day));
        List<Absence> absences = new ArrayList<>(data.absences());
        for (int i = 0; i < 3; i++) {
            absences.add(new Absence(
                    staff.get(random.nextInt(staff.size())).id(),
                    day.atStartOfDay(),
                    day.plusDays(2).atStartOfDay(),
                    "SICK"));
        }
        List<Transfer> transfers = List.of(new Transfer(
                staff.get(random.nextInt(staff.size())).id(),
                day,
                data.teams().get(random.nextInt(data.teams().size())).id()));
        return DataSets.with(DataSets.people(data, staff, absences), transfers, List.of());
    }
}
