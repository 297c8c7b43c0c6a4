package io.muster.data.io;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.data.issue.IssueCode;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan (DATASET.md section 5) from a folder or a .zip of it. Types and keys are checked; whether the plan hangs
 * together and keeps the rules is judged by the auditor. A booking may stand there more than once, as when one was
 * cancelled and made again.
 */
public final class PlanReader {
    private static final ObjectReader SUMMARY_READER = Json.MAPPER
            .readerFor(PlanSummary.class)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private PlanReader() {}

    /**
     * Reads a plan. {@code changes.csv} is there on a re-plan only; {@code pins.csv} and {@code summary.json} may be
     * missing.
     *
     * @param path a folder, a .zip of it, or an .xlsx workbook with a sheet for each file
     * @return the plan, or what is wrong with it
     */
    public static PlanReadResult read(Path path) {
        IssueLog log = new IssueLog();
        Plan plan = null;
        try (Container container = Containers.open(path, PlanTables.NAMES, ReadLimits.DEFAULT, log)) {
            if (container != null) {
                plan = readContainer(container, log);
            }
        } catch (IOException e) {
            FolderContainer.unreadable(Containers.nameOf(path), log);
        }
        return new PlanReadResult(
                log.hasErrors() ? Optional.empty() : Optional.ofNullable(plan),
                DataSetReader.inOrder(log.issues(), PlanTables.NAMES));
    }

    private static Plan readContainer(Container container, IssueLog log) {
        References unjudged = new References();
        TableData<ScopeDecision> scope = TableReader.read(PlanTables.SCOPE, container, unjudged, false, log);
        TableData<SessionRow> sessions = TableReader.read(PlanTables.SESSIONS, container, unjudged, false, log);
        TableData<Booking> bookings = TableReader.read(PlanTables.BOOKINGS, container, unjudged, false, log);
        TableData<Unbooked> unbooked = TableReader.read(PlanTables.UNBOOKED, container, unjudged, false, log);
        TableData<Change> changes = container.has(PlanTables.CHANGES.file())
                ? TableReader.read(PlanTables.CHANGES, container, unjudged, false, log)
                : TableData.unreadable();
        List<BookingKey> pins = container.has(PlanTables.PINS.file()) ? readPins(container, bookings, log) : List.of();
        PlanSummary summary = container.has(PlanTables.SUMMARY) ? readSummary(container, log) : null;
        return new Plan(
                scope.records(),
                sessions.records(),
                bookings.records(),
                unbooked.records(),
                changes.records(),
                pins,
                summary);
    }

    /** A pin holds a booking, so each names one. */
    private static List<BookingKey> readPins(Container container, TableData<Booking> bookings, IssueLog log) {
        TableData<BookingKey> pins = TableReader.read(PlanTables.PINS, container, new References(), true, log);
        if (!bookings.complete() || !bookings.clean() || !pins.clean()) {
            return pins.records();
        }
        Set<BookingKey> booked = bookings.records().stream().map(BookingKey::of).collect(Collectors.toSet());
        for (int i = 0; i < pins.records().size(); i++) {
            BookingKey pin = pins.records().get(i);
            if (!booked.contains(pin)) {
                RowValues row = pins.rows().get(i);
                log.add(
                        IssueCode.UNKNOWN_REFERENCE,
                        PlanTables.PINS.file(),
                        row.row(),
                        null,
                        row.id(),
                        "The booking of " + CellTypes.quoted(pin.staffId()) + " for " + CellTypes.quoted(pin.moduleId())
                                + " is not in bookings.csv; remove the row, or book it first.");
            }
        }
        return pins.records();
    }

    private static @Nullable PlanSummary readSummary(Container container, IssueLog log) {
        String text = container.readText(PlanTables.SUMMARY, log);
        JsonNode node = text == null ? null : Json.parseObject(PlanTables.SUMMARY, text, log);
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode summary) {
            summary.putIfAbsent("profile", summary.nullNode());
        }
        try {
            return SUMMARY_READER.readValue(node);
        } catch (JsonMappingException e) {
            StringBuilder field = new StringBuilder();
            for (JsonMappingException.Reference step : e.getPath()) {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
            log.add(
                    IssueCode.UNPARSABLE_VALUE,
                    PlanTables.SUMMARY,
                    null,
                    field.isEmpty() ? null : field.toString(),
                    null,
                    "A figure is missing or not of its type; write the summary again.");
        } catch (IOException e) {
            FolderContainer.unreadable(PlanTables.SUMMARY, log);
        }
        return null;
    }
}
