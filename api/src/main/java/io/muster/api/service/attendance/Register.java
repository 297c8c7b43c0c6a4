package io.muster.api.service.attendance;

import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.attendance.AttendanceController.ImportedView;
import io.muster.api.service.attendance.AttendanceMarks.Seat;
import io.muster.api.service.attendance.AttendanceView.SeatView;
import io.muster.api.service.attendance.Attendances.Mark;
import io.muster.api.service.content.Contents;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.replan.NoShows;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.AttendanceReader;
import io.muster.data.io.AttendanceReader.Result;
import io.muster.data.io.AttendanceReader.Row;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes attendance: with it goes a no-show for each who did not come, which the next re-plan answers. */
@Component
class Register {
    private final Attendances attendances;
    private final NoShows noShows;
    private final Plans plans;
    private final LivePlans livePlans;
    private final Contents contents;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Register(
            Attendances attendances,
            NoShows noShows,
            Plans plans,
            LivePlans livePlans,
            Contents contents,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.attendances = attendances;
        this.noShows = noShows;
        this.plans = plans;
        this.livePlans = livePlans;
        this.contents = contents;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The page of a session.
     *
     * @param plan the published plan
     * @param session the session
     * @param bookings its bookings that the caller may see and that are not cancelled, by staff member
     * @param rows what was recorded, by staff member
     */
    record Page(LivePlan plan, SessionRow session, List<Booking> bookings, Map<String, Attendance> rows) {

        /** {@return a number that grows with each change} */
        long version() {
            return rows.values().stream().mapToLong(Attendance::number).max().orElse(0);
        }
    }

    /** {@return the page of a session; 404 where the caller may not see it, 409 when the plan does not hold} */
    Page page(String planId, String sessionId, Caller caller) {
        LivePlan plan = holding(planId);
        SessionRow session = plan.sessionById().get(sessionId);
        if (session == null
                || !(caller.seesEveryBcu() || isOwn(session, caller) || caller.isAny(Role.BCU_RESOURCING))) {
            throw ProblemException.notFound("session", sessionId);
        }
        return new Page(
                plan,
                session,
                seen(plan, session, caller),
                attendances.ofSession(plan.stored().dataSetId(), sessionId).stream()
                        .collect(Collectors.toMap(row -> row.seat().staffId(), Function.identity())));
    }

    private static boolean isOfBcu(LivePlan plan, Booking booking, @Nullable String bcu) {
        StaffMember person = plan.staffById().get(booking.staffId());
        return person != null && bcu != null && plan.bcuOf(person).equals(bcu);
    }

    /**
     * How attendance of a session stands.
     *
     * @param session the session, of today or before
     * @param seats people booked into it whom the caller may see
     * @param recorded those of them of whom it is known whether they came
     */
    record Standing(SessionRow session, int seats, int recorded) {

        /** {@return whether it is not known of all} */
        boolean isLacking() {
            return recorded < seats;
        }
    }

    /**
     * How attendance stands of each session of today or before that has somebody whom the caller may see.
     *
     * @param plan the published plan
     * @param caller who asks: a trainer of their own sessions, a resourcing desk of its own BCU's people
     * @return by day, first slot and id
     */
    List<Standing> standings(LivePlan plan, Caller caller) {
        LocalDate today = today(plan);
        AttendanceMarks marks = attendances.marks(plan.stored().dataSetId());
        List<Standing> standings = new ArrayList<>();
        for (SessionRow session : plan.plan().sessions()) {
            if (session.status() == SessionRow.Status.CANCELLED
                    || session.date().isAfter(today)) {
                continue;
            }
            int seats = 0;
            int recorded = 0;
            for (Booking booking : seen(plan, session, caller)) {
                Booking.Status status = marks.statusOf(booking);
                seats += booking.counts() ? 1 : 0;
                recorded += status == Booking.Status.ATTENDED || status == Booking.Status.NO_SHOW ? 1 : 0;
            }
            if (seats > 0) {
                standings.add(new Standing(session, seats, recorded));
            }
        }
        standings.sort(
                Comparator.comparing((Standing standing) -> standing.session().date())
                        .thenComparing(standing -> standing.session().slotIds().get(0))
                        .thenComparing(standing -> standing.session().id()));
        return standings;
    }

    private static List<Booking> seen(LivePlan plan, SessionRow session, Caller caller) {
        boolean isWhole = caller.seesEveryBcu() || isOwn(session, caller);
        if (!isWhole && !caller.isAny(Role.BCU_RESOURCING)) {
            return List.of();
        }
        return plan.bookingsBySession().getOrDefault(session.id(), List.of()).stream()
                .filter(booking -> booking.status() != Booking.Status.CANCELLED)
                .filter(booking -> isWhole || isOfBcu(plan, booking, caller.bcu()))
                .toList();
    }

    private static boolean isOwn(SessionRow session, Caller caller) {
        return caller.trainerId() != null
                && caller.isAny(Role.TRAINER)
                && session.trainerIds().contains(caller.trainerId());
    }

    /** {@return the plan, which holds; 404 when there is none, 409 when it does not hold} */
    LivePlan holding(String planId) {
        if (plans.get(planId).state() != PlanState.PUBLISHED) {
            throw ProblemException.conflict(
                    "plan-not-published", "Attendance is of the plan that holds; plan '" + planId + "' does not.");
        }
        return livePlans.get(planId);
    }

    /** {@return what the API shows of a page} */
    AttendanceView view(Page page) {
        return new AttendanceView(
                page.session().id(),
                page.session().moduleId(),
                page.session().date(),
                page.session().slotIds(),
                page.bookings().stream()
                        .map(booking -> {
                            Attendance row = page.rows().get(booking.staffId());
                            Booking.Status status = row == null
                                    ? booking.status()
                                    : row.attended() ? Booking.Status.ATTENDED : Booking.Status.NO_SHOW;
                            return new SeatView(
                                    booking.staffId(),
                                    status,
                                    row == null ? null : row.recordedAt(),
                                    row == null ? null : row.recordedBy());
                        })
                        .toList());
    }

    /** Records who came to a session. */
    void record(Page page, Map<String, Boolean> attendedByStaff, @Nullable String ifMatch, Caller caller) {
        EntityTags.check(ifMatch, page.version());
        LocalDate today = today(page.plan());
        if (page.session().date().isAfter(today)) {
            throw ProblemException.conflict(
                    "session-not-over",
                    "Session '" + page.session().id() + "' is on "
                            + page.session().date() + "; attendance is recorded from that day on.");
        }
        Map<String, Booking> bookingByStaff =
                page.bookings().stream().collect(Collectors.toMap(Booking::staffId, Function.identity()));
        List<Mark> marks = new ArrayList<>();
        attendedByStaff.forEach((staffId, attended) -> {
            Booking booking = bookingByStaff.get(staffId);
            if (booking == null || !booking.counts()) {
                throw ProblemException.notFound("booking", staffId);
            }
            marks.add(mark(booking, attended));
        });
        store(page.plan(), marks, caller);
    }

    private static Mark mark(Booking booking, boolean attended) {
        return new Mark(
                new Seat(booking.staffId(), booking.moduleId(), Objects.requireNonNull(booking.sessionId())), attended);
    }

    /** {@return the day that it is where the programme is} */
    LocalDate today(LivePlan plan) {
        return LocalDate.now(clock.withZone(plan.dataSet().programme().timeZone()));
    }

    private void store(LivePlan plan, List<Mark> marks, Caller caller) {
        String dataSetId = plan.stored().dataSetId();
        transaction.executeWithoutResult(status -> {
            // Publications of the data set wait, so that what is recorded is of the plan that holds.
            plans.lock(dataSetId);
            holding(plan.stored().id());
            attendances.record(dataSetId, marks, caller.userId());
            for (Mark mark : marks) {
                Seat seat = mark.seat();
                StaffMember person = plan.staffById().get(seat.staffId());
                if (mark.attended()) {
                    noShows.cameAfterAll(dataSetId, seat.staffId(), seat.sessionId());
                } else {
                    noShows.missed(
                            dataSetId,
                            seat.staffId(),
                            seat.sessionId(),
                            person == null ? null : plan.bcuOf(person),
                            caller.userId());
                }
            }
            marks.stream()
                    .map(mark -> mark.seat().sessionId())
                    .distinct()
                    .sorted()
                    .forEach(session -> trail.write(
                            caller.userId(),
                            "ATTENDANCE_RECORDED",
                            "data-set/" + dataSetId + "/session/" + session,
                            count(marks, session, true) + " came, " + count(marks, session, false) + " did not"));
        });
    }

    private static long count(List<Mark> marks, String sessionId, boolean attended) {
        return marks.stream()
                .filter(mark -> mark.seat().sessionId().equals(sessionId) && mark.attended() == attended)
                .count();
    }

    /** Records the rows of a file, all or none. */
    ImportedView importCsv(String planId, byte[] csv, Caller caller) {
        LivePlan plan = holding(planId);
        Path file = contents.temporary(".csv");
        Result read;
        try {
            Files.write(file, csv);
            read = AttendanceReader.read(file, plan.plan(), today(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
        List<Row> rows = read.rows()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "attendance-invalid",
                        "Nothing was recorded: correct the errors and send all of it again.",
                        read.issues()));
        Map<Seat, Mark> marks = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Booking booking : plan.bookingsBySession().getOrDefault(row.sessionId(), List.of())) {
                if (booking.staffId().equals(row.staffId()) && booking.counts()) {
                    Mark mark = mark(booking, row.attended());
                    marks.put(mark.seat(), mark);
                }
            }
        }
        store(plan, List.copyOf(marks.values()), caller);
        return new ImportedView(marks.size(), (int)
                marks.keySet().stream().map(Seat::sessionId).distinct().count());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
