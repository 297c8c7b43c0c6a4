package io.muster.api.service.export;

import static io.muster.api.service.report.SmallWorld.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.export.CalendarFile.Purpose;
import io.muster.api.service.report.SmallWorld;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final Instant FIRST = Instant.parse("2025-02-03T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-02-10T10:00:00Z");
    private static final Instant THIRD = Instant.parse("2025-02-17T10:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final CalendarOwner P1 = new CalendarOwner(CalendarOwner.Kind.PERSON, "P1");
    private static final CalendarOwner P2 = new CalendarOwner(CalendarOwner.Kind.PERSON, "P2");

    private final CalendarHistory history = new CalendarHistory("dataset-1");

    private void publish(int number, Instant at, Plan plan) {
        history.add(number, at, SmallWorld.dataSet(), plan);
    }

    /** The plan with other bookings of a person for a module: none, or one. */
    private static Plan with(String staff, String module, @Nullable Booking booking) {
        Plan plan = SmallWorld.plan();
        List<Booking> bookings = new ArrayList<>(plan.bookings());
        bookings.removeIf(row -> row.staffId().equals(staff) && row.moduleId().equals(module));
        if (booking != null) {
            bookings.add(booking);
        }
        return new Plan(plan.scope(), plan.sessions(), bookings, plan.unbooked(), plan.changes(), plan.summary());
    }

    private static Calendar parsed(List<CalendarEvent> events, Purpose purpose) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CalendarFile.write(events, "Training, phase 2; all", LONDON, purpose, out);
        return new CalendarBuilder().build(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT).stream()
                .map(VEvent.class::cast)
                .toList();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    @Test
    void aPersonsCalendarReadsBackValidWithItsBookings() throws Exception {
        publish(1, FIRST, SmallWorld.plan());

        Calendar calendar = parsed(history.events(P1, 1), Purpose.PUBLISH);

        assertThat(calendar.validate(true).hasErrors()).isFalse();
        assertThat(calendar.getProperty(Property.METHOD).map(Property::getValue))
                .contains("PUBLISH");
        List<VEvent> events = events(calendar);
        assertThat(events)
                .extracting(event -> value(event, Property.UID))
                .containsExactly(
                        "person/dataset-1/P1/A@muster", "person/dataset-1/P1/Q@muster", "person/dataset-1/P1/B@muster");
        assertThat(events).extracting(event -> value(event, Property.SEQUENCE)).containsOnly("0");
        assertThat(events).extracting(event -> value(event, Property.STATUS)).containsOnly("CONFIRMED");
        assertThat(events).extracting(event -> value(event, Property.DTSTAMP)).containsOnly("20250203T100000Z");
        assertThat(value(events.get(0), Property.SUMMARY)).isEqualTo("Module A");
        assertThat(value(events.get(0), Property.LOCATION)).isEqualTo("Hendon, R1");
        assertThat(value(events.get(0), Property.DTSTART)).isEqualTo("20250324T090000");
        assertThat(value(events.get(2), Property.DTEND)).isEqualTo("20250401T170000");
    }

    /** Moved, left alone, gone, and there again: the sequence grows with each change and with nothing else. */
    @Test
    void theSequenceGrowsWithEachPublicationThatChangedTheEntry() throws Exception {
        publish(1, FIRST, SmallWorld.plan());
        publish(2, SECOND, with("P2", "A", SmallWorld.booking("P2", "A", "S3", MONDAY.plusDays(9), "AM")));
        publish(3, THIRD, with("P2", "A", null));
        publish(4, THIRD.plusSeconds(60), with("P2", "A", null));
        publish(5, THIRD.plusSeconds(120), SmallWorld.plan());

        assertThat(history.events(P2, 1)).extracting(CalendarEvent::sequence).containsExactly(0);
        assertThat(history.events(P2, 2)).extracting(CalendarEvent::sequence).containsExactly(1);
        assertThat(history.events(P2, 3)).extracting(CalendarEvent::sequence).containsExactly(2);
        assertThat(history.events(P2, 4)).isEqualTo(history.events(P2, 3));
        assertThat(history.events(P2, 5)).extracting(CalendarEvent::sequence).containsExactly(4);
        assertThat(history.events(P1, 5)).extracting(CalendarEvent::sequence).containsOnly(0);
        assertThat(Stream.of(1, 2, 3, 5).flatMap(number -> history.events(P2, number).stream()))
                .extracting(CalendarEvent::uid)
                .containsOnly("person/dataset-1/P2/A@muster");
        assertThat(history.events(P2, 2).get(0).told()).isEqualTo(SECOND);
    }

    @Test
    void aBookingThatIsGoneIsCancelledForSubscribersAndOnItsOwn() throws Exception {
        publish(1, FIRST, SmallWorld.plan());
        publish(2, SECOND, with("P1", "A", null));

        Calendar published = parsed(history.events(P1, 2), Purpose.PUBLISH);
        Calendar cancelled = parsed(history.events(P1, 2), Purpose.CANCEL);

        assertThat(published.validate(true).hasErrors()).isFalse();
        assertThat(events(published))
                .extracting(event -> value(event, Property.STATUS))
                .containsExactly("CANCELLED", "CONFIRMED", "CONFIRMED");
        assertThat(cancelled.validate(true).hasErrors()).isFalse();
        assertThat(cancelled.getProperty(Property.METHOD).map(Property::getValue))
                .contains("CANCEL");
        VEvent gone = events(cancelled).get(0);
        assertThat(events(cancelled)).hasSize(1);
        assertThat(value(gone, Property.UID)).isEqualTo("person/dataset-1/P1/A@muster");
        assertThat(value(gone, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(gone, Property.DTSTAMP)).isEqualTo("20250210T100000Z");
        assertThat(value(gone, Property.DTSTART)).isEqualTo("20250324T090000");
    }

    @Test
    void trainersAndRoomsHaveTheirSessionsUntilTheseAreCancelled() {
        publish(1, FIRST, SmallWorld.plan());
        Plan plan = SmallWorld.plan();
        List<SessionRow> sessions = new ArrayList<>(plan.sessions());
        SessionRow s2 = sessions.get(1);
        sessions.set(
                1,
                new SessionRow(
                        s2.id(),
                        s2.moduleId(),
                        s2.date(),
                        s2.slotIds(),
                        s2.roomId(),
                        s2.venueId(),
                        s2.trainerIds(),
                        s2.capacity(),
                        0,
                        SessionRow.Status.CANCELLED));
        publish(2, SECOND, new Plan(plan.scope(), sessions, List.of(), List.of(), List.of(), null));

        List<CalendarEvent> trainer = history.events(new CalendarOwner(CalendarOwner.Kind.TRAINER, "E"), 2);
        List<CalendarEvent> room = history.events(new CalendarOwner(CalendarOwner.Kind.ROOM, "R2"), 2);

        assertThat(trainer).extracting(CalendarEvent::isCancelled).containsExactly(true, false);
        assertThat(trainer)
                .extracting(CalendarEvent::uid)
                .containsExactly("trainer/dataset-1/E/S2@muster", "trainer/dataset-1/E/S3@muster");
        assertThat(room).extracting(CalendarEvent::isCancelled).containsExactly(true);
        assertThat(history.events(new CalendarOwner(CalendarOwner.Kind.ROOM, "R9"), 2))
                .isEmpty();
    }

    /** Friday before, Monday after: 09:00 in London is 09:00 GMT in winter and 08:00 GMT in summer. */
    @Test
    void nineOClockIsNineOClockOnBothSidesOfTheClockChanges() throws Exception {
        List<LocalDate> days = List.of(
                LocalDate.of(2025, 3, 28),
                LocalDate.of(2025, 3, 29),
                LocalDate.of(2025, 3, 30),
                LocalDate.of(2025, 3, 31),
                LocalDate.of(2025, 10, 25),
                LocalDate.of(2025, 10, 26),
                LocalDate.of(2025, 10, 27));
        List<CalendarEvent> told = days.stream()
                .map(day -> new CalendarEvent(
                        "uid-" + day,
                        0,
                        FIRST,
                        new CalendarEvent.Entry(day, LocalTime.of(9, 0), LocalTime.of(17, 0), "Module", "", ""),
                        false))
                .toList();

        Calendar calendar = parsed(told, Purpose.PUBLISH);

        VTimeZone zone = calendar.getComponent(Component.VTIMEZONE)
                .map(VTimeZone.class::cast)
                .orElseThrow();
        assertThat(zone.getTimeZoneId().getValue()).isEqualTo("Europe/London");
        List<Instant> starts =
                events(calendar).stream().map(event -> start(event, zone)).toList();
        assertThat(starts)
                .containsExactly(
                        Instant.parse("2025-03-28T09:00:00Z"),
                        Instant.parse("2025-03-29T09:00:00Z"),
                        Instant.parse("2025-03-30T08:00:00Z"),
                        Instant.parse("2025-03-31T08:00:00Z"),
                        Instant.parse("2025-10-25T08:00:00Z"),
                        Instant.parse("2025-10-26T09:00:00Z"),
                        Instant.parse("2025-10-27T09:00:00Z"));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
    }

    /** The start by the rules of the file's own VTIMEZONE, not by what this machine knows of London. */
    private static Instant start(VEvent event, VTimeZone zone) {
        Temporal start = event.getStartDate().orElseThrow().getDate();
        LocalDateTime local = ((ZonedDateTime) start).toLocalDateTime();
        ZoneOffset offset = ZoneOffset.of(zone.getApplicableObservance(local.atOffset(ZoneOffset.UTC))
                .getProperty(Property.TZOFFSETTO)
                .map(Property::getValue)
                .orElseThrow());
        return local.toInstant(offset);
    }

    @Test
    void anEmptyCalendarIsACalendar() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CalendarFile.write(List.of(), "Programme", LONDON, Purpose.PUBLISH, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContain("VEVENT");
    }

    @Test
    void idsCannotMakeTwoEventsOne() {
        publish(1, FIRST, SmallWorld.plan());
        Plan plan = SmallWorld.plan();
        assertThat(history.owners(CalendarOwner.Kind.PERSON)).containsExactly("P1", "P2", "P3", "P5");
        List<Booking> bookings = List.of(
                SmallWorld.booking("P1/x", "A", "S1", MONDAY, "AM"), SmallWorld.booking("P1", "A", "S1", MONDAY, "AM"));
        publish(2, SECOND, new Plan(plan.scope(), plan.sessions(), bookings, List.of(), List.of(), null));

        assertThat(history.events(new CalendarOwner(CalendarOwner.Kind.PERSON, "P1/x"), 2))
                .extracting(CalendarEvent::uid)
                .containsExactly("person/dataset-1/P1%2Fx/A@muster");
    }
}
