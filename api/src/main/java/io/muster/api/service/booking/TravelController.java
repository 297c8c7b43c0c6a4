package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who travels how far. */
@RestController
@RequestMapping("/v1/plans/{planId}/travel")
@Tag(name = "Rooms and venues")
class TravelController {
    private final Reading.Desk desk;

    TravelController(Reading.Desk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Who travels how far, from BCUs to venues, in aggregates; a BCU's desk sees its own BCU")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    TravelView travel(@PathVariable String planId, Caller caller) {
        Reading reading = desk.open(planId, caller);
        return Journeys.of(reading.live()).view(reading.live(), reading.sight().bcu());
    }
}
