package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.booking.BookingController.UnbookedFilter;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.PageQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list: requirements that are not booked, why, and how many for each reason. */
@PageController
class UnbookedPages {
    private final BookingController bookings;
    private final Reading.Desk desk;

    UnbookedPages(BookingController bookings, Reading.Desk desk) {
        this.bookings = bookings;
        this.desk = desk;
    }

    /**
     * How many requirements are unbooked for a reason.
     *
     * @param reason its code
     * @param count how many
     * @param href the list of them alone
     */
    record ReasonCount(String reason, long count, String href) {}

    @GetMapping("/plans/{planId}/unbooked")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    String unbooked(
            @PathVariable String planId,
            UnbookedFilter filter,
            @RequestParam(defaultValue = "false") boolean relax,
            PageQuery page,
            Caller caller,
            Model model) {
        Reading reading = desk.open(planId, caller);
        Facets facets = Facets.of(reading);
        ListAddress address = ListAddress.of("/plans/" + planId + "/unbooked")
                .with("staff", filter.staff())
                .with("bcu", filter.bcu())
                .with("team", filter.team())
                .with("function", filter.function())
                .with("module", filter.module())
                .with("priority", filter.priority())
                .with("reason", filter.reason())
                .with("relax", relax ? true : null)
                .with("sort", page.sort());
        model.addAttribute("planId", planId);
        model.addAttribute("filter", filter);
        model.addAttribute("facets", facets);
        model.addAttribute("teams", facets.teamsToChoose(filter.bcu(), filter.team()));
        model.addAttribute("relax", relax);
        model.addAttribute("address", address);
        model.addAttribute("list", bookings.unbooked(planId, filter, page, caller));
        model.addAttribute("reasons", reasons(reading, filter, address));
        model.addAttribute(
                "isNothingUnbooked", reading.lists().unbooked().rows().isEmpty());
        return "booking/unbooked";
    }

    /** Each reason of what the other filters leave, the most frequent first. */
    private static List<ReasonCount> reasons(Reading reading, UnbookedFilter filter, ListAddress address) {
        Map<String, Long> counts = BookingController.select(reading, filter.withoutReason()).rows().stream()
                .collect(Collectors.groupingBy(open -> open.row().reason(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new ReasonCount(
                        entry.getKey(),
                        entry.getValue(),
                        address.with("reason", entry.getKey()).href()))
                .sorted(Comparator.comparingLong(ReasonCount::count).reversed())
                .toList();
    }
}
