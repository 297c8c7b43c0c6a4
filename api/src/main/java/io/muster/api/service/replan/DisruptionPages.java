package io.muster.api.service.replan;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.replan.DisruptionController.RecordedView;
import io.muster.api.service.replan.KindGuide.Picker;
import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.web.IssueView;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Disruption.Kind;
import io.muster.solver.replan.ReplanPolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of disruptions: what happened, what it breaks, and the way to a re-plan. */
@PageController
@RequestMapping("/programmes/{dataSetId}/disruptions")
class DisruptionPages {
    private static final String FORM = "replan/disruption-form";
    private static final String EFFECT = "redirect:/programmes/{dataSetId}/disruptions/effect";
    private static final String LIST = "redirect:/programmes/{dataSetId}/disruptions";
    private static final String EVERY_STATE = "ALL";
    private static final int RECENT = 10;
    private static final int MOST_TO_CHOOSE = 100;

    private final DisruptionController disruptions;
    private final ReplanController replans;
    private final Effects effects;
    private final Today today;
    private final DataSets dataSets;
    private final Plans plans;
    private final LivePlans livePlans;

    DisruptionPages(
            DisruptionController disruptions,
            ReplanController replans,
            Effects effects,
            Today today,
            DataSets dataSets,
            Plans plans,
            LivePlans livePlans) {
        this.disruptions = disruptions;
        this.replans = replans;
        this.effects = effects;
        this.today = today;
        this.dataSets = dataSets;
        this.plans = plans;
        this.livePlans = livePlans;
    }

    @GetMapping
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String list(
            @PathVariable String dataSetId,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable Kind kind,
            PageQuery query,
            Caller caller,
            Model model) {
        dataSets.get(dataSetId);
        StoredPlan published = plans.findPublished(dataSetId).orElse(null);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("published", published);
        if (published == null) {
            return "replan/disruptions";
        }
        Wording wording = new Wording(dataSetOf(published));
        State asked = state.equals(EVERY_STATE) ? null : State.valueOf(state);
        PageView<DisruptionView> page = disruptions.list(dataSetId, asked, kind, query, caller);
        model.addAttribute(
                "rows",
                new PageView<>(
                        page.items().stream().map(wording::tell).toList(), page.page(), page.size(), page.total()));
        model.addAttribute("state", state);
        model.addAttribute("kind", kind);
        model.addAttribute("sort", query.sort());
        model.addAttribute("guides", KindGuide.groups());
        model.addAttribute("open", count(dataSetId, State.OPEN, caller));
        model.addAttribute("applied", count(dataSetId, State.APPLIED, caller));
        model.addAttribute("withdrawn", count(dataSetId, State.WITHDRAWN, caller));
        model.addAttribute(
                "replans",
                replans.list(dataSetId, new PageQuery(0, RECENT, null)).items());
        model.addAttribute("mayRecord", KindGuide.byKind().keySet().stream().anyMatch(any -> mayRecord(caller, any)));
        model.addAttribute(
                "mine",
                KindGuide.byKind().keySet().stream()
                        .filter(any -> mayRecord(caller, any))
                        .toList());
        return "replan/disruptions";
    }

    private long count(String dataSetId, State state, Caller caller) {
        return disruptions
                .list(dataSetId, state, null, new PageQuery(0, 1, null), caller)
                .total();
    }

    private static boolean mayRecord(Caller caller, Kind kind) {
        return DisruptionIntake.mayRecord(caller, kind);
    }

    // ---- Recording -------------------------------------------------------------------------------------------------

    @GetMapping("/new")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING},
            personal = true)
    String form(
            @PathVariable String dataSetId,
            @ModelAttribute("cells") NewDisruption cells,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            Model model) {
        return form(dataSetId, cells, asOf, List.of(), caller, model);
    }

    private String form(
            String dataSetId,
            NewDisruption cells,
            @Nullable LocalDate asOf,
            List<IssueView> issues,
            Caller caller,
            Model model) {
        StoredPlan published = published(dataSetId);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("cells", cells);
        model.addAttribute("groups", groupsFor(caller));
        model.addAttribute("issues", issues);
        model.addAttribute("issueByColumn", byColumn(issues));
        model.addAttribute("programme", dataSetOf(published).programme());
        model.addAttribute("asOf", asOf == null ? today.usual(dataSetId).day() : asOf);
        Kind kind = kindOf(cells);
        if (kind == null) {
            return FORM;
        }
        KindGuide guide = KindGuide.of(kind);
        Choices choices = choices(dataSetId, published, kind, caller);
        model.addAttribute("guide", guide);
        model.addAttribute("mayRecord", mayRecord(caller, kind));
        model.addAttribute("subject", Field.of("subject", guide.subject(), cells.subject(), null, choices));
        KindGuide.Value value = guide.value();
        if (value != null && value.picker() != null) {
            model.addAttribute("value", Field.of("value", value.picker(), cells.value(), cells.subject(), choices));
        }
        return FORM;
    }

    /**
     * A field in which something is picked.
     *
     * @param name its name
     * @param picker what is picked
     * @param chosen what was picked before; null: nothing
     * @param choices what there is to pick, or the first that a search found
     * @param isWhole whether that is all there is
     * @param total how many there are
     */
    record Field(
            String name, Picker picker, @Nullable Choice chosen, List<Choice> choices, boolean isWhole, int total) {

        static Field of(
                String name, Picker picker, @Nullable String chosen, @Nullable String staffId, Choices choices) {
            Choice picked =
                    chosen == null || chosen.isEmpty() ? null : new Choice(chosen, choices.label(picker, chosen));
            if (choices.isWhole(picker)) {
                List<Choice> whole = choices.whole(picker);
                return new Field(name, picker, picked, whole, true, whole.size());
            }
            Choices.Found found = choices.search(picker, "", staffId == null || staffId.isEmpty() ? null : staffId);
            return new Field(name, picker, picked, found.choices(), false, found.total());
        }
    }

    @GetMapping("/choices")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING},
            personal = true)
    String choices(
            @PathVariable String dataSetId,
            @RequestParam Kind kind,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(required = false) @Nullable String subject,
            Caller caller,
            Model model) {
        Choices choices = choices(dataSetId, published(dataSetId), kind, caller);
        KindGuide guide = KindGuide.of(kind);
        boolean isSubject = field.equals("subject");
        KindGuide.Value value = guide.value();
        Picker picker = isSubject || value == null ? guide.subject() : value.picker();
        if (picker == null) {
            throw ProblemException.bad("field-unknown", "Nothing is picked in this field.");
        }
        Choices.Found found = choices.search(picker, find, isSubject ? null : subject);
        model.addAttribute("field", new Field(field, picker, null, found.choices(), false, found.total()));
        return "replan/picker :: found";
    }

    @PostMapping("/preview")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING},
            personal = true)
    String preview(
            @PathVariable String dataSetId,
            @ModelAttribute("cells") NewDisruption cells,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute(
                    "effect",
                    disruptions.preview(dataSetId, asOf, null, trimmed(cells), new PageQuery(0, RECENT, null), caller));
            model.addAttribute("told", tell(dataSetId, cells));
        } catch (ProblemException e) {
            return refused(e, dataSetId, cells, asOf, caller, model, response);
        }
        return form(dataSetId, cells, asOf, List.of(), caller, model);
    }

    @PostMapping
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    String record(
            @PathVariable String dataSetId,
            @ModelAttribute("cells") NewDisruption cells,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        DisruptionView recorded;
        try {
            recorded = Objects.requireNonNull(disruptions
                    .record(dataSetId, revisionFor(dataSetId, kindOf(cells)), trimmed(cells), caller)
                    .getBody());
        } catch (ProblemException e) {
            return refused(e, dataSetId, cells, asOf, caller, model, response);
        }
        after.addFlashAttribute(
                "done",
                "Recorded. "
                        + new Wording(dataSetOf(published(dataSetId)))
                                .tell(recorded)
                                .line() + ".");
        if (asOf != null && !asOf.equals(today.usual(dataSetId).day())) {
            after.addAttribute("asOf", asOf.toString());
        }
        return EFFECT;
    }

    /** The form again, with what is wrong at each field; what is not about the cells goes to the page of errors. */
    private String refused(
            ProblemException e,
            String dataSetId,
            NewDisruption cells,
            @Nullable LocalDate asOf,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        if (e.issues().isEmpty()) {
            throw e;
        }
        response.setStatus(e.status().value());
        return form(
                dataSetId, cells, asOf, e.issues().stream().map(IssueView::of).toList(), caller, model);
    }

    private String tell(String dataSetId, NewDisruption cells) {
        DisruptionView view = new DisruptionView(
                "",
                Objects.requireNonNull(kindOf(cells)),
                Objects.requireNonNullElse(cells.subject(), ""),
                blankToNull(cells.from()),
                blankToNull(cells.to()),
                blankToNull(cells.value()),
                null,
                null,
                State.OPEN,
                null,
                java.time.Instant.EPOCH,
                "");
        return new Wording(dataSetOf(published(dataSetId))).tell(view).line();
    }

    private static NewDisruption trimmed(NewDisruption cells) {
        return new NewDisruption(
                null,
                cells.kind(),
                blankToNull(cells.subject()),
                blankToNull(cells.from()),
                blankToNull(cells.to()),
                blankToNull(cells.value()),
                blankToNull(cells.note()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Kind kindOf(NewDisruption cells) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(cells.kind()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, List<KindGuide>> groupsFor(Caller caller) {
        Map<String, List<KindGuide>> groups = new LinkedHashMap<>();
        KindGuide.groups().forEach((group, guides) -> {
            List<KindGuide> own = guides.stream()
                    .filter(guide -> mayRecord(caller, guide.kind()))
                    .toList();
            if (!own.isEmpty()) {
                groups.put(group, own);
            }
        });
        return groups;
    }

    private static Map<String, List<IssueView>> byColumn(List<IssueView> issues) {
        Map<String, List<IssueView>> byColumn = new LinkedHashMap<>();
        issues.forEach(issue -> byColumn.computeIfAbsent(
                        Objects.requireNonNullElse(issue.column(), ""), column -> new ArrayList<>())
                .add(issue));
        return byColumn;
    }

    // ---- Importing, withdrawing ------------------------------------------------------------------------------------

    @GetMapping("/import")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    String file(@PathVariable String dataSetId, Model model) {
        published(dataSetId);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("issues", List.of());
        model.addAttribute("guides", KindGuide.byKind().values());
        return "replan/import";
    }

    @PostMapping("/import")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    String importFile(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean newest,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw ProblemException.bad("file-missing", "Choose a file that has at least a header row.");
        }
        RecordedView recorded;
        try {
            recorded = disruptions.recordMany(
                    dataSetId, newest ? newestRevision(dataSetId) : null, file.getBytes(), caller);
        } catch (ProblemException e) {
            if (e.issues().isEmpty()) {
                throw e;
            }
            response.setStatus(e.status().value());
            file(dataSetId, model);
            model.addAttribute("issues", e.issues().stream().map(IssueView::of).toList());
            model.addAttribute("fileName", file.getOriginalFilename());
            return "replan/import";
        }
        after.addFlashAttribute(
                "done",
                recorded.recorded() + (recorded.recorded() == 1 ? " disruption is" : " disruptions are") + " recorded."
                        + (recorded.warnings().isEmpty()
                                ? ""
                                : " Worth a look: "
                                        + String.join(
                                                " ",
                                                recorded.warnings().stream()
                                                        .limit(RECENT)
                                                        .map(issue -> "Row " + issue.row() + ": " + issue.message())
                                                        .toList())));
        return EFFECT;
    }

    @PostMapping("/{disruptionId}/withdrawal")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING})
    String withdraw(
            @PathVariable String dataSetId,
            @PathVariable String disruptionId,
            Caller caller,
            RedirectAttributes after) {
        disruptions.withdraw(dataSetId, disruptionId, caller);
        after.addFlashAttribute(
                "done", "Withdrawn. If that was a mistake, choose “Record again” in the list of withdrawn ones.");
        return LIST;
    }

    // ---- What breaks -----------------------------------------------------------------------------------------------

    @GetMapping("/effect")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String effect(
            @PathVariable String dataSetId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean wait,
            PageQuery query,
            Caller caller,
            Model model) {
        StoredPlan published = published(dataSetId);
        Today.Start start = today.usual(dataSetId);
        LocalDate day = today.orGiven(asOf == null ? start.day() : asOf, dataSetId);
        DataSet dataSet = dataSetOf(published);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("published", published);
        model.addAttribute("asOf", day);
        model.addAttribute("isToday", start.isToday() && day.equals(start.day()));
        model.addAttribute("isOver", !start.isToday());
        model.addAttribute("programme", dataSet.programme());
        model.addAttribute("sort", query.sort());
        boolean isKnown = wait || effects.isKnown(dataSetId, day);
        model.addAttribute("isKnown", isKnown);
        if (isKnown) {
            EffectView effect = disruptions.effect(dataSetId, day, query, caller);
            model.addAttribute("effect", effect);
            model.addAttribute("live", livePlans.get(published.id()));
        }
        Wording wording = new Wording(dataSet);
        PageView<DisruptionView> open =
                disruptions.list(dataSetId, State.OPEN, null, new PageQuery(0, MOST_TO_CHOOSE, null), caller);
        model.addAttribute("open", open.items().stream().map(wording::tell).toList());
        model.addAttribute("openTotal", open.total());
        model.addAttribute("policies", ReplanPolicy.values());
        model.addAttribute("mayReplan", caller.isAny(Role.PLANNER));
        Optional<Integer> newest =
                Optional.of(newestRevision(dataSetId)).filter(number -> number > published.revision());
        model.addAttribute("newest", newest.orElse(null));
        return "replan/effect";
    }

    // ---- What all need ---------------------------------------------------------------------------------------------

    private StoredPlan published(String dataSetId) {
        dataSets.get(dataSetId);
        return plans.findPublished(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "nothing-published", "There is no published plan that could be disrupted; publish one first."));
    }

    private DataSet dataSetOf(StoredPlan published) {
        return livePlans.dataSet(dataSets.revision(published.dataSetId(), published.revision()));
    }

    private int newestRevision(String dataSetId) {
        return dataSets.readyRevision(dataSetId, null).number();
    }

    /** Somebody who joined is known to the newest data only. */
    private @Nullable Integer revisionFor(String dataSetId, @Nullable Kind kind) {
        return kind == Kind.STAFF_JOINED ? newestRevision(dataSetId) : null;
    }

    private Choices choices(String dataSetId, StoredPlan published, Kind kind, Caller caller) {
        Integer revision = revisionFor(dataSetId, kind);
        LivePlan live = livePlans.get(published.id());
        DataSet dataSet =
                revision == null ? dataSetOf(published) : livePlans.dataSet(dataSets.revision(dataSetId, revision));
        return new Choices(dataSet, live, caller);
    }

    /** {@return the address of a list without its page} */
    static String address(String path, Map<String, ?> parameters) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                builder.queryParam(name, value);
            }
        });
        String address = builder.encode().build().toUriString();
        return address + (address.indexOf('?') < 0 ? "?" : "&");
    }
}
