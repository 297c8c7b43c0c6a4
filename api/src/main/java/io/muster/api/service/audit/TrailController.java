package io.muster.api.service.audit;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.trail.TrailEntries;
import io.muster.api.service.trail.TrailEntries.Filter;
import io.muster.api.service.trail.TrailEntries.Verification;
import io.muster.api.service.trail.TrailEntry;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The trail. */
@RestController
@RequestMapping("/v1/trail")
@Tag(name = "Trail")
class TrailController {
    private static final String HEADER = "number,at,user_id,action,subject,detail,previous_hash,hash\n";

    private final TrailEntries entries;
    private final Trail trail;

    TrailController(TrailEntries entries, Trail trail) {
        this.entries = entries;
        this.trail = trail;
    }

    /**
     * Whether the trail is as it was written.
     *
     * @param intact whether it is
     * @param entries entries looked at
     * @param brokenAt number of the first entry that is not; null: each is
     * @param reason what is wrong with it; null: nothing
     * @param headHash hash of the last entry, to be kept elsewhere
     */
    record VerificationView(
            boolean intact,
            long entries,
            @Nullable Long brokenAt,
            @Nullable String reason,
            String headHash) {}

    @GetMapping
    @Allowed(
            value = {Role.AUDITOR, Role.ADMINISTRATOR},
            personal = true)
    @Operation(summary = "Entries of the trail, the newest first")
    PageView<TrailEntry> list(@ParameterObject TrailFilter filter, @ParameterObject PageQuery page) {
        if (page.sort() != null) {
            throw ProblemException.bad("sort-unknown", "The trail has one order: the newest first.");
        }
        List<TrailEntry> found = entries.list(filter.filter(), page.offset(), page.most());
        return new PageView<>(found, page.number(), page.most(), entries.count(filter.filter()));
    }

    /**
     * Which entries.
     *
     * @param userId of one user
     * @param action of one kind
     * @param subject about one subject and what is below it
     * @param from from this time on
     * @param to until before this time
     */
    record TrailFilter(
            @Nullable String userId,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {

        Filter filter() {
            return new Filter(userId, action, subject, from, to);
        }
    }

    @GetMapping(path = "/export", produces = "text/csv")
    @Allowed(
            value = {Role.AUDITOR, Role.ADMINISTRATOR},
            personal = true)
    @Operation(summary = "Entries of the trail as CSV, the oldest first")
    ResponseEntity<StreamingResponseBody> export(@ParameterObject TrailFilter filter) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trail.csv\"")
                .body(out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.write(HEADER);
                    try {
                        entries.forEach(filter.filter(), entry -> write(writer, entry));
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                    writer.flush();
                });
    }

    @GetMapping("/verification")
    @Allowed({Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "Computes the chain of hashes again and names the first entry that is not as it was written")
    VerificationView verify(Caller caller) {
        Verification found = entries.verify();
        trail.write(
                caller.userId(),
                "TRAIL_VERIFIED",
                "trail",
                found.brokenAt() == null ? "intact" : "broken at " + found.brokenAt());
        return new VerificationView(
                found.brokenAt() == null, found.entries(), found.brokenAt(), found.reason(), found.headHash());
    }

    private static void write(Writer writer, TrailEntry entry) {
        try {
            writer.write(entry.number() + "," + entry.at() + "," + cell(entry.userId()) + "," + cell(entry.action())
                    + "," + cell(entry.subject()) + "," + cell(entry.detail()) + "," + entry.previousHash() + ","
                    + entry.hash() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always quoted, and never a formula to a spreadsheet. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
