package io.muster.data.support;

import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
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
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/** A tiny valid data set that uses every file and every kind of cell. */
public final class Fixtures {
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 7);
    public static final LocalDate LAST_DAY = LocalDate.of(2025, 8, 29);

    private Fixtures() {}

    public static DataSet tinyDataSet() {
        return new DataSet(
                programme(),
                modules(),
                teams(),
                List.of(reliefPattern(), officePattern()),
                staff(),
                List.of(new Completion("P3", "C", LocalDate.of(2025, 2, 3), "LMS, phase 1")),
                List.of(
                        new Absence(
                                "P1",
                                LocalDateTime.of(2025, 5, 12, 0, 0),
                                LocalDateTime.of(2025, 5, 19, 0, 0),
                                "ANNUAL_LEAVE"),
                        new Absence(
                                "P2",
                                LocalDateTime.of(2025, 6, 2, 9, 30),
                                LocalDateTime.of(2025, 6, 2, 12, 0),
                                "COURT")),
                List.of(
                        new OperationalDemand(
                                new DemandScope(DemandScope.Kind.ALL, ""),
                                LocalDate.of(2025, 8, 22),
                                LocalDate.of(2025, 8, 27),
                                BigDecimal.ZERO,
                                "Carnival"),
                        new OperationalDemand(
                                new DemandScope(DemandScope.Kind.BCU, "CN"),
                                LocalDate.of(2025, 5, 5),
                                LocalDate.of(2025, 5, 9),
                                new BigDecimal("0.5"),
                                "VE Day 80")),
                List.of(
                        new CalendarDay(LocalDate.of(2025, 4, 18), CalendarDay.CLOSED, "Good Friday"),
                        new CalendarDay(LocalDate.of(2025, 4, 27), "INFORMATION", "Marathon")),
                List.of(
                        new Venue("LAM", "Lambeth", 51.495, -0.114, true),
                        new Venue("FRI", "Friends House", 51.526, -0.131, false)),
                List.of(
                        new Room("LAM-1", "LAM", 24, 0, List.of("STEP_FREE", "HEARING_LOOP"), null, null),
                        new Room(
                                "FRI-1",
                                "FRI",
                                20,
                                45_000,
                                List.of(),
                                LocalDate.of(2025, 4, 7),
                                LocalDate.of(2025, 7, 31))),
                List.of(new RoomClosure("LAM-1", LocalDate.of(2025, 5, 12), LocalDate.of(2025, 5, 16), "Repairs")),
                List.of(
                        new Trainer("T1", true, List.of("C", "D", "K"), 0, 4, null, null),
                        new Trainer("T2", false, List.of("C"), 60_000, 3, LocalDate.of(2025, 4, 7), null)),
                List.of(new TrainerAbsence(
                        "T1", LocalDate.of(2025, 6, 16), LocalDate.of(2025, 6, 20), "ANNUAL_LEAVE")));
    }

    public static Programme programme() {
        return new Programme(
                "1",
                "tiny",
                "A tiny programme",
                ZoneId.of("Europe/London"),
                FIRST_DAY,
                LAST_DAY,
                LocalDate.of(2025, 3, 3),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of(
                        new Programme.Slot("AM", LocalTime.of(9, 0), LocalTime.of(12, 30)),
                        new Programme.Slot("PM", LocalTime.of(13, 30), LocalTime.of(17, 0))),
                new Programme.Notice(28, 15),
                new Programme.Target(BigDecimal.valueOf(95), LocalDate.of(2025, 8, 22), BigDecimal.valueOf(85)),
                List.of(new Programme.Budget("2025/26", 415_000_000)),
                new Programme.Limits(BigDecimal.valueOf(11), 2, 90, false),
                new Programme.Travel(BigDecimal.valueOf(15), new BigDecimal("3.0")),
                new Programme.Abstraction(BigDecimal.valueOf(15), BigDecimal.valueOf(67)),
                new Programme.Prices(
                        40,
                        100,
                        60,
                        6_000,
                        25_000,
                        500,
                        20_000,
                        1_000,
                        BigDecimal.valueOf(40),
                        200,
                        50,
                        1_000,
                        List.of(
                                new Programme.ChangeBand(28, 1),
                                new Programme.ChangeBand(15, 3),
                                new Programme.ChangeBand(8, 10),
                                new Programme.ChangeBand(0, 30))));
    }

    private static List<TrainingModule> modules() {
        return List.of(
                new TrainingModule(
                        "C",
                        "Children's Strategy",
                        Delivery.FACE_TO_FACE,
                        1,
                        8,
                        20,
                        2,
                        1,
                        null,
                        List.of(),
                        null,
                        null,
                        Grouping.INDIVIDUAL),
                new TrainingModule(
                        "D",
                        "Domestic Abuse",
                        Delivery.FACE_TO_FACE,
                        2,
                        8,
                        20,
                        1,
                        0,
                        LocalDate.of(2025, 4, 28),
                        List.of("C", "E"),
                        7,
                        60,
                        Grouping.INDIVIDUAL),
                new TrainingModule(
                        "E",
                        "Protected learning",
                        Delivery.DIGITAL,
                        1,
                        0,
                        0,
                        0,
                        0,
                        null,
                        List.of(),
                        null,
                        null,
                        Grouping.INDIVIDUAL),
                new TrainingModule(
                        "K",
                        "Coaching",
                        Delivery.VIRTUAL,
                        1,
                        2,
                        12,
                        1,
                        1,
                        null,
                        List.of(),
                        null,
                        null,
                        Grouping.COHORT));
    }

    private static List<Team> teams() {
        return List.of(
                new Team("CN-A", "CN", "ERPT", "Camden A", 51.521, -0.117, "RELIEF", 0, new BigDecimal("12.5"), null),
                new Team("SE-N", "SE", "NHT", "Lewisham, \"north\"", 51.458, -0.013, "OFFICE", -3, null, null));
    }

    private static ShiftPattern reliefPattern() {
        Duty early = new Duty("E", LocalTime.of(7, 0), LocalTime.of(16, 30));
        Duty night = new Duty("N", LocalTime.of(22, 0), LocalTime.of(7, 30));
        Duty rest = new Duty("R", null, null);
        return new ShiftPattern("RELIEF", FIRST_DAY, List.of(early, early, night, rest, rest));
    }

    private static ShiftPattern officePattern() {
        Duty day = new Duty("D", LocalTime.of(8, 0), LocalTime.of(16, 0));
        Duty rest = new Duty("R", null, null);
        return new ShiftPattern("OFFICE", FIRST_DAY, List.of(day, day, day, day, day, rest, rest));
    }

    private static List<StaffMember> staff() {
        return List.of(
                new StaffMember(
                        "P1",
                        "CN-A",
                        "ERPT",
                        "PC",
                        Employment.OFFICER,
                        "ACTIVE",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("STEP_FREE"),
                        null,
                        List.of("SOIT"),
                        "K1",
                        0),
                new StaffMember(
                        "P2",
                        "CN-A",
                        "ERPT",
                        "Sergeant",
                        Employment.OFFICER,
                        "ACTIVE",
                        null,
                        LocalDate.of(2025, 5, 1),
                        LocalDate.of(2025, 8, 1),
                        "OFFICE",
                        null,
                        List.of(),
                        LocalTime.of(9, 0),
                        List.of(),
                        "K1",
                        2),
                new StaffMember(
                        "P3",
                        "SE-N",
                        "NHT",
                        "PCSO",
                        Employment.PCSO,
                        "LONG_TERM",
                        LocalDate.of(2025, 5, 31),
                        null,
                        null,
                        null,
                        -2,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        1));
    }
}
