package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Full coverage is possible, without seats or trainers to waste. */
class CapacityArithmeticTest {

    static Stream<Arguments> massProgrammes() {
        return Stream.of(
                Arguments.of(SampleProgramme.NMFL_PHASE_2, 23_000),
                Arguments.of(SampleProgramme.NMFL_PHASE_1, 34_300),
                Arguments.of(SampleProgramme.METCC, 1_500),
                Arguments.of(SampleProgramme.NMFL_PHASE_2, 1_000),
                Arguments.of(SampleProgramme.NMFL_PHASE_2, 100));
    }

    @ParameterizedTest
    @MethodSource("massProgrammes")
    void seatsExceedDemand(SampleProgramme programme, int people) {
        SampleFacts facts = new SampleFacts(SampleGenerator.generate(programme, people, 5));
        double ratio = seats(facts) / (double) halfDaysFaceToFace(facts.data);

        assertThat(ratio).isGreaterThan(1.2);
        if (people > 10_000) {
            assertThat(ratio).isLessThan(1.35);
        }
    }

    @ParameterizedTest
    @MethodSource("massProgrammes")
    void trainersCanDeliverEverySession(SampleProgramme programme, int people) {
        SampleFacts facts = new SampleFacts(SampleGenerator.generate(programme, people, 5));
        double ratio = trainerSlots(facts) / 2.0 / sessionsNeeded(facts.data);

        assertThat(ratio).isGreaterThan(1.15);
        if (programme == SampleProgramme.NMFL_PHASE_2 && people > 10_000) {
            assertThat(ratio).isLessThan(1.35);
        }
    }

    /** Full days alone, without the afternoons that fit after a late duty. */
    @ParameterizedTest
    @MethodSource("massProgrammes")
    void nearlyAllPeopleDaysFitUnderTheCaps(SampleProgramme programme, int people) {
        SampleFacts facts = new SampleFacts(SampleGenerator.generate(programme, people, 5));
        int daysEach =
                (facts.data.modules().stream().mapToInt(TrainingModule::slots).sum() + 1) / 2;
        List<Team> teams = facts.data.teams();
        int step = Math.max(1, teams.size() / 150);
        long needed = 0;
        long fits = 0;
        for (int i = 0; i < teams.size(); i += step) {
            Team team = teams.get(i);
            List<StaffMember> members = facts.staffByTeam.get(team.id());
            long possible = 0;
            for (LocalDate date : facts.trainingDays()) {
                long free =
                        members.stream().filter(m -> facts.fullDayFits(m, date)).count();
                possible += Math.min(facts.cap(team, date), free);
            }
            long teamNeeds = (long) daysEach * members.size();
            needed += teamNeeds;
            fits += Math.min(teamNeeds, possible);
        }

        assertThat((double) fits / needed).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @MethodSource("massProgrammes")
    void everyTeamReachesAtLeastAQuarterOfTheRooms(SampleProgramme programme, int people) {
        SampleFacts facts = new SampleFacts(SampleGenerator.generate(programme, people, 5));
        Map<String, Venue> venues =
                facts.data.venues().stream().collect(Collectors.toMap(Venue::id, Function.identity()));

        assertThat(facts.data.teams())
                .allSatisfy(team -> assertThat(facts.data.rooms().stream()
                                .map(r -> venues.get(r.venueId()))
                                .filter(v -> facts.travelMinutes(team, v.lat(), v.lon()) <= 90)
                                .count())
                        .isGreaterThanOrEqualTo(Math.max(1, facts.data.rooms().size() / 4)));
    }

    private static long seats(SampleFacts facts) {
        int largestClass = facts.data.modules().stream()
                .mapToInt(TrainingModule::maxClass)
                .max()
                .orElseThrow();
        List<LocalDate> days = facts.trainingDays().stream()
                .filter(d -> facts.data.demand().stream().noneMatch(e -> isFreeze(e, d)))
                .toList();
        long seats = 0;
        for (Room room : facts.data.rooms()) {
            long open = days.stream().filter(d -> isOpen(facts.data, room, d)).count();
            seats += open * 2 * Math.min(largestClass, room.capacity());
        }
        return seats;
    }

    private static boolean isFreeze(OperationalDemand demand, LocalDate date) {
        return demand.scope().toString().equals("ALL")
                && demand.ceilingFactor().signum() == 0
                && !date.isBefore(demand.from())
                && !date.isAfter(demand.to());
    }

    private static boolean isOpen(DataSet data, Room room, LocalDate date) {
        return (room.from() == null || !date.isBefore(room.from()))
                && (room.to() == null || !date.isAfter(room.to()))
                && data.roomClosures().stream()
                        .filter(c -> c.roomId().equals(room.id()))
                        .noneMatch(c -> !date.isBefore(c.from()) && !date.isAfter(c.to()));
    }

    private static long trainerSlots(SampleFacts facts) {
        List<LocalDate> days = facts.trainingDays().stream()
                .filter(d -> facts.data.demand().stream().noneMatch(e -> isFreeze(e, d)))
                .toList();
        long slots = 0;
        for (Trainer trainer : facts.data.trainers()) {
            Map<Long, Long> daysByWeek = days.stream()
                    .filter(d -> trainer.from() == null || !d.isBefore(trainer.from()))
                    .filter(d -> trainer.to() == null || !d.isAfter(trainer.to()))
                    .filter(d -> facts.data.trainerAbsences().stream()
                            .filter(a -> a.trainerId().equals(trainer.id()))
                            .noneMatch(a -> !d.isBefore(a.from()) && !d.isAfter(a.to())))
                    .collect(Collectors.groupingBy(d -> (d.toEpochDay() + 3) / 7, Collectors.counting()));
            slots += 2
                    * daysByWeek.values().stream()
                            .mapToLong(n -> Math.min(n, trainer.maxDaysPerWeek()))
                            .sum();
        }
        return slots;
    }

    private static long halfDaysFaceToFace(DataSet data) {
        return (long) data.staff().size()
                * data.modules().stream()
                        .filter(m -> m.delivery() == Delivery.FACE_TO_FACE)
                        .mapToInt(TrainingModule::slots)
                        .sum();
    }

    private static long sessionsNeeded(DataSet data) {
        return data.modules().stream()
                .filter(m -> m.delivery() == Delivery.FACE_TO_FACE)
                .mapToLong(m -> (data.staff().size() + m.maxClass() - 1) / m.maxClass())
                .sum();
    }
}
