package io.muster.api.service.explain;

import io.muster.api.explain.ExplainService;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LiveExplainers;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.SessionRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why, alternatives, who could fill seats, and ledgers. */
@RestController
@RequestMapping("/v1/plans/{planId}")
@Tag(name = "Explanations")
class ExplainController {
    /** The most of anything that is answered. */
    static final int MOST = 100;

    private final Inquiry.Desk desk;
    private final ExplainService explaining;

    ExplainController(Inquiry.Desk desk, LiveExplainers explainers) {
        this.desk = desk;
        explaining = explainers.explaining();
    }

    @GetMapping("/people/{staffId}/why")
    @Operation(summary = "Why a person is in scope, booked where they are, or not booked")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    WhyView why(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(defaultValue = "5") @Min(0) @Max(MOST) int most,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        Inquiry inquiry = desk.about(planId, asOf, caller);
        StaffMember member = inquiry.sight().member(staffId);
        requireModule(inquiry, module);
        return inquiry.answers().why(explaining.why(inquiry.open(), member.id(), module, null, most));
    }

    @GetMapping("/people/{staffId}/alternatives")
    @Operation(summary = "Where a person could be booked or moved to, ranked by price")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    AlternativesView alternatives(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(defaultValue = "10") @Min(0) @Max(MOST) int most,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        Inquiry inquiry = desk.about(planId, asOf, caller);
        StaffMember member = inquiry.sight().member(staffId);
        requireModule(inquiry, module);
        List<AlternativesView.Module> modules = explaining.options(inquiry.open(), member.id(), module, most).stream()
                .map(inquiry.answers()::alternatives)
                .toList();
        return new AlternativesView(member.id(), modules);
    }

    @GetMapping("/sessions/{sessionId}/candidates")
    @Operation(summary = "Who could fill seats of a session")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    CandidatesView candidates(
            @PathVariable String planId,
            @PathVariable String sessionId,
            @RequestParam(defaultValue = "1") @Min(0) @Max(MOST) int seats,
            @RequestParam(defaultValue = "10") @Min(0) @Max(MOST) int most,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        Inquiry inquiry = desk.about(planId, asOf, caller);
        SessionRow session = running(inquiry, sessionId);
        return inquiry.answers()
                .candidates(
                        ExplainService.asked(() -> inquiry.open().explainer().seats(session.id(), seats, most)));
    }

    @GetMapping("/ledgers/teams/{teamId}")
    @Operation(summary = "What a team's training costs, and what limits it on each day")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    LedgerViews.Team team(@PathVariable String planId, @PathVariable String teamId, Caller caller) {
        Inquiry inquiry = desk.about(planId, null, caller);
        String id = inquiry.sight().team(teamId).id();
        return inquiry.answers().team(inquiry.open().explainer().team(id));
    }

    @GetMapping("/ledgers/rooms/{roomId}")
    @Operation(summary = "What a room costs, and how far it is used")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    LedgerViews.Room room(@PathVariable String planId, @PathVariable String roomId, Caller caller) {
        Inquiry inquiry = desk.about(planId, null, caller);
        require(inquiry.live().roomById().containsKey(roomId), "room", roomId);
        return inquiry.answers().room(inquiry.open().explainer().room(roomId));
    }

    @GetMapping("/ledgers/trainers/{trainerId}")
    @Operation(summary = "What a trainer costs, and how far their time is used")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR},
            personal = true)
    LedgerViews.Trainer trainer(@PathVariable String planId, @PathVariable String trainerId, Caller caller) {
        Inquiry inquiry = desk.about(planId, null, caller);
        require(inquiry.live().trainerById().containsKey(trainerId), "trainer", trainerId);
        return inquiry.answers().trainer(inquiry.open().explainer().trainer(trainerId));
    }

    @GetMapping("/ledgers/sessions/{sessionId}")
    @Operation(summary = "What a session costs, and who is in it")
    @Allowed(
            value = {Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR},
            personal = true)
    LedgerViews.Session session(@PathVariable String planId, @PathVariable String sessionId, Caller caller) {
        Inquiry inquiry = desk.about(planId, null, caller);
        String id = running(inquiry, sessionId).id();
        return inquiry.answers().session(inquiry.open().explainer().session(id));
    }

    private static SessionRow running(Inquiry inquiry, String sessionId) {
        SessionRow session = inquiry.sight().session(sessionId);
        if (session.booked() == 0) {
            throw ProblemException.conflict(
                    "session-not-running", "Nobody is booked in session '" + sessionId + "'; there is nothing to ask.");
        }
        return session;
    }

    private static void requireModule(Inquiry inquiry, @Nullable String module) {
        require(module == null || inquiry.live().moduleById().containsKey(module), "module", String.valueOf(module));
    }

    private static void require(boolean isThere, String kind, String id) {
        if (!isThere) {
            throw ProblemException.notFound(kind, id);
        }
    }
}
