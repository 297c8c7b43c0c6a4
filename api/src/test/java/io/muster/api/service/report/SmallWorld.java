package io.muster.api.service.report;

import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Abstraction;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.data.model.Programme.Limits;
import io.muster.data.model.Programme.Notice;
import io.muster.data.model.Programme.Prices;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.Programme.Target;
import io.muster.data.model.Programme.Travel;
import io.muster.data.model.Room;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two weeks of training around the end of a financial year, small enough to count by hand. Training days are Mon 24 to Fri
 * 28 March and Mon 31 March to Fri 4 April 2025 but for the closed Thu 3 April: 9 in all, 5 of them in the first week.
 *
 * <p>Team T1 of BCU CN (Camden) has P1 to P4, team T2 of BCU SE has P5; all work Monday to Friday 08:00 to 16:00. Modules: A
 * half a day, B a whole day, both face to face; Q half a day of digital learning. Venue V1 is internal (room R1, 10 seats,
 * 1000 pence a slot), V2 external (room R2, 4 seats, 20000 pence). Trainer I is internal and free of charge, E external at
 * 50000 pence a day.
 */
public final class SmallWorld {
    /** A Monday. */
    public static final LocalDate MONDAY = LocalDate.of(2025, 3, 24);

    private static final BigDecimal FIFTY = new BigDecimal(50);

    private SmallWorld() {}

    /** {@return the data set} */
    public static DataSet dataSet() {
        Slot am = new Slot("AM", LocalTime.of(9, 0), LocalTime.of(12, 30));
        Slot pm = new Slot("PM", LocalTime.of(13, 30), LocalTime.of(17, 0));
        Programme programme = new Programme(
                "1",
                "small",
                "Small programme",
                ZoneId.of("Europe/London"),
                MONDAY,
                MONDAY.plusDays(11),
                LocalDate.of(2025, 2, 1),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                List.of(am, pm),
                new Notice(28, 15),
                new Target(new BigDecimal(95), MONDAY.plusDays(4), new BigDecimal(85)),
                List.of(new Budget("2024/25", 100_000)),
                new Limits(new BigDecimal(11), 2, 90, true),
                new Travel(new BigDecimal(15), new BigDecimal(3)),
                new Abstraction(FIFTY, FIFTY),
                new Prices(
                        40,
                        100,
                        60,
                        6000,
                        25_000,
                        500,
                        20_000,
                        1000,
                        new BigDecimal(40),
                        200,
                        50,
                        1000,
                        List.of(new ChangeBand(28, 1), new ChangeBand(15, 3), new ChangeBand(0, 30))));
        Duty day = new Duty("D", LocalTime.of(8, 0), LocalTime.of(16, 0));
        Duty rest = new Duty("R", null, null);
        return new DataSet(
                programme,
                List.of(
                        module("A", Delivery.FACE_TO_FACE, 1),
                        module("B", Delivery.FACE_TO_FACE, 2),
                        module("Q", Delivery.DIGITAL, 1)),
                List.of(
                        new Team("T1", "CN", "ERPT", "Camden Emergency Response 1A", 51.5, -0.1, "W", 0, null, null),
                        new Team("T2", "SE", "CID", "Lewisham CID", 51.4, 0, "W", 0, null, null)),
                List.of(new ShiftPattern("W", MONDAY, List.of(day, day, day, day, day, rest, rest))),
                List.of(
                        person("P1", "T1", "ERPT"),
                        person("P2", "T1", "ERPT"),
                        person("P3", "T1", "ERPT"),
                        person("P4", "T1", "ERPT"),
                        person("P5", "T2", "CID")),
                List.of(),
                List.of(new Absence(
                        "P3", LocalDateTime.of(2025, 3, 24, 0, 0), LocalDateTime.of(2025, 3, 25, 0, 0), "LEAVE")),
                List.of(),
                List.of(new CalendarDay(LocalDate.of(2025, 4, 3), CalendarDay.CLOSED, "Closed")),
                List.of(
                        new Venue("V1", "Hendon", 51.5, -0.2, true),
                        new Venue("V2", "Friends House", 51.5, -0.1, false)),
                List.of(
                        new Room("R1", "V1", 10, 1000, List.of(), null, null),
                        new Room("R2", "V2", 4, 20_000, List.of(), null, null)),
                List.of(),
                List.of(
                        new Trainer("E", false, List.of("A", "B"), 50_000, 5, null, null),
                        new Trainer("I", true, List.of("A", "B"), 0, 2, null, null)),
                List.of(new TrainerAbsence("E", MONDAY, MONDAY.plusDays(1), "LEAVE")));
    }

    private static TrainingModule module(String id, Delivery delivery, int slots) {
        boolean isTaught = delivery != Delivery.DIGITAL;
        return new TrainingModule(
                id,
                "Module " + id,
                delivery,
                slots,
                isTaught ? 1 : 0,
                isTaught ? 10 : 0,
                isTaught ? 1 : 0,
                0,
                null,
                List.of(),
                null,
                null,
                Grouping.INDIVIDUAL);
    }

    private static StaffMember person(String id, String team, String role) {
        return new StaffMember(
                id,
                team,
                role,
                "PC",
                Employment.OFFICER,
                StaffMember.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                0);
    }

    /**
     * Everybody requires A; P1 and P5 require B too, P2 has a credit for it, the others are out of scope; Q is P1's alone.
     *
     * <p>S1: A on Mon 24 March in R1 with I, for P1, P2, P3. S2: B on Tue 1 April in R2 with E, for P1. S3: A on Wed 2
     * April in R1 with E, for P5. P1 learns Q on Fri 28
     * March. P4 has no place for A, P5 none for B.
     *
     * @return the plan
     */
    public static Plan plan() {
        List<ScopeDecision> scope = new ArrayList<>();
        for (String id : List.of("P1", "P2", "P3", "P4", "P5")) {
            scope.add(decision(id, "A", Decision.IN_SCOPE, "In.", id.equals("P4") ? 2 : 0));
        }
        scope.add(decision("P1", "B", Decision.IN_SCOPE, "In.", 0));
        scope.add(decision("P2", "B", Decision.CREDITED, "Had it on 5 April 2024.", 0));
        scope.add(decision("P3", "B", Decision.OUT_OF_SCOPE, "Left on 5 June 2025.", 0));
        scope.add(decision("P4", "B", Decision.OUT_OF_SCOPE, "Left on 17 July 2025.", 0));
        scope.add(decision("P5", "B", Decision.IN_SCOPE, "In.", 0));
        scope.add(decision("P1", "Q", Decision.IN_SCOPE, "In.", 0));
        return new Plan(
                scope,
                List.of(
                        session("S1", "A", MONDAY, List.of("AM"), "R1", "V1", "I", 10, 3),
                        session("S2", "B", MONDAY.plusDays(8), List.of("AM", "PM"), "R2", "V2", "E", 4, 1),
                        session("S3", "A", MONDAY.plusDays(9), List.of("AM"), "R1", "V1", "E", 10, 1)),
                List.of(
                        booking("P1", "A", "S1", MONDAY, "AM"),
                        booking("P1", "B", "S2", MONDAY.plusDays(8), "AM", "PM"),
                        booking("P1", "Q", null, MONDAY.plusDays(4), "PM"),
                        booking("P2", "A", "S1", MONDAY, "AM"),
                        booking("P3", "A", "S1", MONDAY, "AM"),
                        booking("P5", "A", "S3", MONDAY.plusDays(9), "AM")),
                List.of(
                        new Unbooked("P4", "A", "TEAM_CEILING", "Team T1 is at its ceiling."),
                        new Unbooked("P5", "B", "NOT_AVAILABLE", "No day will do.")),
                List.of(new Change("P1", "A", "S0", MONDAY.plusDays(1), "S1", MONDAY, "BROKEN", "D1", 20, 15, 3000)),
                null);
    }

    /** {@return a booking that is planned} */
    public static Booking booking(
            String staff, String module, @Nullable String session, LocalDate date, String... slots) {
        return new Booking(staff, module, session, date, List.of(slots), Booking.Status.PLANNED);
    }

    /** {@return a session that is planned} */
    public static SessionRow session(
            String id,
            String module,
            LocalDate date,
            List<String> slots,
            String room,
            String venue,
            String trainer,
            int capacity,
            int booked) {
        return new SessionRow(
                id, module, date, slots, room, venue, List.of(trainer), capacity, booked, SessionRow.Status.PLANNED);
    }

    private static ScopeDecision decision(String staff, String module, Decision decision, String reason, int priority) {
        return new ScopeDecision(staff, module, decision, "RULE-1", reason, priority, null, null);
    }
}
