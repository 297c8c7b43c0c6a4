package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.model.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cohort can attend its modules together, in order and within the gaps. */
class CohortFeasibilityTest {

    static Stream<Arguments> cohortProgrammes() {
        return Stream.of(1L, 2L, 3L)
                .flatMap(seed -> Stream.of(
                        Arguments.of(SampleProgramme.ILM_COHORT, 12, seed),
                        Arguments.of(SampleProgramme.ILM_COHORT, 23, seed),
                        Arguments.of(SampleProgramme.COACHING_APPRENTICESHIP, 46, seed),
                        Arguments.of(SampleProgramme.COACHING_APPRENTICESHIP, 200, seed),
                        Arguments.of(SampleProgramme.LEADERSHIP, 54, seed),
                        Arguments.of(SampleProgramme.LEADERSHIP, 324, seed)));
    }

    @ParameterizedTest
    @MethodSource("cohortProgrammes")
    void everyCohortHasDaysForAllItsModules(SampleProgramme programme, int people, long seed) {
        SampleFacts facts = new SampleFacts(SampleGenerator.generate(programme, people, seed));
        List<TrainingModule> chain = facts.data.modules().stream()
                .filter(m -> m.grouping() == Grouping.COHORT)
                .toList();

        assertThat(cohorts(facts.data)).isNotEmpty().allSatisfy((cohort, members) -> {
            List<LocalDate> days = facts.trainingDays().stream()
                    .filter(d -> members.stream().allMatch(m -> facts.fullDayFits(m, d)))
                    .filter(d -> members.stream().allMatch(m -> facts.cap(facts.teamById.get(m.teamId()), d) > 0))
                    .filter(d -> tutorsOn(facts.data, d) >= 2)
                    .toList();
            assertThat(lastModuleDays(chain, days)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("cohortProgrammes")
    void everyLearnerReachesEveryVenue(SampleProgramme programme, int people, long seed) {
        SampleFacts facts = new SampleFacts(SampleGenerator.generate(programme, people, seed));

        assertThat(facts.data.teams())
                .allSatisfy(t -> assertThat(facts.data.venues())
                        .extracting((Venue v) -> facts.travelMinutes(t, v.lat(), v.lon()))
                        .allMatch(minutes -> minutes <= 90));
        assertThat(facts.data.modules())
                .filteredOn(m -> m.delivery() == Delivery.DIGITAL)
                .allSatisfy(m -> assertThat(m.grouping()).isEqualTo(Grouping.INDIVIDUAL));
    }

    /** Days on which the last module may lie, module by module; prerequisites outside the chain are left aside. */
    private static TreeSet<LocalDate> lastModuleDays(List<TrainingModule> chain, List<LocalDate> days) {
        TreeSet<LocalDate> before = new TreeSet<>(days);
        for (int i = 1; i < chain.size(); i++) {
            TrainingModule module = chain.get(i);
            TreeSet<LocalDate> reached = new TreeSet<>();
            long least = Math.max(1, module.minGapDays() == null ? 1 : module.minGapDays());
            long most = module.maxGapDays() == null ? 1_000 : module.maxGapDays();
            for (LocalDate day : days) {
                if (!before.subSet(day.minusDays(most), true, day.minusDays(least), true)
                        .isEmpty()) {
                    reached.add(day);
                }
            }
            before = reached;
        }
        return before;
    }

    private static Map<String, List<StaffMember>> cohorts(DataSet data) {
        return data.staff().stream()
                .collect(Collectors.groupingBy(StaffMember::cohort, TreeMap::new, Collectors.toList()));
    }

    private static long tutorsOn(DataSet data, LocalDate date) {
        return data.trainers().stream()
                .filter((Trainer t) ->
                        (t.from() == null || !date.isBefore(t.from())) && (t.to() == null || !date.isAfter(t.to())))
                .filter(t -> data.trainerAbsences().stream()
                        .filter(a -> a.trainerId().equals(t.id()))
                        .noneMatch(a -> !date.isBefore(a.from()) && !date.isAfter(a.to())))
                .count();
    }
}
