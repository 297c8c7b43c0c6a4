package io.muster.api.service.decide;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.explain.Inquiry;
import io.muster.api.service.explain.PriceView;
import io.muster.api.service.explain.SpotView;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.solver.explain.Alternative;
import io.muster.solver.explain.DayOptions;
import io.muster.solver.explain.Decision;
import io.muster.solver.explain.Judgement;
import io.muster.solver.explain.PlanExplainer;
import io.muster.solver.explain.Price;
import io.muster.solver.explain.Spot;
import io.muster.solver.explain.TeamLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What it would take that one more of a team may be away on a day: each who is, moved to another day or cancelled. */
@PageController
class FreePlacePages {
    private static final int MOST_PEOPLE = 12;
    private static final int MOST_OPTIONS = 60;

    private final Inquiry.Desk inquiries;
    private final DecisionDesk desk;

    FreePlacePages(Inquiry.Desk inquiries, DecisionDesk desk) {
        this.inquiries = inquiries;
        this.desk = desk;
    }

    /**
     * A way to free a place.
     *
     * @param to where the bookings would be, in the order of the modules; empty: unbooked
     * @param price what the plan would cost more or less; null: not known
     * @param acts the decisions, as {@link WeighPages} takes them
     */
    record Way(List<SpotView> to, @Nullable PriceView price, List<String> acts) {}

    /**
     * Somebody who is away.
     *
     * @param staffId who
     * @param modules names of the modules
     * @param move the cheapest move of all of it to another day that keeps every hard rule; null: there is none
     * @param cancel all of it cancelled; null: a hard rule would be broken
     */
    record Person(
            String staffId,
            List<String> modules,
            @Nullable Way move,
            @Nullable Way cancel) {}

    @GetMapping("/plans/{planId}/abstraction/{teamId}/{date}/free")
    @Allowed(value = Role.PLANNER, personal = true)
    String free(
            @PathVariable String planId,
            @PathVariable String teamId,
            @PathVariable LocalDate date,
            Caller caller,
            Model model) {
        Inquiry inquiry = inquiries.about(planId, null, caller);
        Team team = inquiry.sight().team(teamId);
        TeamLedger.Day day = inquiry.open().explainer().team(teamId).days().stream()
                .filter(one -> one.date().equals(date))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("training-day", date.toString()));
        List<Person> people = new ArrayList<>();
        for (StaffMember member : inquiry.live().staffByTeam().getOrDefault(teamId, List.of())) {
            List<Booking> away = inquiry.live().bookingsByStaff().getOrDefault(member.id(), List.of()).stream()
                    .filter(booking -> booking.counts() && booking.date().equals(date))
                    .toList();
            if (!away.isEmpty() && people.size() < MOST_PEOPLE) {
                people.add(person(inquiry, member.id(), away));
            }
        }
        model.addAttribute("planId", planId);
        model.addAttribute("team", team);
        model.addAttribute("date", date);
        model.addAttribute("day", day);
        model.addAttribute("people", people);
        return "decide/free-place";
    }

    private Person person(Inquiry inquiry, String staffId, List<Booking> away) {
        return new Person(
                staffId,
                away.stream()
                        .map(booking -> inquiry.answers().moduleName(booking.moduleId()))
                        .toList(),
                move(inquiry, staffId, away),
                cancel(inquiry, away));
    }

    private @Nullable Way cancel(Inquiry inquiry, List<Booking> away) {
        Judgement judgement = desk.judge(
                inquiry.stored(),
                away.stream()
                        .map(booking -> new Decision(Decision.Kind.CANCEL, booking.staffId(), booking.moduleId(), null))
                        .toList(),
                null);
        return judgement.allowed()
                ? new Way(
                        List.of(),
                        inquiry.answers().priceOrNull(judgement.price()),
                        away.stream()
                                .map(booking -> "CANCEL|" + booking.staffId() + "|" + booking.moduleId())
                                .toList())
                : null;
    }

    private static @Nullable Way move(Inquiry inquiry, String staffId, List<Booking> away) {
        LocalDate date = away.get(0).date();
        PlanExplainer explainer = inquiry.open().explainer();
        List<String> modules = away.stream().map(Booking::moduleId).toList();
        if (modules.size() == 1) {
            return explainer.options(staffId, modules.get(0), MOST_OPTIONS).alternatives().stream()
                    .filter(one -> !one.spot().date().equals(date)
                            && one.withStaffIds().isEmpty())
                    .findFirst()
                    .map((Alternative one) -> way(inquiry, staffId, modules, List.of(one.spot()), one.price()))
                    .orElse(null);
        }
        for (DayOptions options : explainer.days(staffId, modules.get(0), MOST_OPTIONS)) {
            if (new HashSet<>(options.moduleIds()).equals(new HashSet<>(modules))
                    && options.withStaffIds().stream().allMatch(List::isEmpty)) {
                for (DayOptions.Day day : options.alternatives()) {
                    if (!day.spots().get(0).date().equals(date)) {
                        return way(inquiry, staffId, options.moduleIds(), day.spots(), day.price());
                    }
                }
            }
        }
        return null;
    }

    private static Way way(Inquiry inquiry, String staffId, List<String> modules, List<Spot> spots, Price price) {
        List<SpotView> to = spots.stream()
                .map(spot -> Objects.requireNonNull(inquiry.answers().spotOrNull(spot)))
                .toList();
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            acts.add("MOVE|" + staffId + "|" + modules.get(i) + "|" + to.get(i).decisionId());
        }
        return new Way(to, inquiry.answers().priceOrNull(price), acts);
    }
}
