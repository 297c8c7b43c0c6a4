package io.muster.data.sample;

import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.sample.CohortTimetable.Turn;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A programme whose people learn in cohorts. Its teams hold only the learners of a BCU, not everybody who works there,
 * so the ceiling is 100% and no minimum strength applies.
 *
 * @param frame dates and limits
 * @param modules the modules, for everybody
 * @param levels levels, each with its cohorts
 * @param roomSizes seats of one room after another, again and again
 * @param fewestTutors tutors in any case, even, {@code >= 2}
 * @param tutorReplaced whether, from the second cohort on, a tutor is replaced half-way
 */
record CohortProgramme(
        ProgrammeFrame frame,
        List<TrainingModule> modules,
        List<Level> levels,
        List<Integer> roomSizes,
        int fewestTutors,
        boolean tutorReplaced) {

    private static final String LEARNERS = "LEARNERS";
    private static final int LARGEST_ILM_COHORT = 12;
    private static final int LARGEST_LEVEL_5_COHORT = 30;
    private static final int LARGEST_LEVEL_7_COHORT = 16;
    private static final int LARGEST_LEADERSHIP_COHORT = 18;
    /** Heads of the Level 5 and Level 7 cohorts of a coaching apprenticeship of the default size. */
    private static final int[] COACHING_WEIGHTS = {LARGEST_LEVEL_5_COHORT, LARGEST_LEVEL_7_COHORT};
    /** First line, mid-level, senior. */
    private static final int[] LEADERSHIP_WEIGHTS = {6, 3, 1};

    private static final int COHORTS_PER_ROOM = 4;
    private static final int COHORTS_PER_TUTOR_PAIR = 8;
    private static final double POLICE_STAFF_SHARE = 0.3;
    private static final double STEP_FREE_SHARE = 0.02;
    private static final double HEARING_LOOP_SHARE = 0.01;
    private static final double HIGH_PRIORITY_SHARE = 0.03;
    private static final int RELIEF_TEAMS = 5;

    /** Patterns whose people are all at work from Tuesday to Thursday. */
    private static final List<Turn> DAY_TURNS = List.of(
            new Turn(Patterns.OFFICE, 0),
            new Turn(Patterns.OFFICE, 0),
            new Turn(Patterns.COMPRESSED, 0),
            new Turn(Patterns.COMPRESSED_LATE_WEEK, 0),
            new Turn(Patterns.PART_TIME_MIDWEEK, 0),
            new Turn(Patterns.CID, 0),
            new Turn(Patterns.CID, 14),
            new Turn(Patterns.PUBLIC_PROTECTION, 7));

    private static final List<String> FIRST_LINE = List.of("Sergeant", "Band D");
    private static final List<String> MID_LEVEL = List.of("Inspector", "Band B");
    private static final List<String> SENIOR = List.of("Superintendent", "Band A");

    /** ILM Level 5: cohorts of up to 12; 23 learners are the published 12 and 11. */
    static CohortProgramme ilm(int people) {
        return new CohortProgramme(
                frame(SampleProgramme.ILM_COHORT, "2025-07-28", "2025-09-01", "2026-02-27", 1_000_000L * people),
                Curriculum.ILM,
                List.of(new Level(
                        "ILM5_LEARNER", "ILM5", FIRST_LINE, Shares.partsOfAtMost(people, LARGEST_ILM_COHORT), 0)),
                List.of(20),
                2,
                true);
    }

    /** Level 5 cohorts of up to 30 and Level 7 cohorts of up to 16 beside them, on one curriculum. */
    static CohortProgramme coachingApprenticeship(int people) {
        int[] heads = Shares.allocate(people, COACHING_WEIGHTS);
        return new CohortProgramme(
                frame(
                        SampleProgramme.COACHING_APPRENTICESHIP,
                        "2025-08-11",
                        "2025-09-15",
                        "2026-07-17",
                        500_000L * people),
                Curriculum.COACHING_APPRENTICESHIP,
                List.of(
                        new Level(
                                "COACH_LEVEL_5",
                                "CP5",
                                FIRST_LINE,
                                Shares.partsOfAtMost(heads[0], LARGEST_LEVEL_5_COHORT),
                                0),
                        new Level(
                                "COACH_LEVEL_7",
                                "CP7",
                                MID_LEVEL,
                                Shares.partsOfAtMost(heads[1], LARGEST_LEVEL_7_COHORT),
                                0)),
                List.of(32, 30, 34),
                4,
                false);
    }

    /** First line, mid-level and senior leaders; every second first-line cohort comes from one relief team's turn. */
    static CohortProgramme leadership(int people) {
        int[] heads = Shares.allocate(people, LEADERSHIP_WEIGHTS);
        return new CohortProgramme(
                frame(SampleProgramme.LEADERSHIP, "2025-07-28", "2025-09-01", "2026-03-27", 100_000L * people),
                Curriculum.LEADERSHIP,
                List.of(
                        leaders("FIRST_LINE_LEADER", "LFL", FIRST_LINE, heads[0], 2),
                        leaders("MID_LEVEL_LEADER", "LML", MID_LEVEL, heads[1], 0),
                        leaders("SENIOR_LEADER", "LSL", SENIOR, heads[2], 0)),
                List.of(20, 24, 20, 30),
                4,
                false);
    }

    DataSet generate(long seed) {
        Programme programme = frame.toProgramme();
        List<Team> teams = Stream.of(Bcu.values()).map(CohortProgramme::team).toList();
        List<OperationalDemand> freezes = DemandFacts.freezes(programme, teams);
        List<LocalDate> usableDays = CalendarFacts.trainingDays(programme).stream()
                .filter(d -> !DemandFacts.isFrozenForAll(freezes, d))
                .toList();
        List<StaffMember> staff = new ArrayList<>();
        AbsencePlanner absences = new AbsencePlanner(programme, AbsenceRates.MASS, seed);
        SeededRandom random = SeededRandom.of(seed, "learners");
        int cohorts = 0;
        for (Level level : levels) {
            for (int number = 0; number < level.sizes().length; number++) {
                List<Turn> turns = level.turns(number);
                Set<LocalDate> keptFree = CohortTimetable.keptFree(programme, usableDays, cohorts++, turns);
                List<StaffMember> members = members(level, number, turns, teams, staff.size(), random);
                staff.addAll(members);
                absences.plan(teams.get(0), members, keptFree);
            }
        }
        Estate estate = estate(cohorts, usableDays, programme, seed);
        TrainerCadre cadre = tutors(cohorts, programme, seed);
        List<Team> usedTeams = teams.stream()
                .filter(t -> staff.stream().anyMatch(m -> m.teamId().equals(t.id())))
                .toList();
        return new DataSet(
                programme,
                modules,
                usedTeams,
                Patterns.usedBy(usedTeams, staff),
                staff,
                List.of(),
                absences.absences(),
                freezes,
                CalendarFacts.calendar(programme),
                estate.venues(),
                estate.rooms(),
                estate.closures(),
                cadre.trainers(),
                cadre.absences());
    }

    private List<StaffMember> members(
            Level level, int number, List<Turn> turns, List<Team> teams, int before, SeededRandom random) {
        String cohort = String.format(Locale.ROOT, "%s-%02d", level.cohortPrefix(), number + 1);
        List<StaffMember> members = new ArrayList<>();
        for (int i = 0; i < level.sizes()[number]; i++) {
            Turn turn = turns.get(i % turns.size());
            boolean policeStaff = random.chance(POLICE_STAFF_SHARE);
            List<String> needs = new ArrayList<>();
            if (random.chance(STEP_FREE_SHARE)) {
                needs.add(Estate.STEP_FREE);
            }
            if (random.chance(HEARING_LOOP_SHARE)) {
                needs.add(Estate.HEARING_LOOP);
            }
            members.add(new StaffMember(
                    String.format(Locale.ROOT, "P%06d", before + i + 1),
                    random.pick(teams).id(),
                    level.role(),
                    level.ranks().get(policeStaff ? 1 : 0),
                    policeStaff ? Employment.STAFF : Employment.OFFICER,
                    StaffMember.ACTIVE,
                    null,
                    null,
                    null,
                    turn.patternId(),
                    turn.offset(),
                    needs,
                    null,
                    List.of(),
                    cohort,
                    random.chance(HIGH_PRIORITY_SHARE) ? 1 : 0));
        }
        return members;
    }

    private Estate estate(int cohorts, List<LocalDate> usableDays, Programme programme, long seed) {
        boolean faceToFace = modules.stream().anyMatch(m -> m.delivery() == Delivery.FACE_TO_FACE);
        int rooms = faceToFace ? 2 + cohorts / COHORTS_PER_ROOM : 1;
        Estate.Brief brief = new Estate.Brief(Estate.CENTRAL, roomSizes, rooms, 0, 1);
        return Estate.offering(brief, usableDays, programme.slots().size(), seed);
    }

    private TrainerCadre tutors(int cohorts, Programme programme, long seed) {
        List<String> taught = modules.stream()
                .filter(m -> m.delivery() != Delivery.DIGITAL)
                .map(TrainingModule::id)
                .toList();
        int count = fewestTutors + 2 * (cohorts / COHORTS_PER_TUTOR_PAIR);
        if (!tutorReplaced || cohorts < 2) {
            return TrainerCadre.ofTutors(count, taught, programme, seed);
        }
        long half = ChronoUnit.DAYS.between(programme.firstDay(), programme.lastDay()) / 2;
        return TrainerCadre.ofTutors(count + 2, taught, programme, seed)
                .withReplacementOn(programme.firstDay().plusDays(half));
    }

    private static Level leaders(String role, String prefix, List<String> ranks, int heads, int reliefEvery) {
        return new Level(role, prefix, ranks, Shares.partsOfAtMost(heads, LARGEST_LEADERSHIP_COHORT), reliefEvery);
    }

    private static ProgrammeFrame frame(
            SampleProgramme programme, String asOf, String firstDay, String lastDay, long pence) {
        LocalDate last = LocalDate.parse(lastDay);
        return new ProgrammeFrame(
                programme,
                LocalDate.parse(firstDay),
                last,
                LocalDate.parse(asOf),
                ProgrammeFrame.WORKING_WEEK,
                "95",
                last.minusWeeks(1),
                "100",
                "0",
                List.of(new Budget("2025/26", pence)));
    }

    private static Team team(Bcu bcu) {
        return new Team(
                bcu.name() + "-" + LEARNERS,
                bcu.name(),
                LEARNERS,
                bcu.headquarters().name() + " learners",
                bcu.headquarters().lat(),
                bcu.headquarters().lon(),
                Patterns.OFFICE,
                0,
                null,
                null);
    }

    /**
     * A level of a programme.
     *
     * @param role role of its people
     * @param cohortPrefix what the ids of its cohorts begin with
     * @param ranks rank of officers, then grade of police staff
     * @param sizes heads of each cohort
     * @param reliefEvery every such cohort (2: every second) consists of one turn of a relief pattern; 0: none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Level(String role, String cohortPrefix, List<String> ranks, int[] sizes, int reliefEvery) {

        /** {@return the turns that the members of a cohort have, one after another} */
        List<Turn> turns(int cohort) {
            boolean relief = reliefEvery > 0 && cohort % reliefEvery == reliefEvery - 1;
            return relief
                    ? List.of(new Turn(Patterns.RELIEF, cohort % RELIEF_TEAMS * RoleFamily.ERPT.offsetStepDays()))
                    : DAY_TURNS;
        }
    }
}
