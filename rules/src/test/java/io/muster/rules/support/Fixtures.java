package io.muster.rules.support;

import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** A small data set, written down in a test's own words. The programme runs from 7 April to 29 August 2025. */
public final class Fixtures {
    public static final LocalDate FIRST = LocalDate.of(2025, 4, 7);
    public static final LocalDate LAST = LocalDate.of(2025, 8, 29);

    private final List<TrainingModule> modules = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Trainer> trainers = new ArrayList<>();

    public static Fixtures dataSet() {
        return new Fixtures();
    }

    /** Face-to-face half days of at most 20, two trainers. */
    public Fixtures modules(String... ids) {
        Arrays.stream(ids).forEach(id -> modules.add(module(id, Delivery.FACE_TO_FACE, List.of())));
        return this;
    }

    public Fixtures module(String id, String after) {
        modules.add(module(id, Delivery.FACE_TO_FACE, List.of(after)));
        return this;
    }

    public Fixtures digital(String id) {
        modules.add(module(id, Delivery.DIGITAL, List.of()));
        return this;
    }

    public Fixtures digitalAfter(String id, String after) {
        modules.add(module(id, Delivery.DIGITAL, List.of(after)));
        return this;
    }

    private static TrainingModule module(String id, Delivery delivery, List<String> after) {
        boolean digital = delivery == Delivery.DIGITAL;
        return new TrainingModule(
                id,
                id,
                delivery,
                1,
                digital ? 0 : 10,
                digital ? 0 : 20,
                digital ? 0 : 2,
                digital ? 0 : 1,
                null,
                after,
                null,
                null,
                Grouping.INDIVIDUAL);
    }

    public Fixtures person(Person person) {
        String team = person.bcu + "-" + person.function;
        if (teams.stream().noneMatch(known -> known.id().equals(team))) {
            teams.add(new Team(team, person.bcu, person.function, team, 51.5, 0, "P", 0, null, null));
        }
        staff.add(new StaffMember(
                person.id,
                team,
                person.role,
                person.rank,
                person.employment,
                person.status,
                person.statusUntil,
                person.joined,
                person.leaves,
                null,
                null,
                List.of(),
                null,
                person.tags,
                null,
                person.priority));
        person.completed.forEach(
                module -> completions.add(new Completion(person.id, module, FIRST.minusDays(10), "LMS")));
        return this;
    }

    public Fixtures room(int capacity, long pencePerSlot) {
        rooms.add(new Room("R" + rooms.size(), "V", capacity, pencePerSlot, List.of(), null, null));
        return this;
    }

    public Fixtures trainer(long pencePerDay, String... moduleIds) {
        trainers.add(new Trainer("T" + trainers.size(), true, List.of(moduleIds), pencePerDay, 4, null, null));
        return this;
    }

    public DataSet build() {
        return new DataSet(
                programme(),
                modules,
                teams,
                List.of(),
                staff,
                completions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rooms,
                List.of(),
                trainers,
                List.of());
    }

    private static Programme programme() {
        return new Programme(
                "1",
                "test",
                "Test",
                ZoneId.of("Europe/London"),
                FIRST,
                LAST,
                LocalDate.of(2025, 3, 3),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of(
                        new Programme.Slot("AM", LocalTime.of(9, 0), LocalTime.of(12, 30)),
                        new Programme.Slot("PM", LocalTime.of(13, 30), LocalTime.of(17, 0))),
                new Programme.Notice(28, 15),
                new Programme.Target(BigDecimal.valueOf(95), LAST, BigDecimal.valueOf(85)),
                List.of(),
                new Programme.Limits(BigDecimal.valueOf(11), 2, 90, false),
                new Programme.Travel(BigDecimal.valueOf(15), BigDecimal.valueOf(3)),
                new Programme.Abstraction(BigDecimal.valueOf(15), BigDecimal.valueOf(67)),
                new Programme.Prices(
                        40, 100, 60, 6000, 25000, 500, 20000, 1000, BigDecimal.valueOf(40), 200, 50, 1000, List.of()));
    }

    /** A staff member; an active response constable unless something else is said. */
    public static Person person(String id) {
        return new Person(id);
    }

    /** A staff member of a test. */
    public static final class Person {
        private final String id;
        private String bcu = "CN";
        private String function = "ERPT";
        private String role = "ERPT";
        private String rank = "PC";
        private Employment employment = Employment.OFFICER;
        private String status = "ACTIVE";
        private LocalDate statusUntil;
        private LocalDate joined;
        private LocalDate leaves;
        private List<String> tags = List.of();
        private List<String> completed = List.of();
        private int priority;

        private Person(String id) {
            this.id = id;
        }

        public Person of(String bcu, String function) {
            this.bcu = bcu;
            this.function = function;
            this.role = function;
            return this;
        }

        public Person role(String value) {
            role = value;
            return this;
        }

        public Person rank(String value) {
            rank = value;
            return this;
        }

        public Person employment(Employment value) {
            employment = value;
            return this;
        }

        public Person away(String reason, LocalDate until) {
            status = reason;
            statusUntil = until;
            return this;
        }

        public Person joined(LocalDate value) {
            joined = value;
            return this;
        }

        public Person leaves(LocalDate value) {
            leaves = value;
            return this;
        }

        public Person tags(String... values) {
            tags = List.of(values);
            return this;
        }

        public Person completed(String... values) {
            completed = List.of(values);
            return this;
        }

        public Person priority(int value) {
            priority = value;
            return this;
        }
    }
}
