package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.Programme;
import io.muster.data.plan.SessionRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs on a day. */
@RestController
@RequestMapping("/v1/plans/{planId}/days")
@Tag(name = "Sessions")
class DayController {
    private final Reading.Desk desk;

    DayController(Reading.Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/{date}")
    @Operation(summary = "What runs on a day, and what else is on")
    @Allowed({Role.PLANNER, Role.BCU_RESOURCING, Role.LEARNING, Role.AUDITOR})
    DayView day(@PathVariable String planId, @PathVariable LocalDate date, Caller caller) {
        Reading reading = desk.open(planId, caller);
        List<Placed> bookings = reading.lists().bookings().all().where("date", date).rows().stream()
                .filter(row -> row.booking().counts())
                .toList();
        List<SessionRow> sessions =
                reading.lists().sessions().all().where("date", date).rows();
        List<SessionRow> run = sessions.stream().filter(row -> row.booked() > 0).toList();
        int seats = run.stream().mapToInt(SessionRow::capacity).sum();
        int booked = run.stream().mapToInt(SessionRow::booked).sum();
        List<CalendarDay> calendar = reading.live().dataSet().calendar().stream()
                .filter(day -> day.date().equals(date))
                .toList();
        Programme programme = reading.live().dataSet().programme();
        return new DayView(
                date,
                Days.isWithin(date, programme.firstDay(), programme.lastDay())
                        && programme.trainingWeekdays().contains(date.getDayOfWeek())
                        && calendar.stream().noneMatch(CalendarDay::isClosed),
                calendar.stream()
                        .map(day -> new DayView.Note(day.kind(), day.name()))
                        .toList(),
                reading.live().dataSet().demand().stream()
                        .filter(demand -> Days.isWithin(date, demand.from(), demand.to()))
                        .map(demand ->
                                new DayView.Demand(demand.scope().toString(), demand.ceilingFactor(), demand.name()))
                        .toList(),
                (int) bookings.stream().map(Placed::person).distinct().count(),
                (int) bookings.stream()
                        .filter(row -> row.booking().sessionId() == null)
                        .count(),
                seats,
                booked,
                seats == 0 ? 0 : (double) booked / seats,
                sessions.stream()
                        .map(reading.views()::session)
                        .sorted(Comparator.comparing(SessionView::start)
                                .thenComparing(view -> Objects.requireNonNullElse(view.roomId(), ""))
                                .thenComparing(SessionView::sessionId))
                        .toList());
    }
}
