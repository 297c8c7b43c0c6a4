package io.muster.api.service.plan;

import io.muster.api.plan.NamedProfile;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The profiles of weights that plans can be made by. */
@RestController
@RequestMapping("/v1/profiles")
@Tag(name = "Plans")
class ProfileController {

    @GetMapping
    @Operation(summary = "List the profiles of weights, the one that changes nothing first")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR, Role.GOVERNANCE})
    List<ProfileView> list() {
        return NamedProfile.shipped().stream()
                .map(named -> new ProfileView(named.name(), named.profile().description()))
                .toList();
    }
}
