package io.muster.api.service.export;

import io.muster.api.service.export.CalendarEvent.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes calendars as iCalendar (RFC 5545, RFC 5546). A calendar to publish has every event, cancelled ones with the status
 * {@code CANCELLED} so that subscribers drop them; one to cancel has the cancelled events alone.
 */
final class CalendarFile {
    /** Nobody answers there: RFC 5546 wants an organiser, and {@code .invalid} is nobody's. */
    private static final URI ORGANISER = URI.create("mailto:training@muster.invalid");

    private CalendarFile() {}

    /** What a calendar is sent for. */
    enum Purpose {
        /** To show what takes place. */
        PUBLISH,
        /** To take away what no longer does. */
        CANCEL
    }

    /**
     * Writes a calendar.
     *
     * @param events its events, in order
     * @param programme name of the programme, the organiser's name
     * @param zone the programme's time zone
     * @param purpose what it is sent for
     * @param out where to; stays open
     * @throws IOException when it cannot be written
     */
    static void write(List<CalendarEvent> events, String programme, ZoneId zone, Purpose purpose, OutputStream out)
            throws IOException {
        List<CalendarEvent> told = purpose == Purpose.PUBLISH
                ? events
                : events.stream().filter(CalendarEvent::isCancelled).toList();
        Method method = purpose == Purpose.PUBLISH ? ImmutableMethod.PUBLISH : ImmutableMethod.CANCEL;
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Muster//Training//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        if (!told.isEmpty()) {
            calendar.add(timeZone(told, zone));
        }
        told.forEach(event -> calendar.add(event(event, programme, zone)));
        // Without validation, which an empty calendar fails; tests validate what is written.
        new CalendarOutputter(false).output(calendar, out);
    }

    private static VEvent event(CalendarEvent told, String programme, ZoneId zone) {
        Entry entry = told.entry();
        VEvent event = new VEvent(false);
        event.add(new Uid(told.uid()));
        event.add(new Sequence(told.sequence()));
        event.add(new DtStamp(told.told()));
        event.add(new LastModified(told.told()));
        event.add(new Organizer(new ParameterList(List.of(new Cn(programme))), ORGANISER));
        event.add(new DtStart<>(entry.date().atTime(entry.start()).atZone(zone)));
        event.add(new DtEnd<>(entry.date().atTime(entry.end()).atZone(zone)));
        event.add(new Summary(entry.summary()));
        if (!entry.location().isEmpty()) {
            event.add(new Location(entry.location()));
        }
        if (!entry.description().isEmpty()) {
            event.add(new Description(entry.description()));
        }
        event.add(told.isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    /**
     * The zone with the clock changes from the year before the first event to the year after the last: what the Java
     * platform says of the zone, and nothing fetched from elsewhere.
     */
    private static VTimeZone timeZone(List<CalendarEvent> events, ZoneId zone) {
        LocalDate first = events.stream()
                .map(event -> event.entry().date())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = events.stream()
                .map(event -> event.entry().date())
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDateTime from = first.minusYears(1).withDayOfYear(1).atStartOfDay();
        LocalDateTime to = last.plusYears(2).withDayOfYear(1).atStartOfDay();
        ZoneRules rules = zone.getRules();
        VTimeZone timeZone = new VTimeZone();
        timeZone.add(new TzId(zone.getId()));
        ZoneOffset before = rules.getOffset(from);
        timeZone.add(observance(zone, from, before, before));
        ZoneOffsetTransition change = rules.nextTransition(from.toInstant(before));
        while (change != null && change.getDateTimeBefore().isBefore(to)) {
            timeZone.add(
                    observance(zone, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter()));
            change = rules.nextTransition(change.getInstant());
        }
        return timeZone;
    }

    private static Observance observance(ZoneId zone, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
        boolean isDaylight = zone.getRules().isDaylightSavings(onset.toInstant(before));
        Observance observance = isDaylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(onset));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        observance.add(new TzName(TimeZone.getTimeZone(zone).getDisplayName(isDaylight, TimeZone.SHORT, Locale.UK)));
        return observance;
    }
}
