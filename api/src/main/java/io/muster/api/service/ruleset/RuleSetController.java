package io.muster.api.service.ruleset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.ruleset.RuleSetViews.ActiveView;
import io.muster.api.service.ruleset.RuleSetViews.RuleSetView;
import io.muster.api.service.ruleset.RuleSetViews.ScenariosView;
import io.muster.api.service.ruleset.RuleSetViews.VersionDetailView;
import io.muster.api.service.ruleset.RuleSetViews.VersionView;
import io.muster.api.service.ruleset.StoredRuleSet.State;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.upload.Upload;
import io.muster.api.service.upload.Uploads;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.rules.RuleSetLoader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Rule sets: what there is, what the checks say of it, and which one is active. */
@RestController
@RequestMapping("/v1/rule-sets")
@Tag(name = "Rule sets")
class RuleSetController {
    private static final String ZIP = "application/zip";
    private static final int MOST_NOTE = 500;
    private static final Map<String, Comparator<RuleSetView>> ORDERS =
            Map.of("id", Comparator.comparing(RuleSetView::id));
    private static final Map<String, Comparator<VersionView>> VERSION_ORDERS =
            Map.of("number", Comparator.comparing(VersionView::number));
    private static final Map<String, Comparator<Activation>> ACTIVATION_ORDERS =
            Map.of("number", Comparator.comparing(Activation::number));
    private static final Map<String, Comparator<Issue>> ISSUE_ORDERS =
            Map.of("file", Comparator.comparing(Issue::file), "severity", Comparator.comparing(Issue::severity));

    private final RuleSets ruleSets;
    private final RuleSetReports reports;
    private final RuleSetUploads ruleSetUploads;
    private final Uploads uploads;
    private final Contents contents;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RuleSetController(
            RuleSets ruleSets,
            RuleSetReports reports,
            RuleSetUploads ruleSetUploads,
            Uploads uploads,
            Contents contents,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.reports = reports;
        this.ruleSetUploads = ruleSetUploads;
        this.uploads = uploads;
        this.contents = contents;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List the rule sets, shipped and uploaded")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<RuleSetView> list(@ParameterObject PageQuery page) {
        Map<String, List<StoredRuleSet>> byId = ruleSets.list().stream()
                .collect(Collectors.groupingBy(version -> version.ref().id(), TreeMap::new, Collectors.toList()));
        return page.of(
                byId.entrySet().stream()
                        .map(entry -> view(entry.getKey(), entry.getValue()))
                        .toList(),
                ORDERS);
    }

    @GetMapping("/active")
    @Operation(summary = "The rule set that decides scope of plans that name no other")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    ResponseEntity<ActiveView> active() {
        Activation last = ruleSets.findLastActivation().orElse(null);
        return EntityTags.ok(
                last == null ? 0 : last.number(), new ActiveView(VersionView.of(ruleSets.get(null)), last));
    }

    @GetMapping("/activations")
    @Operation(summary = "Which rule set was active when, the newest first")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<Activation> activations(@ParameterObject PageQuery page) {
        return page.of(ruleSets.activations(), ACTIVATION_ORDERS);
    }

    @PostMapping(consumes = ZIP)
    @Operation(summary = "Upload a version of a rule set as a zip of its files")
    @Allowed(Role.PLANNER)
    ResponseEntity<VersionView> zip(InputStream body, Caller caller) {
        try (Upload upload = uploads.receive(body, ".zip")) {
            return created(ruleSetUploads.add(upload.file(), caller));
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Upload a version of a rule set as a form: one zip, or the single files")
    @Allowed(Role.PLANNER)
    ResponseEntity<VersionView> form(MultipartHttpServletRequest form, Caller caller) {
        List<MultipartFile> parts =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        if (Uploads.isOne(parts, ".zip")) {
            try (InputStream in = parts.get(0).getInputStream()) {
                return zip(in, caller);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (Upload upload = uploads.pack(parts)) {
            return created(ruleSetUploads.add(upload.file(), caller));
        }
    }

    /**
     * A rule set's files.
     *
     * @param files texts by file name, such as {@code scope.csv}
     */
    record FilesRequest(@Nullable Map<String, String> files) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Upload a version of a rule set as the texts of its files")
    @Allowed(Role.PLANNER)
    ResponseEntity<VersionView> texts(@RequestBody FilesRequest request, Caller caller) {
        return created(ruleSetUploads.addTexts(request.files() == null ? Map.of() : request.files(), caller));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "The versions of a rule set, the newest first")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    PageView<VersionView> versions(@PathVariable String id, @ParameterObject PageQuery page) {
        List<StoredRuleSet> versions = ruleSets.versions(id);
        if (versions.isEmpty()) {
            throw ProblemException.notFound("rule-set", id);
        }
        return page.of(versions.stream().map(VersionView::of).toList(), VERSION_ORDERS);
    }

    @GetMapping("/{id}/versions/{number}")
    @Operation(summary = "A version: its sheet with what the checks say beside the cells, parameters and rules")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    ResponseEntity<VersionDetailView> version(@PathVariable String id, @PathVariable int number) {
        StoredRuleSet version = ruleSets.version(id, number);
        return EntityTags.ok(lastActivation(), VersionDetailView.of(version, reports.of(version)));
    }

    @GetMapping("/{id}/versions/{number}/issues")
    @Operation(summary = "Everything the checks found in a version")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    PageView<Issue> issues(
            @PathVariable String id,
            @PathVariable int number,
            @ParameterObject PageQuery page,
            @RequestParam(required = false) @Nullable Severity severity) {
        return page.of(
                reports.of(ruleSets.version(id, number)).issues().stream()
                        .filter(issue -> severity == null || issue.severity() == severity)
                        .toList(),
                ISSUE_ORDERS);
    }

    @GetMapping("/{id}/versions/{number}/scenarios")
    @Operation(summary = "What came of a version's scenarios, and which rules they cover")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    ScenariosView scenarios(@PathVariable String id, @PathVariable int number) {
        return ScenariosView.of(reports.of(ruleSets.version(id, number)));
    }

    @GetMapping("/{id}/versions/{number}/content")
    @Operation(summary = "Download a version as a zip of its files")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    ResponseEntity<byte[]> content(@PathVariable String id, @PathVariable int number) {
        StoredRuleSet version = ruleSets.version(id, number);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + "-" + number + ".zip")
                                .build()
                                .toString())
                .body(bytes(version));
    }

    @PostMapping("/{id}/versions/{number}/activation")
    @Operation(
            summary = "Make a version the one that decides scope of new plans",
            description = "If-Match is the ETag of /v1/rule-sets/active, or of the version.")
    @Allowed(Role.PLANNER)
    ResponseEntity<ActiveView> activate(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "") String note,
            Caller caller) {
        StoredRuleSet version = ruleSets.version(id, number);
        if (note.length() > MOST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.bad(
                    "note-invalid", "The note has more than " + MOST_NOTE + " characters, or a control character.");
        }
        if (version.state() == State.INVALID) {
            throw ProblemException.conflict(
                    "rule-set-invalid", "Rule set " + version.ref() + " has errors; upload a corrected version.");
        }
        long last = lastActivation();
        EntityTags.demand(ifMatch, last);
        if (version.state() == State.ACTIVE) {
            throw ProblemException.conflict("rule-set-active", "Rule set " + version.ref() + " is active already.");
        }
        Activation activation = new Activation(
                last + 1, id, number, note, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.userId());
        try {
            transaction.executeWithoutResult(status -> {
                ruleSets.add(activation);
                trail.write(
                        caller.userId(), "RULE_SET_ACTIVATED", "rule-set/" + version.ref(), "hash " + version.hash());
            });
        } catch (DuplicateKeyException e) {
            EntityTags.check(EntityTags.of(last), last + 1);
        }
        return EntityTags.ok(
                activation.number(), new ActiveView(VersionView.of(ruleSets.version(id, number)), activation));
    }

    private long lastActivation() {
        return ruleSets.findLastActivation().map(Activation::number).orElse(0L);
    }

    private byte[] bytes(StoredRuleSet version) {
        try {
            if (version.content() != null) {
                return Files.readAllBytes(contents.file(version.content(), ".zip"));
            }
            try (Upload zip = new Upload(contents.temporary(".zip"))) {
                RuleSetZip.write(new RuleSetLoader().shippedFiles(version.ref().id()), zip.file());
                return Files.readAllBytes(zip.file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleSetView view(String id, List<StoredRuleSet> versions) {
        return new RuleSetView(
                id,
                versions.size(),
                versions.stream()
                        .filter(version -> version.state() == State.ACTIVE)
                        .findFirst()
                        .map(VersionView::of)
                        .orElse(null),
                VersionView.of(versions.get(0)));
    }

    private static ResponseEntity<VersionView> created(StoredRuleSet stored) {
        return ResponseEntity.created(URI.create("/v1/rule-sets/" + stored.ref().id() + "/versions/"
                        + stored.ref().number()))
                .body(VersionView.of(stored));
    }
}
