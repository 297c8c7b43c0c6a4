package io.muster.api.service.explain;

import io.muster.api.service.live.LivePlan;
import io.muster.data.plan.Booking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Links to the page on which a decision by hand is tried before it is taken. */
public final class TryLinks {
    private final LivePlan live;

    TryLinks(LivePlan live) {
        this.live = live;
    }

    /**
     * Booking or moving people to a place.
     *
     * @param staffIds who
     * @param moduleId the module
     * @param spot where
     * @return the address
     */
    public String to(List<String> staffIds, String moduleId, SpotView spot) {
        UriComponentsBuilder link = link();
        staffIds.forEach(staffId -> add(link, staffId, moduleId, spot));
        return link.encode().build().toUriString();
    }

    /**
     * Taking an alternative, with the members of the cohort who go along.
     *
     * @param staffId who
     * @param moduleId the module
     * @param alternative where
     * @return the address
     */
    public String to(String staffId, String moduleId, AlternativeView alternative) {
        List<String> staffIds = new ArrayList<>(List.of(staffId));
        alternative.withStaffIds().stream().filter(id -> !id.equals(staffId)).forEach(staffIds::add);
        return to(staffIds, moduleId, alternative.spot());
    }

    /**
     * Doing what would book a requirement, as far as it is bookings: what is granted besides shows as a rule that is
     * broken.
     *
     * @param staffId who
     * @param moduleId the module
     * @param relaxation what would book it
     * @return the address
     */
    public String to(String staffId, String moduleId, WhyView.Relaxation relaxation) {
        Map<String, SpotView> spotByModule = new LinkedHashMap<>();
        relaxation.steps().forEach(step -> step.moves().forEach(move -> spotByModule.put(move.moduleId(), move.to())));
        spotByModule.put(moduleId, relaxation.spot());
        UriComponentsBuilder link = link();
        spotByModule.forEach((module, spot) -> add(link, staffId, module, spot));
        return link.encode().build().toUriString();
    }

    private UriComponentsBuilder link() {
        return UriComponentsBuilder.fromPath("/plans/{planId}/decisions/try")
                .uriVariables(Map.of("planId", live.stored().id()));
    }

    private void add(UriComponentsBuilder link, String staffId, String moduleId, SpotView spot) {
        boolean isBooked = live.bookingsByStaff().getOrDefault(staffId, List.of()).stream()
                .filter(Booking::counts)
                .anyMatch(booking -> booking.moduleId().equals(moduleId));
        link.queryParam("kind", isBooked ? "MOVE" : "BOOK")
                .queryParam("staffId", staffId)
                .queryParam("moduleId", moduleId)
                .queryParam("sessionId", spot.decisionId());
    }
}
