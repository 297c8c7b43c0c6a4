package io.muster.api.service.replan;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.page.PageController;
import io.muster.api.service.page.Show;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.replan.Message.Recipient;
import io.muster.api.service.replan.ReplanController.NewAcceptance;
import io.muster.api.service.replan.ReplanStateView.OptionView;
import io.muster.api.service.replan.ReplanStateView.State;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.SessionRow;
import io.muster.solver.replan.ReplanPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of re-plans: asked for, at work, their options side by side, what each changes, who is told, accepted. */
@PageController
class ReplanPages {
    private static final String OF = "/programmes/{dataSetId}/disruptions/replans";
    private static final String ONE = OF + "/{replanId}";
    private static final String OPTION = ONE + "/options/{planId}";
    private static final int MESSAGES = 20;

    private final ReplanController replans;
    private final ReplanDesk desk;
    private final Replans stored;
    private final OptionController options;
    private final Plans plans;
    private final LivePlans livePlans;
    private final Show show;

    ReplanPages(
            ReplanController replans,
            ReplanDesk desk,
            Replans stored,
            OptionController options,
            Plans plans,
            LivePlans livePlans,
            Show show) {
        this.replans = replans;
        this.desk = desk;
        this.stored = stored;
        this.options = options;
        this.plans = plans;
        this.livePlans = livePlans;
        this.show = show;
    }

    /**
     * What the form of a re-plan asks for.
     *
     * @param asOf its day
     * @param policies what the options are to be good for; null: each
     * @param maxMoved most bookings that may be moved though nothing broke them; null: no limit
     * @param seconds seconds of a search; null: the solver's default
     * @param seed seed; null: 1
     * @param revision revision of the data; null: the published plan's
     * @param isChosen whether only some of the open disruptions are answered; null: all are
     * @param disruptionIds those; null: none
     */
    record Wish(
            @Nullable LocalDate asOf,
            @Nullable List<ReplanPolicy> policies,
            @Nullable Integer maxMoved,
            @Nullable Long seconds,
            @Nullable Long seed,
            @Nullable Integer revision,
            @Nullable Boolean isChosen,
            @Nullable Set<String> disruptionIds) {}

    @PostMapping(OF)
    @Allowed(Role.PLANNER)
    String start(@PathVariable String dataSetId, Wish wish, Caller caller) {
        ReplanStateView asked = Objects.requireNonNull(replans.ask(
                        new NewReplan(
                                dataSetId,
                                wish.revision(),
                                wish.asOf(),
                                wish.policies(),
                                wish.maxMoved(),
                                wish.seconds() == null ? null : Duration.ofSeconds(wish.seconds()),
                                null,
                                wish.seed(),
                                !Boolean.TRUE.equals(wish.isChosen())
                                        ? null
                                        : Objects.requireNonNullElse(wish.disruptionIds(), Set.of())),
                        caller)
                .getBody());
        return "redirect:/programmes/{dataSetId}/disruptions/replans/" + asked.id();
    }

    /** A short address for messages and bookmarks. */
    @GetMapping("/replans/{replanId}")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR})
    String find(@PathVariable String replanId) {
        return "redirect:/programmes/" + stored.get(replanId).dataSetId() + "/disruptions/replans/{replanId}";
    }

    @GetMapping(ONE)
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR})
    String page(@PathVariable String dataSetId, @PathVariable String replanId, Caller caller, Model model) {
        StoredReplan replan = of(dataSetId, replanId);
        ReplanStateView view = view(replanId);
        model.addAttribute("dataSetId", dataSetId);
        model.addAttribute("replan", view);
        model.addAttribute("title", "Re-plan of " + show.date(view.asOf()));
        model.addAttribute("version", replan.version());
        model.addAttribute("phase", Wording.phase(view.job().phase()));
        model.addAttribute("isPlanner", caller.isAny(Role.PLANNER));
        model.addAttribute(
                "isDiscarded",
                view.state() == State.READY
                        && !view.options().isEmpty()
                        && view.options().stream().allMatch(option -> option.state() == PlanState.DISCARDED));
        if (!view.options().isEmpty()) {
            model.addAttribute("table", OptionTable.of(view, plans.get(view.parentId()), show));
        }
        return "replan/replan";
    }

    @PostMapping(ONE + "/stop")
    @Allowed(Role.PLANNER)
    String stop(
            @PathVariable String dataSetId, @PathVariable String replanId, Caller caller, RedirectAttributes after) {
        desk.stop(of(dataSetId, replanId), caller);
        after.addFlashAttribute("done", "It is coming to an end with the options that it has.");
        return "redirect:" + ONE;
    }

    @PostMapping(ONE + "/discard")
    @Allowed(Role.PLANNER)
    String discard(
            @PathVariable String dataSetId, @PathVariable String replanId, Caller caller, RedirectAttributes after) {
        desk.discard(of(dataSetId, replanId), caller);
        after.addFlashAttribute("done", "The options are discarded. The published plan holds as it was.");
        return "redirect:/programmes/{dataSetId}/disruptions";
    }

    // ---- An option -------------------------------------------------------------------------------------------------

    /**
     * A change as the page shows it.
     *
     * @param change the change
     * @param module name of the module
     * @param team name of the team
     * @param from where it was; empty: newly booked
     * @param to where it is now; empty: dropped
     * @param why why
     */
    record ChangeRow(ChangeView change, String module, String team, String from, String to, String why) {}

    @GetMapping(OPTION)
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String changes(
            @PathVariable String dataSetId,
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String bcu,
            @RequestParam(required = false) @Nullable Integer noticeBand,
            PageQuery query,
            Caller caller,
            Model model) {
        StoredReplan replan = of(dataSetId, replanId);
        OptionView option = option("What changes: ", replanId, planId, caller, model);
        LivePlan before = livePlans.get(replan.parentId());
        LivePlan after = livePlans.get(planId);
        PageView<ChangeView> page =
                options.changes(replanId, planId, blankToNull(reason), blankToNull(bcu), noticeBand, query, caller);
        model.addAttribute(
                "rows",
                new PageView<>(
                        page.items().stream()
                                .map(change -> row(change, before, after))
                                .toList(),
                        page.page(),
                        page.size(),
                        page.total()));
        model.addAttribute("reason", reason);
        model.addAttribute("bcu", bcu);
        model.addAttribute("noticeBand", noticeBand);
        model.addAttribute("sort", query.sort());
        model.addAttribute("reasons", reasons(option));
        model.addAttribute("bands", bands(option));
        model.addAttribute(
                "bcus",
                new TreeSet<>(after.dataSet().teams().stream().map(Team::bcu).toList()));
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("reason", reason);
        filter.put("bcu", bcu);
        filter.put("noticeBand", noticeBand);
        String path = addressOf(dataSetId, replanId, planId);
        model.addAttribute("unsorted", DisruptionPages.address(path, filter));
        filter.put("sort", query.sort());
        model.addAttribute("address", DisruptionPages.address(path, filter));
        return "replan/changes";
    }

    private static Map<String, String> reasons(OptionView option) {
        Map<String, String> reasons = new TreeMap<>();
        option.changes().changesByReason().keySet().forEach(code -> reasons.put(code, Wording.why(code)));
        return reasons;
    }

    private static Map<Integer, String> bands(OptionView option) {
        Map<Integer, String> bands = new LinkedHashMap<>();
        List<Integer> days =
                new ArrayList<>(option.changes().movedByNoticeDays().keySet());
        days.sort(Comparator.reverseOrder());
        Integer next = null;
        for (int day : days) {
            bands.put(day, Wording.band(day, next));
            next = day;
        }
        return bands;
    }

    private static ChangeRow row(ChangeView change, LivePlan before, LivePlan after) {
        TrainingModule module = after.moduleById().get(change.moduleId());
        Team team = after.teamById().get(change.teamId());
        return new ChangeRow(
                change,
                module == null ? change.moduleId() : module.name(),
                team == null ? change.teamId() : team.name(),
                place(before, change.oldSessionId()),
                place(after, change.newSessionId()),
                Wording.why(change.reason()));
    }

    private static String place(LivePlan plan, @Nullable String sessionId) {
        SessionRow session = sessionId == null ? null : plan.sessionById().get(sessionId);
        if (session == null) {
            return "";
        }
        Venue venue = session.venueId() == null ? null : plan.venueById().get(session.venueId());
        return String.join("+", session.slotIds()) + ", " + (venue == null ? "online" : venue.name());
    }

    /**
     * A booking in another room as the page shows it.
     *
     * @param place the booking
     * @param module name of the module
     * @param team name of the team
     * @param from venue and room before
     * @param to venue and room now
     */
    record PlaceRow(PlaceView place, String module, String team, String from, String to) {}

    @GetMapping(OPTION + "/places")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String places(
            @PathVariable String dataSetId,
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String bcu,
            PageQuery query,
            Caller caller,
            Model model) {
        of(dataSetId, replanId);
        option("New places: ", replanId, planId, caller, model);
        LivePlan after = livePlans.get(planId);
        PageView<PlaceView> page = options.places(replanId, planId, blankToNull(bcu), query, caller);
        model.addAttribute(
                "rows",
                new PageView<>(
                        page.items().stream().map(place -> row(place, after)).toList(),
                        page.page(),
                        page.size(),
                        page.total()));
        model.addAttribute("bcu", bcu);
        model.addAttribute("sort", query.sort());
        model.addAttribute(
                "bcus",
                new TreeSet<>(after.dataSet().teams().stream().map(Team::bcu).toList()));
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("bcu", bcu);
        String path = addressOf(dataSetId, replanId, planId) + "/places";
        model.addAttribute("unsorted", DisruptionPages.address(path, filter));
        filter.put("sort", query.sort());
        model.addAttribute("address", DisruptionPages.address(path, filter));
        return "replan/places";
    }

    private static PlaceRow row(PlaceView place, LivePlan after) {
        TrainingModule module = after.moduleById().get(place.moduleId());
        Team team = after.teamById().get(place.teamId());
        return new PlaceRow(
                place,
                module == null ? place.moduleId() : module.name(),
                team == null ? place.teamId() : team.name(),
                room(after, place.oldVenueId(), place.oldRoomId()),
                room(after, place.newVenueId(), place.newRoomId()));
    }

    private static String room(LivePlan plan, @Nullable String venueId, @Nullable String roomId) {
        Venue venue = venueId == null ? null : plan.venueById().get(venueId);
        return venue == null ? "Online" : venue.name() + ", " + roomId;
    }

    @GetMapping(OPTION + "/messages")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    String messages(
            @PathVariable String dataSetId,
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable Recipient recipient,
            PageQuery query,
            Caller caller,
            Model model) {
        of(dataSetId, replanId);
        option("Who must be told: ", replanId, planId, caller, model);
        Map<Recipient, Long> counts = new LinkedHashMap<>();
        for (Recipient kind : Recipient.values()) {
            long count = options.messages(replanId, planId, kind, new PageQuery(0, 1, null), caller)
                    .total();
            if (count > 0) {
                counts.put(kind, count);
            }
        }
        model.addAttribute("counts", counts);
        model.addAttribute("recipient", recipient);
        model.addAttribute(
                "rows",
                options.messages(
                        replanId,
                        planId,
                        recipient,
                        new PageQuery(query.number(), query.size() == null ? MESSAGES : query.size(), null),
                        caller));
        Map<String, Object> filter = new HashMap<>();
        filter.put("recipient", recipient);
        model.addAttribute(
                "address", DisruptionPages.address(addressOf(dataSetId, replanId, planId) + "/messages", filter));
        return "replan/messages";
    }

    @GetMapping(OPTION + "/accept")
    @Allowed(Role.PLANNER)
    String confirm(
            @PathVariable String dataSetId,
            @PathVariable String replanId,
            @PathVariable String planId,
            Caller caller,
            Model model) {
        StoredReplan replan = of(dataSetId, replanId);
        option("Accept: ", replanId, planId, caller, model);
        model.addAttribute("version", replan.version());
        model.addAttribute("parent", plans.get(replan.parentId()));
        return "replan/accept";
    }

    @PostMapping(OPTION + "/accept")
    @Allowed(Role.PLANNER)
    String accept(
            @PathVariable String dataSetId,
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            RedirectAttributes after) {
        of(dataSetId, replanId);
        replans.accept(replanId, EntityTags.of(version), new NewAcceptance(planId, note.replace("\r", "")), caller);
        after.addFlashAttribute("done", "Accepted. The plan is published; now tell the people below.");
        return "redirect:" + ONE;
    }

    // ---- What all need ---------------------------------------------------------------------------------------------

    private StoredReplan of(String dataSetId, String replanId) {
        StoredReplan replan = stored.get(replanId);
        if (!replan.dataSetId().equals(dataSetId)) {
            throw ProblemException.notFound("replan", replanId);
        }
        return replan;
    }

    private ReplanStateView view(String replanId) {
        return Objects.requireNonNull(replans.get(replanId).getBody());
    }

    private OptionView option(String title, String replanId, String planId, Caller caller, Model model) {
        ReplanStateView view = view(replanId);
        OptionView option = view.options().stream()
                .filter(any -> any.planId().equals(planId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("option", planId));
        model.addAttribute("dataSetId", view.dataSetId());
        model.addAttribute("replan", view);
        model.addAttribute("option", option);
        model.addAttribute("title", title + show.words(option.policy()));
        model.addAttribute(
                "mayAccept",
                caller.isAny(Role.PLANNER)
                        && view.state() == State.READY
                        && !view.isOutdated()
                        && option.state() == PlanState.DRAFT);
        return option;
    }

    private static String addressOf(String dataSetId, String replanId, String planId) {
        return "/programmes/" + dataSetId + "/disruptions/replans/" + replanId + "/options/" + planId;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
