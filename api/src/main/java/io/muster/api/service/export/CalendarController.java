package io.muster.api.service.export;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.export.CalendarFile.Purpose;
import io.muster.api.service.report.Sight;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calendars of what is published: of a plan as it was published, or of a data set as it stands, which is the address to
 * subscribe to.
 */
@RestController
@Tag(name = "calendars")
class CalendarController {
    private static final String OF_PLAN = "/v1/plans/{planId}/exports/calendars";
    private static final String OF_DATA_SET = "/v1/data-sets/{dataSetId}/calendars";

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping(OF_PLAN + "/people/{staffId}.ics")
    @Operation(summary = "A person's calendar as the plan was published; method=cancel: what it took away")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING},
            personal = true)
    void personOfPlan(
            @PathVariable String planId,
            @PathVariable String staffId,
            @RequestParam(defaultValue = "publish") String method,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        person(calendars.ofPlan(planId), staffId, method, caller, response);
    }

    @GetMapping(OF_DATA_SET + "/people/{staffId}.ics")
    @Operation(summary = "A person's calendar as it stands, to subscribe to")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING},
            personal = true)
    void person(
            @PathVariable String dataSetId,
            @PathVariable String staffId,
            @RequestParam(defaultValue = "publish") String method,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        person(calendars.ofDataSet(dataSetId), staffId, method, caller, response);
    }

    @GetMapping(OF_PLAN + "/trainers/{trainerId}.ics")
    @Operation(summary = "A trainer's calendar as the plan was published; trainers have their own only")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.TRAINER})
    void trainerOfPlan(
            @PathVariable String planId,
            @PathVariable String trainerId,
            @RequestParam(defaultValue = "publish") String method,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        trainer(calendars.ofPlan(planId), trainerId, method, caller, response);
    }

    @GetMapping(OF_DATA_SET + "/trainers/{trainerId}.ics")
    @Operation(summary = "A trainer's calendar as it stands, to subscribe to; trainers have their own only")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.TRAINER})
    void trainer(
            @PathVariable String dataSetId,
            @PathVariable String trainerId,
            @RequestParam(defaultValue = "publish") String method,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        trainer(calendars.ofDataSet(dataSetId), trainerId, method, caller, response);
    }

    @GetMapping(OF_PLAN + "/rooms/{roomId}.ics")
    @Operation(summary = "A room's calendar as the plan was published")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    void roomOfPlan(
            @PathVariable String planId,
            @PathVariable String roomId,
            @RequestParam(defaultValue = "publish") String method,
            HttpServletResponse response)
            throws IOException {
        room(calendars.ofPlan(planId), roomId, method, response);
    }

    @GetMapping(OF_DATA_SET + "/rooms/{roomId}.ics")
    @Operation(summary = "A room's calendar as it stands, to subscribe to")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    void room(
            @PathVariable String dataSetId,
            @PathVariable String roomId,
            @RequestParam(defaultValue = "publish") String method,
            HttpServletResponse response)
            throws IOException {
        room(calendars.ofDataSet(dataSetId), roomId, method, response);
    }

    @GetMapping(OF_PLAN + "/trainers.zip")
    @Operation(summary = "All trainers' calendars as the plan was published")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    void trainers(@PathVariable String planId, HttpServletResponse response) throws IOException {
        CalendarSource source = calendars.ofPlan(planId);
        source.writeZip(
                CalendarOwner.Kind.TRAINER,
                source.ids(CalendarOwner.Kind.TRAINER, new Sight(null)),
                Downloads.open(response, FileFormat.ZIP.mediaType(), "trainers.zip"));
    }

    @GetMapping(OF_PLAN + "/teams/{teamId}.zip")
    @Operation(summary = "The calendars of a team's people as the plan was published")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.BCU_RESOURCING},
            personal = true)
    void team(@PathVariable String planId, @PathVariable String teamId, Caller caller, HttpServletResponse response)
            throws IOException {
        CalendarSource source = calendars.ofPlan(planId);
        Team team = source.dataSet().teams().stream()
                .filter(row -> row.id().equals(teamId) && Sight.of(caller).sees(row.bcu()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("team", teamId));
        List<String> ids = source.dataSet().staff().stream()
                .filter(member -> member.teamId().equals(team.id()))
                .map(StaffMember::id)
                .sorted()
                .toList();
        source.writeZip(
                CalendarOwner.Kind.PERSON, ids, Downloads.open(response, FileFormat.ZIP.mediaType(), "team.zip"));
    }

    private void person(
            CalendarSource source, String staffId, String method, Caller caller, HttpServletResponse response)
            throws IOException {
        DataSet dataSet = source.dataSet();
        Sight sight = Sight.of(caller);
        boolean isSeen = dataSet.staff().stream()
                .filter(member -> member.id().equals(staffId))
                .anyMatch(member -> sight.bcu() == null
                        || dataSet.teams().stream()
                                .anyMatch(team -> team.id().equals(member.teamId()) && sight.sees(team.bcu())));
        write(source, isSeen, CalendarOwner.Kind.PERSON, "staff", staffId, method, response);
    }

    private void trainer(
            CalendarSource source, String trainerId, String method, Caller caller, HttpServletResponse response)
            throws IOException {
        boolean isSeen = (caller.seesEveryBcu() || trainerId.equals(caller.trainerId()))
                && source.dataSet().trainers().stream().map(Trainer::id).anyMatch(trainerId::equals);
        write(source, isSeen, CalendarOwner.Kind.TRAINER, "trainer", trainerId, method, response);
    }

    private void room(CalendarSource source, String roomId, String method, HttpServletResponse response)
            throws IOException {
        boolean isThere = source.dataSet().rooms().stream().map(Room::id).anyMatch(roomId::equals);
        write(source, isThere, CalendarOwner.Kind.ROOM, "room", roomId, method, response);
    }

    private static void write(
            CalendarSource source,
            boolean isSeen,
            CalendarOwner.Kind kind,
            String word,
            String id,
            String method,
            HttpServletResponse response)
            throws IOException {
        if (!isSeen) {
            throw ProblemException.notFound(word, id);
        }
        Purpose purpose = switch (method) {
            case "publish" -> Purpose.PUBLISH;
            case "cancel" -> Purpose.CANCEL;
            default ->
                throw ProblemException.bad(
                        "calendar-method-invalid", "method is publish or cancel, not '" + method + "'.");
        };
        String type = "text/calendar; charset=utf-8; method=" + purpose.name();
        source.write(new CalendarOwner(kind, id), purpose, Downloads.open(response, type, word + ".ics"));
    }
}
