package io.muster.data.sample;

import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.sample.Organisation.PlannedTeam;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A programme for whole role families, people booked one by one.
 *
 * @param frame dates and limits
 * @param modules the modules
 * @param credits how many have completed a module before
 * @param teams teams and their heads
 * @param fewestRooms rooms in any case
 * @param trainers trainers, even
 */
record MassProgramme(
        ProgrammeFrame frame,
        List<TrainingModule> modules,
        List<Credit> credits,
        List<PlannedTeam> teams,
        int fewestRooms,
        int trainers) {

    /** Seats exceed demand by a fifth to a third: 34 rooms of 20 at 85% occupancy, and some contingency (DOMAIN). */
    private static final double SEATS_PER_REQUIREMENT = 1.28;

    /** A cadre of about 100 for 23,000 people (DOMAIN). */
    private static final int REFERENCE_TRAINERS = 100;

    /** Three pairs, each accredited for four of five modules, leave no module without two. */
    private static final int FEWEST_TRAINERS = 6;
    /** Two pairs deliver 8 half days a week each: 400 in 25 weeks, for 282 sessions of 16. */
    private static final int METCC_TRAINERS = 4;

    private static final int CREDIT_DAYS = 365;

    /** The flagship: five half days face to face and half a day of digital training for everyone. */
    static MassProgramme nmflPhase2(int people) {
        ProgrammeFrame frame = new ProgrammeFrame(
                SampleProgramme.NMFL_PHASE_2,
                LocalDate.of(2025, 4, 7),
                LocalDate.of(2025, 8, 29),
                LocalDate.of(2025, 3, 3),
                ProgrammeFrame.WORKING_WEEK,
                "95",
                LocalDate.of(2025, 8, 22),
                "15",
                "67",
                List.of(
                        scaled("2024/25", 44_000_000, people, SampleProgramme.NMFL_PHASE_2),
                        scaled("2025/26", 415_000_000, people, SampleProgramme.NMFL_PHASE_2)));
        return new MassProgramme(
                frame,
                Curriculum.NMFL_PHASE_2,
                List.of(new Credit("DIG", 0.05), new Credit("D", 0.04), new Credit("S", 0.06)),
                Organisation.ofAllFamilies(people),
                3,
                cadre(people, REFERENCE_TRAINERS, RoleFamily.REFERENCE_HEADS, FEWEST_TRAINERS));
    }

    /** The year before: five other half days and the digital RASSO package. Its budget is a default. */
    static MassProgramme nmflPhase1(int people) {
        ProgrammeFrame frame = new ProgrammeFrame(
                SampleProgramme.NMFL_PHASE_1,
                LocalDate.of(2024, 9, 30),
                LocalDate.of(2025, 4, 30),
                LocalDate.of(2024, 9, 2),
                ProgrammeFrame.WORKING_WEEK,
                "95",
                LocalDate.of(2025, 4, 30),
                "15",
                "67",
                List.of(
                        scaled("2024/25", 620_000_000, people, SampleProgramme.NMFL_PHASE_1),
                        scaled("2025/26", 70_000_000, people, SampleProgramme.NMFL_PHASE_1)));
        return new MassProgramme(
                frame,
                Curriculum.NMFL_PHASE_1,
                List.of(new Credit("RASSO", 0.10), new Credit("EVC", 0.03)),
                Organisation.ofAllFamilies(people),
                3,
                cadre(people, REFERENCE_TRAINERS, RoleFamily.REFERENCE_HEADS, FEWEST_TRAINERS));
    }

    /** Control room resilience: every day is a training day, and little strength can be spared. */
    static MassProgramme metcc(int people) {
        ProgrammeFrame frame = new ProgrammeFrame(
                SampleProgramme.METCC,
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2026, 2, 27),
                LocalDate.of(2025, 7, 28),
                EnumSet.allOf(DayOfWeek.class),
                "95",
                LocalDate.of(2026, 2, 13),
                "12.5",
                "70",
                List.of(scaled("2025/26", 18_000_000, people, SampleProgramme.METCC)));
        return new MassProgramme(
                frame,
                Curriculum.METCC,
                List.of(new Credit("RES1", 0.05)),
                Organisation.ofFamily(RoleFamily.METCC, people),
                2,
                cadre(people, METCC_TRAINERS, SampleProgramme.METCC.defaultPeople(), METCC_TRAINERS));
    }

    DataSet generate(long seed) {
        Programme programme = frame.toProgramme();
        List<StaffMember> staff = new Workforce(programme, WorkforceRates.MASS, seed).fill(teams);
        List<Team> teamList = teams.stream().map(PlannedTeam::team).toList();
        List<OperationalDemand> demand = DemandFacts.demand(programme, teamList);
        AbsencePlanner absences = new AbsencePlanner(programme, AbsenceRates.MASS, seed);
        int next = 0;
        for (PlannedTeam planned : teams) {
            absences.plan(planned.team(), staff.subList(next, next + planned.heads()), Set.of());
            next += planned.heads();
        }
        List<LocalDate> usableDays = CalendarFacts.trainingDays(programme).stream()
                .filter(d -> !DemandFacts.isFrozenForAll(demand, d))
                .toList();
        Estate.Brief brief = new Estate.Brief(
                Estate.ALL_LONDON,
                Estate.CLASSROOMS,
                fewestRooms,
                (long) Math.ceil(seatsNeeded(staff.size()) * SEATS_PER_REQUIREMENT),
                modules.stream().mapToInt(TrainingModule::maxClass).max().orElse(1));
        Estate estate = Estate.offering(brief, usableDays, programme.slots().size(), seed);
        List<String> taught = modules.stream()
                .filter(m -> m.delivery() != Delivery.DIGITAL)
                .map(TrainingModule::id)
                .toList();
        TrainerCadre cadre = TrainerCadre.ofSpecialists(trainers, taught, programme, seed);
        return new DataSet(
                programme,
                modules,
                teamList,
                Patterns.usedBy(teamList, staff),
                staff,
                completions(programme, staff, seed),
                absences.absences(),
                demand,
                CalendarFacts.calendar(programme),
                estate.venues(),
                estate.rooms(),
                estate.closures(),
                cadre.trainers(),
                cadre.absences());
    }

    private long seatsNeeded(int people) {
        return modules.stream()
                .filter(m -> m.delivery() == Delivery.FACE_TO_FACE)
                .mapToLong(m -> (long) m.slots() * people)
                .sum();
    }

    private List<Completion> completions(Programme programme, List<StaffMember> staff, long seed) {
        SeededRandom random = SeededRandom.of(seed, "completions");
        List<Completion> completions = new ArrayList<>();
        for (StaffMember member : staff) {
            for (Credit credit : credits) {
                if (random.chance(credit.share()) && member.joined() == null) {
                    LocalDate date = programme.asOf().minusDays(random.between(1, CREDIT_DAYS));
                    String source = random.chance(0.5) ? "TRAINING_RECORD" : "LOCAL_COURSE";
                    completions.add(new Completion(member.id(), credit.moduleId(), date, source));
                }
            }
        }
        return completions;
    }

    /** {@return pairs of trainers in proportion to people, as a number of trainers} */
    private static int cadre(int people, int referenceTrainers, int referencePeople, int fewest) {
        int pairs = Math.round(referenceTrainers / 2f * people / referencePeople);
        return Math.max(fewest, 2 * pairs);
    }

    private static Budget scaled(String financialYear, long pence, int people, SampleProgramme programme) {
        return new Budget(financialYear, pence * people / programme.defaultPeople());
    }

    /**
     * Prior credit.
     *
     * @param moduleId the module
     * @param share share of people who have completed it, 0 to 1
     */
    record Credit(String moduleId, double share) {}
}
