package io.muster.api.service.decide;

import io.muster.api.error.BadRequestException;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.explain.Inquiry;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.ProblemException;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.SessionRow;
import io.muster.solver.explain.Decision;
import io.muster.solver.explain.Judgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A decision before it is taken: which rules it breaks and what it costs, then take it or leave it. The timetable and the
 * heat map lead here, by drag, by click or by form.
 */
@PageController
class WeighPages {
    private static final int KEY_PARTS = 3;
    private static final int SHOWN_BREACHES = 10;

    private final Inquiry.Desk inquiries;
    private final DecisionDesk desk;
    private final DecisionController decisions;

    WeighPages(Inquiry.Desk inquiries, DecisionDesk desk, DecisionController decisions) {
        this.inquiries = inquiries;
        this.desk = desk;
        this.decisions = decisions;
    }

    /**
     * What is asked.
     *
     * @param act decisions about bookings, each {@code KIND|staff|module} or {@code KIND|staff|module|session}
     * @param session a session to be moved; null: none
     * @param date the day it is moved to
     * @param slot the slot it is to begin with
     * @param room the room; null or empty: its own
     * @param trainer a trainer for each position; all empty: its own as far as they are free
     * @param pin a session in which everybody is to be pinned; null: none
     * @param unpin a session in which nobody is to be pinned any more; null: none
     */
    record Asked(
            @Nullable List<String> act,
            @Nullable String session,
            @Nullable LocalDate date,
            @Nullable String slot,
            @Nullable String room,
            @Nullable List<String> trainer,
            @Nullable String pin,
            @Nullable String unpin) {}

    /**
     * Bookings that go the same way.
     *
     * @param moduleName their module
     * @param staffIds whose
     * @param change the first of them, for where they are and would be
     * @param moves whether they would be elsewhere than now
     */
    record Group(String moduleName, List<String> staffIds, JudgementView.Change change, boolean moves) {}

    /**
     * A rule that would be broken.
     *
     * @param ruleId the rule
     * @param sentence what it says
     * @param count how often it would be broken
     * @param details the first of them
     */
    record Broken(String ruleId, String sentence, int count, List<String> details) {}

    @GetMapping("/plans/{planId}/weigh")
    @Allowed(value = Role.PLANNER, personal = true)
    String weigh(
            @PathVariable String planId,
            Asked asked,
            @RequestParam(defaultValue = "timetable") String back,
            Caller caller,
            Model model) {
        Inquiry inquiry = inquiries.about(planId, null, caller);
        model.addAttribute("planId", planId);
        model.addAttribute("asked", asked);
        model.addAttribute("back", ownPart(back));
        model.addAttribute("version", inquiry.stored().version());
        try {
            Judgement judged = desk.judge(inquiry.stored(), decisions(inquiry, asked), null);
            JudgementView view = DecisionController.view(inquiry.answers(), null, judged);
            model.addAttribute("judgement", view);
            model.addAttribute("groups", groups(view));
            model.addAttribute("broken", broken(view));
        } catch (BadRequestException e) {
            model.addAttribute("impossible", e.getMessage());
        }
        return "decide/weigh";
    }

    @PostMapping("/plans/{planId}/weigh")
    @Allowed(value = Role.PLANNER, personal = true)
    String take(
            @PathVariable String planId,
            Asked asked,
            @RequestParam String reason,
            @RequestParam long version,
            @RequestParam(defaultValue = "timetable") String back,
            Caller caller,
            RedirectAttributes redirect) {
        Inquiry inquiry = inquiries.about(planId, null, caller);
        StoredPlan plan = inquiry.stored();
        EntityTags.check(EntityTags.of(version), plan.version());
        if (reason.isBlank()) {
            throw ProblemException.bad("reason-missing", "Say why, for the record.");
        }
        DecisionDesk.Taken taken = desk.take(plan, decisions(inquiry, asked), reason, null, null, caller);
        redirect.addFlashAttribute(
                "done", "Done. It is in a new draft, which you are looking at now; the former plan is kept as it was.");
        return "redirect:/plans/" + taken.plan().id() + "/" + ownPart(back);
    }

    @PostMapping("/plans/{planId}/weigh/undo")
    @Allowed(Role.PLANNER)
    String undo(
            @PathVariable String planId,
            @RequestParam long version,
            @RequestParam(defaultValue = "timetable") String back,
            Caller caller,
            RedirectAttributes redirect) {
        DecisionController.UndoneView undone = Objects.requireNonNull(
                decisions.undo(planId, EntityTags.of(version), caller).getBody());
        redirect.addFlashAttribute("done", "The last decision is taken back; you are looking at the plan before it.");
        return "redirect:/plans/" + undone.planId() + "/" + ownPart(back);
    }

    private static List<Decision> decisions(Inquiry inquiry, Asked asked) {
        List<Decision> wanted = new ArrayList<>();
        for (String text : Objects.requireNonNullElse(asked.act(), List.<String>of())) {
            wanted.add(decision(text));
        }
        String session = asked.session();
        LocalDate date = asked.date();
        String slot = asked.slot();
        if (session != null && date != null && slot != null) {
            String room = asked.room();
            wanted.add(Decision.moveSession(
                    session,
                    new Decision.Target(
                            date,
                            slot,
                            room == null || room.isEmpty() ? null : room,
                            trainers(
                                    inquiry.sight().session(session),
                                    Objects.requireNonNullElse(asked.trainer(), List.<String>of())))));
        }
        wanted.addAll(pins(inquiry, asked.pin(), Decision.Kind.PIN));
        wanted.addAll(pins(inquiry, asked.unpin(), Decision.Kind.UNPIN));
        if (wanted.isEmpty()) {
            throw ProblemException.bad("decision-missing", "Say what is to be decided.");
        }
        return wanted;
    }

    private static Decision decision(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        Decision.Kind kind = parts.size() == KEY_PARTS || parts.size() == KEY_PARTS + 1 ? kind(parts.get(0)) : null;
        if (kind == null || kind == Decision.Kind.MOVE_SESSION) {
            throw ProblemException.bad("decision-invalid", "'" + text + "' is no decision about a booking.");
        }
        return new Decision(kind, parts.get(1), parts.get(2), parts.size() > KEY_PARTS ? parts.get(KEY_PARTS) : null);
    }

    private static Decision.@Nullable Kind kind(String name) {
        for (Decision.Kind kind : Decision.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** Where one is named, the others stay whoever they are. */
    private static List<String> trainers(SessionRow session, List<String> asked) {
        if (asked.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        return IntStream.range(0, asked.size())
                .mapToObj(at ->
                        !asked.get(at).isEmpty() || at >= session.trainerIds().size()
                                ? asked.get(at)
                                : session.trainerIds().get(at))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static List<Decision> pins(Inquiry inquiry, @Nullable String sessionId, Decision.Kind kind) {
        if (sessionId == null) {
            return List.of();
        }
        Set<BookingKey> pinned = new HashSet<>(inquiry.live().plan().pins());
        return inquiry
                .live()
                .bookingsBySession()
                .getOrDefault(inquiry.sight().session(sessionId).id(), List.of())
                .stream()
                .filter(booking ->
                        booking.counts() && pinned.contains(BookingKey.of(booking)) == (kind == Decision.Kind.UNPIN))
                .map((Booking booking) -> new Decision(kind, booking.staffId(), booking.moduleId(), null))
                .toList();
    }

    private static List<Group> groups(JudgementView view) {
        record Way(
                String moduleName,
                @Nullable Object from,
                @Nullable Object to,
                boolean pinned) {}
        Map<Way, List<JudgementView.Change>> byWay = view.changes().stream()
                .collect(Collectors.groupingBy(
                        change -> new Way(change.moduleName(), change.from(), change.to(), change.pinned()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byWay.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().moduleName(),
                        entry.getValue().stream()
                                .map(JudgementView.Change::staffId)
                                .toList(),
                        entry.getValue().get(0),
                        !Objects.equals(entry.getKey().from(), entry.getKey().to())))
                .toList();
    }

    private static List<Broken> broken(JudgementView view) {
        Map<String, List<Judgement.Breach>> byRule = view.breaches().stream()
                .collect(Collectors.groupingBy(Judgement.Breach::ruleId, LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(entry -> new Broken(
                        entry.getKey(),
                        entry.getValue().get(0).sentence(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .limit(SHOWN_BREACHES)
                                .map(breach -> breach.subject() + ": " + breach.what())
                                .toList()))
                .toList();
    }

    /** A page of a plan to go back to: nobody is led elsewhere. */
    private static String ownPart(String back) {
        return back.matches("(timetable|abstraction)([/?][A-Za-z0-9_=&%+./-]*)?") && !back.contains("..")
                ? back
                : "timetable";
    }
}
