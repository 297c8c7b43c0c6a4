package io.muster.benchmarks.replan;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the cases of a plan: each kind of disruption several times, drawn with a fixed seed. */
public final class ReplanCases {

    private static final long SEED = 20_250_407;
    private static final int PEOPLE_ABSENT = 200;
    private static final int DAYS_AHEAD = 60;

    private final DataSet dataSet;
    private final LocalDate asOf;
    private final List<SessionRow> sessions;
    private final List<Booking> bookings;
    private final Random random = new Random(SEED);

    /**
     * Cases of a plan.
     *
     * @param dataSet its data set
     * @param plan the plan
     * @param asOf the day of the re-plan: what happens lies in the two months after it
     * @throws IllegalArgumentException if nothing is booked in a session in that time
     */
    public ReplanCases(DataSet dataSet, Plan plan, LocalDate asOf) {
        this.dataSet = dataSet;
        this.asOf = asOf;
        sessions = plan.sessions().stream()
                .filter(row -> row.booked() > 0 && row.roomId() != null && isAhead(row.date()))
                .toList();
        bookings = plan.bookings().stream()
                .filter(row -> row.counts() && row.sessionId() != null && isAhead(row.date()))
                .toList();
        if (sessions.isEmpty() || bookings.isEmpty()) {
            throw new IllegalArgumentException("Nothing is booked in the two months from " + asOf
                    + " on. Maybe the date is not one of the plan's.");
        }
    }

    private boolean isAhead(LocalDate date) {
        return date.isAfter(asOf) && date.isBefore(asOf.plusDays(DAYS_AHEAD));
    }

    /**
     * Makes cases.
     *
     * @param small how many of each small kind: a session, a person
     * @param large how many of each large kind
     * @return the cases, kind by kind
     */
    public List<ReplanCase> make(int small, int large) {
        List<ReplanCase> cases = new ArrayList<>();
        for (int i = 0; i < small; i++) {
            cases.add(one("session cancelled", Kind.SESSION_CANCELLED, session().id(), null, null, null));
        }
        for (int i = 0; i < small; i++) {
            cases.add(new ReplanCase("person absent a day", List.of(absence("D1", booking(), 1))));
        }
        for (int i = 0; i < large; i++) {
            SessionRow row = session();
            cases.add(one(
                    "trainer away a week",
                    Kind.TRAINER_ABSENT,
                    row.trainerIds().get(0),
                    row.date(),
                    row.date().plusDays(6),
                    null));
        }
        for (int i = 0; i < large; i++) {
            SessionRow row = session();
            cases.add(one("venue closed a day", Kind.VENUE_CLOSED, venue(row), row.date(), row.date(), null));
        }
        for (int i = 0; i < large; i++) {
            Booking row = booking();
            String team = dataSet.staff().stream()
                    .filter(person -> person.id().equals(row.staffId()))
                    .findFirst()
                    .orElseThrow()
                    .teamId();
            cases.add(one(
                    "team frozen two weeks",
                    Kind.TEAM_CAP,
                    team,
                    row.date(),
                    row.date().plusDays(13),
                    "0"));
        }
        for (int i = 0; i < large; i++) {
            List<Disruption> absences = new ArrayList<>();
            for (int k = 0; k < PEOPLE_ABSENT; k++) {
                absences.add(absence("D" + (1000 + k), booking(), 3));
            }
            cases.add(new ReplanCase("200 people absent", absences));
        }
        SessionRow row = session();
        cases.add(one("venue lost for good", Kind.VENUE_CLOSED, venue(row), asOf.plusDays(1), null, null));
        LocalDate stop = asOf.plusDays(14);
        cases.add(one("three-day stop", Kind.DEMAND, "ALL", stop, stop.plusDays(2), "0"));
        return cases;
    }

    private SessionRow session() {
        return sessions.get(random.nextInt(sessions.size()));
    }

    private Booking booking() {
        return bookings.get(random.nextInt(bookings.size()));
    }

    private static String venue(SessionRow row) {
        return Objects.requireNonNull(row.venueId());
    }

    private static Disruption absence(String id, Booking row, int days) {
        return new Disruption(
                id,
                Kind.STAFF_ABSENT,
                row.staffId(),
                row.date() + "T00:00",
                row.date().plusDays(days) + "T00:00",
                null,
                null);
    }

    private static ReplanCase one(
            String name,
            Kind kind,
            String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String value) {
        return new ReplanCase(
                name,
                List.of(new Disruption(
                        "D1",
                        kind,
                        subject,
                        from == null ? null : from.toString(),
                        to == null ? null : to.toString(),
                        value,
                        null)));
    }
}
