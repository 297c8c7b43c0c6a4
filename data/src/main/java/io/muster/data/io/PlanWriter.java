package io.muster.data.io;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as a folder (DATASET.md section 5): rows by the code points of their keys, trainers by id, slots as the
 * plan has them, which is time order. {@code pins.csv} is written only when there is a pin. The same plan gives the same bytes. The folder appears as a whole or not at all.
 */
public final class PlanWriter {
    private PlanWriter() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @param folder the folder; an empty one, or one that holds nothing but files of a plan, is replaced
     * @param withChanges whether to write {@code changes.csv}: the plan has a baseline
     * @throws IOException when it cannot be written, or the folder holds anything else
     */
    public static void write(Plan plan, Path folder, boolean withChanges) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException(folder + " cannot be a plan's folder. Maybe name a folder inside it?");
        }
        checkReplaceable(target, folder);
        Files.createDirectories(parent);
        Path staged = makeEmpty(parent.resolve("." + target.getFileName() + ".part"));
        try {
            writeFiles(plan, staged, withChanges);
            replace(staged, target, parent);
        } finally {
            if (Files.exists(staged)) {
                AtomicFiles.deleteFolder(staged);
            }
        }
    }

    private static void checkReplaceable(Path target, Path given) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new IOException(given + " is a file. Maybe name a folder for the plan?");
        }
        try (Stream<Path> files = Files.list(target)) {
            List<String> foreign = files.map(file -> file.getFileName().toString())
                    .filter(name -> !PlanTables.NAMES.contains(name))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new IOException(given + " holds " + foreign.get(0)
                        + ", which is no file of a plan, so it is not replaced. Maybe name another folder?");
            }
        }
    }

    /** A folder left behind by a run that was killed is emptied. Its permissions are those of any new folder. */
    private static Path makeEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            AtomicFiles.deleteFolder(folder);
        }
        return Files.createDirectory(folder);
    }

    /** The former plan is deleted only once the new one is in its place. */
    private static void replace(Path staged, Path target, Path parent) throws IOException {
        if (!Files.exists(target)) {
            Files.move(staged, target);
            return;
        }
        Path old = parent.resolve("." + target.getFileName() + ".old");
        if (Files.exists(old)) {
            AtomicFiles.deleteFolder(old);
        }
        Files.move(target, old);
        try {
            Files.move(staged, target);
        } catch (IOException e) {
            Files.move(old, target);
            throw e;
        }
        AtomicFiles.deleteFolder(old);
    }

    /**
     * Writes a plan as a zip with the files at its root.
     *
     * @param plan the plan
     * @param zip the file; replaced when it is there
     * @param withChanges whether to write {@code changes.csv}
     * @throws IOException when it cannot be written
     */
    public static void writeZip(Plan plan, Path zip, boolean withChanges) throws IOException {
        AtomicFiles.write(zip, out -> ZipText.write(PlanTables.SUMMARY, json(plan), contents(plan, withChanges), out));
    }

    /**
     * Writes a plan as an .xlsx workbook with a sheet for each file, every cell a text.
     *
     * @param plan the plan
     * @param workbook the file; replaced when it is there
     * @param withChanges whether to write the sheet {@code changes}
     * @throws IOException when it cannot be written, or a file has more rows than a sheet may have
     */
    public static void writeWorkbook(Plan plan, Path workbook, boolean withChanges) throws IOException {
        AtomicFiles.write(
                workbook, out -> WorkbookText.write(PlanTables.SUMMARY, json(plan), contents(plan, withChanges), out));
    }

    private static @Nullable String json(Plan plan) {
        return plan.summary() == null ? null : Json.write(plan.summary());
    }

    private static void writeFiles(Plan plan, Path folder, boolean withChanges) throws IOException {
        for (TableContent<?> content : contents(plan, withChanges)) {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(folder.resolve(content.table().file())), 1 << 16)) {
                CsvText.write(content, out);
            }
        }
        String summary = json(plan);
        if (summary != null) {
            Files.writeString(folder.resolve(PlanTables.SUMMARY), summary, StandardCharsets.UTF_8);
        }
    }

    private static List<TableContent<?>> contents(Plan plan, boolean withChanges) {
        List<TableContent<?>> contents = new ArrayList<>();
        contents.add(new TableContent<>(
                PlanTables.SCOPE, sorted(plan.scope(), ScopeDecision::staffId, ScopeDecision::moduleId)));
        contents.add(new TableContent<>(PlanTables.SESSIONS, sessions(plan.sessions())));
        contents.add(new TableContent<>(PlanTables.BOOKINGS, bookings(plan.bookings())));
        contents.add(new TableContent<>(
                PlanTables.UNBOOKED, sorted(plan.unbooked(), Unbooked::staffId, Unbooked::moduleId)));
        if (withChanges) {
            contents.add(
                    new TableContent<>(PlanTables.CHANGES, sorted(plan.changes(), Change::staffId, Change::moduleId)));
        }
        if (!plan.pins().isEmpty()) {
            contents.add(new TableContent<>(
                    PlanTables.PINS, sorted(plan.pins(), BookingKey::staffId, BookingKey::moduleId)));
        }
        return contents;
    }

    private static List<SessionRow> sessions(List<SessionRow> sessions) {
        List<SessionRow> rows = new ArrayList<>(sessions.size());
        for (SessionRow session : sessions) {
            rows.add(new SessionRow(
                    session.id(),
                    session.moduleId(),
                    session.date(),
                    session.slotIds(),
                    session.roomId(),
                    session.venueId(),
                    session.trainerIds().stream()
                            .sorted(CodePointOrder.COMPARATOR)
                            .toList(),
                    session.capacity(),
                    session.booked(),
                    session.status()));
        }
        rows.sort(Comparator.comparing(SessionRow::id, CodePointOrder.COMPARATOR));
        return rows;
    }

    /** A staff member and module may have more than one booking when all but one are cancelled; those go by date. */
    private static List<Booking> bookings(List<Booking> bookings) {
        return bookings.stream()
                .sorted(Comparator.comparing(Booking::staffId, CodePointOrder.COMPARATOR)
                        .thenComparing(Booking::moduleId, CodePointOrder.COMPARATOR)
                        .thenComparing(Booking::date)
                        .thenComparing(booking -> String.join(";", booking.slotIds()), CodePointOrder.COMPARATOR)
                        .thenComparing(Booking::status))
                .toList();
    }

    private static <R> List<R> sorted(List<R> rows, Function<R, String> staff, Function<R, String> module) {
        return rows.stream()
                .sorted(Comparator.comparing(staff, CodePointOrder.COMPARATOR)
                        .thenComparing(module, CodePointOrder.COMPARATOR))
                .toList();
    }
}
