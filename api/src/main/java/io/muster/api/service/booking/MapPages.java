package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Venues, BCUs, and who travels how far between them. */
@PageController
class MapPages {
    private final TravelController travel;

    MapPages(TravelController travel) {
        this.travel = travel;
    }

    @GetMapping("/plans/{planId}/map")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    String map(
            @PathVariable String planId,
            @RequestParam(defaultValue = "") String bcu,
            @RequestParam(defaultValue = "") String venue,
            Caller caller,
            Model model) {
        TravelView view = travel.travel(planId, caller);
        List<TravelView.Flow> flows = view.flows().stream()
                .filter(flow -> bcu.isEmpty() || flow.bcu().equals(bcu))
                .filter(flow -> venue.isEmpty() || flow.venueId().equals(venue))
                .toList();
        model.addAttribute("planId", planId);
        model.addAttribute("travel", view);
        model.addAttribute("flows", flows);
        model.addAttribute("bcu", bcu);
        model.addAttribute("venue", venue);
        return "booking/map";
    }
}
