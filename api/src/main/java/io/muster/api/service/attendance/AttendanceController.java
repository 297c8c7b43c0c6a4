package io.muster.api.service.attendance;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who came to sessions of the published plan. */
@RestController
@RequestMapping("/v1/plans/{planId}")
@Tag(name = "Attendance")
class AttendanceController {
    private final Register register;

    AttendanceController(Register register) {
        this.register = register;
    }

    /**
     * Who came to a session.
     *
     * @param marks people and whether they came; whoever is not named stays as they are
     */
    record NewAttendance(@Nullable List<NewMark> marks) {}

    /**
     * Whether somebody came.
     *
     * @param staffId the staff member
     * @param attended whether they came
     */
    record NewMark(@Nullable String staffId, @Nullable Boolean attended) {}

    /**
     * What an import recorded.
     *
     * @param recorded rows
     * @param sessions sessions they are of
     */
    record ImportedView(int recorded, int sessions) {}

    @GetMapping("/sessions/{sessionId}/attendance")
    @Operation(summary = "Who was booked into a session, and who came")
    @Allowed(
            value = {Role.TRAINER, Role.LEARNING, Role.PLANNER, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    ResponseEntity<AttendanceView> get(@PathVariable String planId, @PathVariable String sessionId, Caller caller) {
        Register.Page page = register.page(planId, sessionId, caller);
        return EntityTags.ok(page.version(), register.view(page));
    }

    @PutMapping("/sessions/{sessionId}/attendance")
    @Operation(
            summary =
                    "Record who came to a session of today or before; who did not is booked again by the next re-plan")
    @Allowed({Role.TRAINER, Role.LEARNING, Role.PLANNER, Role.BCU_RESOURCING})
    ResponseEntity<AttendanceView> put(
            @PathVariable String planId,
            @PathVariable String sessionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewAttendance attendance,
            Caller caller) {
        Map<String, Boolean> attendedByStaff = new LinkedHashMap<>();
        for (NewMark mark : attendance.marks() == null ? List.<NewMark>of() : attendance.marks()) {
            if (mark == null || mark.staffId() == null || mark.attended() == null) {
                throw ProblemException.bad("mark-incomplete", "Each mark has a staffId and attended, true or false.");
            }
            attendedByStaff.put(mark.staffId(), mark.attended());
        }
        register.record(register.page(planId, sessionId, caller), attendedByStaff, ifMatch, caller);
        return get(planId, sessionId, caller);
    }

    @PostMapping(path = "/attendance", consumes = "text/csv")
    @Operation(
            summary =
                    "Record a CSV file with the columns staff, session and attended: all of it or, with every issue, none")
    @Allowed({Role.LEARNING, Role.PLANNER})
    ImportedView importCsv(@PathVariable String planId, @RequestBody byte[] csv, Caller caller) {
        return register.importCsv(planId, csv, caller);
    }
}
