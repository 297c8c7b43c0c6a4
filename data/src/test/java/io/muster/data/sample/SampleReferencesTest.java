package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.model.Venue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DATASET section 1 for generated data sets: keys, references and ranges, without the readers of this module. */
class SampleReferencesTest {

    static Stream<Arguments> dataSets() {
        return Stream.of(SampleProgramme.values())
                .flatMap(p -> Stream.of(p.minPeople(), Math.min(p.defaultPeople(), 3_000), p.minPeople() * 3 + 1)
                        .distinct()
                        .map(people -> Arguments.of(p, people)));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyKeyIsUnique(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 7);
        ids(data.modules().stream().map(TrainingModule::id).toList());
        ids(data.teams().stream().map(Team::id).toList());
        ids(data.patterns().stream().map(ShiftPattern::id).toList());
        ids(data.staff().stream().map(StaffMember::id).toList());
        ids(data.completions().stream()
                .map(c -> c.staffId() + " " + c.moduleId())
                .toList());
        ids(data.calendar().stream().map(c -> c.date().toString()).toList());
        ids(data.venues().stream().map(Venue::id).toList());
        ids(data.rooms().stream().map(Room::id).toList());
        ids(data.trainers().stream().map(Trainer::id).toList());
        assertThat(data.staff()).hasSize(people);
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyReferenceResolves(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 7);
        Set<String> modules =
                ids(data.modules().stream().map(TrainingModule::id).toList());
        Set<String> teams = ids(data.teams().stream().map(Team::id).toList());
        Set<String> patterns =
                ids(data.patterns().stream().map(ShiftPattern::id).toList());
        Set<String> staff = ids(data.staff().stream().map(StaffMember::id).toList());
        Set<String> rooms = ids(data.rooms().stream().map(Room::id).toList());
        Set<String> trainers = ids(data.trainers().stream().map(Trainer::id).toList());

        assertThat(data.modules()).allSatisfy(m -> assertThat(modules).containsAll(m.after()));
        assertThat(data.teams()).allSatisfy(t -> assertThat(patterns).contains(t.patternId()));
        assertThat(data.staff()).extracting(StaffMember::teamId).isSubsetOf(teams);
        assertThat(data.staff().stream()
                        .map(StaffMember::patternId)
                        .filter(p -> p != null)
                        .toList())
                .isSubsetOf(patterns);
        assertThat(data.completions()).allSatisfy(c -> {
            assertThat(staff).contains(c.staffId());
            assertThat(modules).contains(c.moduleId());
            assertThat(c.date()).isBefore(data.programme().asOf());
        });
        assertThat(staff.containsAll(
                        data.absences().stream().map(Absence::staffId).collect(Collectors.toSet())))
                .isTrue();
        assertThat(data.rooms())
                .extracting(Room::venueId)
                .isSubsetOf(data.venues().stream().map(Venue::id).toList());
        assertThat(data.venues())
                .extracting(Venue::id)
                .isSubsetOf(data.rooms().stream().map(Room::venueId).toList());
        assertThat(data.roomClosures()).extracting(RoomClosure::roomId).isSubsetOf(rooms);
        assertThat(data.trainers()).allSatisfy(t -> assertThat(modules).containsAll(t.moduleIds()));
        assertThat(data.trainerAbsences()).extracting(TrainerAbsence::trainerId).isSubsetOf(trainers);
        assertThat(data.demand()).allSatisfy(e -> assertThat(data.teams()).anyMatch(e.scope()::covers));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyRangeIsInOrder(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 7);
        LocalDate firstBookable =
                data.programme().asOf().plusDays(data.programme().notice().newBookingDays());
        assertThat(firstBookable).isBeforeOrEqualTo(data.programme().firstDay());
        assertThat(data.absences().stream().allMatch(a -> a.from().isBefore(a.to())))
                .isTrue();
        assertThat(data.demand())
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.from()).isBeforeOrEqualTo(e.to()));
        assertThat(data.roomClosures()).allSatisfy(c -> assertThat(c.from()).isBeforeOrEqualTo(c.to()));
        assertThat(data.trainerAbsences()).allSatisfy(a -> assertThat(a.from()).isBeforeOrEqualTo(a.to()));
        assertThat(data.staff()).allSatisfy(m -> {
            if (m.joined() != null && m.leaves() != null) {
                assertThat(m.joined()).isBefore(m.leaves());
            }
        });
        assertThat(data.patterns())
                .allSatisfy(p -> assertThat(p.duties())
                        .isNotEmpty()
                        .allSatisfy(d -> assertThat(d.isRestDay()).isEqualTo(d.start() == null)));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyModuleCanBeTaughtSomewhere(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 7);
        int largestRoom = data.rooms().stream().mapToInt(Room::capacity).max().orElseThrow();
        for (TrainingModule module : data.modules()) {
            List<Trainer> accredited = data.trainers().stream()
                    .filter(t -> t.moduleIds().contains(module.id()))
                    .toList();
            assertThat(accredited).hasSizeGreaterThanOrEqualTo(module.trainers());
            assertThat(accredited.stream().filter(Trainer::internal).count())
                    .isGreaterThanOrEqualTo(module.internalTrainers());
            if (module.delivery() == Delivery.FACE_TO_FACE) {
                assertThat(module.minClass()).isLessThanOrEqualTo(largestRoom);
            }
            if (module.grouping() == Grouping.COHORT) {
                assertThat(data.staff().stream()
                                .filter(m -> m.cohort() != null)
                                .collect(Collectors.groupingBy(StaffMember::cohort, Collectors.counting()))
                                .values())
                        .isNotEmpty()
                        .allSatisfy(heads ->
                                assertThat(heads).isBetween((long) module.minClass(), (long) module.maxClass()))
                        .allSatisfy(heads -> {
                            if (module.delivery() == Delivery.FACE_TO_FACE) {
                                assertThat(heads).isLessThanOrEqualTo(largestRoom);
                            }
                        });
            }
        }
    }

    private static Set<String> ids(Collection<String> ids) {
        Set<String> unique = new HashSet<>(ids);
        assertThat(unique).hasSameSizeAs(ids);
        return unique;
    }
}
