package io.muster.api.service.export;

import io.muster.api.service.export.CalendarFile.Purpose;
import io.muster.api.service.report.Sight;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.plan.CodePointOrder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Where calendars come from.
 *
 * @param history what was published
 * @param publication the last publication that counts
 * @param dataSet the data set
 */
record CalendarSource(CalendarHistory history, int publication, DataSet dataSet) {

    /** Writes one calendar; the stream stays open. */
    void write(CalendarOwner owner, Purpose purpose, OutputStream out) throws IOException {
        CalendarFile.write(
                history.events(owner, publication),
                dataSet.programme().name(),
                dataSet.programme().timeZone(),
                purpose,
                out);
    }

    /** {@return ids of those with a calendar whom somebody sees, sorted} */
    List<String> ids(CalendarOwner.Kind kind, Sight sight) {
        Stream<String> ids = switch (kind) {
            case TRAINER -> dataSet.trainers().stream().map(Trainer::id);
            case ROOM -> dataSet.rooms().stream().map(Room::id);
            case PERSON -> {
                Set<String> teams = dataSet.teams().stream()
                        .filter(team -> sight.sees(team.bcu()))
                        .map(Team::id)
                        .collect(Collectors.toSet());
                yield dataSet.staff().stream()
                        .filter(member -> teams.contains(member.teamId()))
                        .map(StaffMember::id);
            }
        };
        return ids.sorted(CodePointOrder.COMPARATOR).toList();
    }

    /** Writes a zip with a file for each owner, empty calendars too; the stream stays open. */
    void writeZip(CalendarOwner.Kind kind, Collection<String> ids, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (String id : ids) {
            ZipEntry entry = new ZipEntry(URLEncoder.encode(id, StandardCharsets.UTF_8) + ".ics");
            // The same bytes whenever it is made.
            entry.setTime(0);
            zip.putNextEntry(entry);
            write(new CalendarOwner(kind, id), Purpose.PUBLISH, new Unclosed(zip));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Keeps a zip open when a calendar's writer closes. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
