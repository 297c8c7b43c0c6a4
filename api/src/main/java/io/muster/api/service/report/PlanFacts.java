package io.muster.api.service.report;

import io.muster.data.model.CalendarDay;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What reports start from: a data set, a plan of it, and bookings with what became of them. Immutable.
 */
public final class PlanFacts {
    private final DataSet dataSet;
    private final Plan plan;
    private final List<Booking> bookings;
    private final Map<String, StaffMember> staffById;
    private final Map<String, Team> teamById;
    private final Map<String, TrainingModule> moduleById;
    private final Map<String, SessionRow> sessionById;
    private final Map<String, Integer> slotMinutes;
    private final List<LocalDate> trainingDays;

    private PlanFacts(DataSet dataSet, Plan plan, List<Booking> bookings) {
        this.dataSet = dataSet;
        this.plan = plan;
        this.bookings = bookings;
        staffById = dataSet.staff().stream().collect(Collectors.toUnmodifiableMap(StaffMember::id, member -> member));
        teamById = dataSet.teams().stream().collect(Collectors.toUnmodifiableMap(Team::id, team -> team));
        moduleById =
                dataSet.modules().stream().collect(Collectors.toUnmodifiableMap(TrainingModule::id, module -> module));
        sessionById =
                plan.sessions().stream().collect(Collectors.toUnmodifiableMap(SessionRow::id, session -> session));
        slotMinutes = dataSet.programme().slots().stream()
                .collect(Collectors.toUnmodifiableMap(Programme.Slot::id, PlanFacts::minutesOf));
        trainingDays = trainingDays(dataSet);
    }

    /**
     * Puts attendance to a plan's bookings: what was recorded goes before what the plan says.
     *
     * @param dataSet the plan's data set
     * @param plan the plan
     * @param attendance what was recorded; of bookings the plan does not have, ignored
     * @return both together
     */
    public static PlanFacts of(DataSet dataSet, Plan plan, List<Attendance> attendance) {
        record Key(String staffId, String moduleId, String sessionId) {}
        Map<Key, Boolean> attended = new HashMap<>();
        for (Attendance row : attendance) {
            attended.put(new Key(row.staffId(), row.moduleId(), row.sessionId()), row.attended());
        }
        List<Booking> bookings = new ArrayList<>(plan.bookings().size());
        for (Booking booking : plan.bookings()) {
            Boolean came = booking.status() == Booking.Status.CANCELLED
                    ? null
                    : attended.get(new Key(
                            booking.staffId(),
                            booking.moduleId(),
                            Objects.requireNonNullElse(booking.sessionId(), "")));
            bookings.add(came == null ? booking : as(booking, came));
        }
        return new PlanFacts(dataSet, plan, List.copyOf(bookings));
    }

    private static Booking as(Booking booking, boolean attended) {
        return new Booking(
                booking.staffId(),
                booking.moduleId(),
                booking.sessionId(),
                booking.date(),
                booking.slotIds(),
                attended ? Booking.Status.ATTENDED : Booking.Status.NO_SHOW);
    }

    private static int minutesOf(Programme.Slot slot) {
        return (slot.end().toSecondOfDay() - slot.start().toSecondOfDay()) / 60;
    }

    private static List<LocalDate> trainingDays(DataSet dataSet) {
        Programme programme = dataSet.programme();
        Set<LocalDate> closed = new HashSet<>();
        dataSet.calendar().stream().filter(CalendarDay::isClosed).forEach(day -> closed.add(day.date()));
        return programme
                .firstDay()
                .datesUntil(programme.lastDay().plusDays(1))
                .filter(day -> programme.trainingWeekdays().contains(day.getDayOfWeek()) && !closed.contains(day))
                .toList();
    }

    /** {@return the data set} */
    public DataSet dataSet() {
        return dataSet;
    }

    /** {@return the plan as it was written} */
    public Plan plan() {
        return plan;
    }

    /** {@return the plan's bookings with what became of them, in the plan's order} */
    public List<Booking> bookings() {
        return bookings;
    }

    /** {@return the training days of the programme, ascending (DATASET.md section 2)} */
    public List<LocalDate> trainingDays() {
        return trainingDays;
    }

    /** {@return the decisions that are requirements} */
    public List<ScopeDecision> requirements() {
        LocalDate lastDay = dataSet.programme().lastDay();
        return plan.scope().stream()
                .filter(decision -> decision.isRequirement(lastDay))
                .toList();
    }

    /**
     * A staff member.
     *
     * @param id the id
     * @return the staff member
     */
    public StaffMember staff(String id) {
        return known(staffById, id);
    }

    /**
     * A team.
     *
     * @param id the id
     * @return the team
     */
    public Team team(String id) {
        return known(teamById, id);
    }

    /**
     * A module.
     *
     * @param id the id
     * @return the module
     */
    public TrainingModule module(String id) {
        return known(moduleById, id);
    }

    /**
     * The session of a booking.
     *
     * @param id the session
     * @return the session
     */
    public SessionRow session(String id) {
        return known(sessionById, id);
    }

    /**
     * The BCU that answers for a staff member's training: that of the team in {@code staff.csv}.
     *
     * @param staffId the staff member
     * @return the BCU
     */
    public String bcuOf(String staffId) {
        return team(staff(staffId).teamId()).bcu();
    }

    /**
     * How long a booking's slots are together.
     *
     * @param booking the booking
     * @return minutes
     */
    public int minutesOf(Booking booking) {
        int minutes = 0;
        for (String slot : booking.slotIds()) {
            minutes += known(slotMinutes, slot);
        }
        return minutes;
    }

    /** {@return the Monday of each ISO week the programme touches} */
    List<LocalDate> weeks() {
        Programme programme = dataSet.programme();
        LocalDate monday = programme.firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> weeks = new ArrayList<>();
        for (LocalDate week = monday; !week.isAfter(programme.lastDay()); week = week.plusWeeks(1)) {
            weeks.add(week);
        }
        return weeks;
    }

    /** {@return sessions somebody is or was to come to, which are paid for whoever turns up} */
    List<SessionRow> paidSessions() {
        Set<String> wanted = new HashSet<>();
        for (Booking booking : bookings) {
            if (booking.sessionId() != null && booking.status() != Booking.Status.CANCELLED) {
                wanted.add(booking.sessionId());
            }
        }
        return plan.sessions().stream()
                .filter(session -> session.status() != SessionRow.Status.CANCELLED && wanted.contains(session.id()))
                .toList();
    }

    private static <T> T known(Map<String, T> rows, String id) {
        T row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("(" + id + ") is unknown. Maybe the plan is of another data set.");
        }
        return row;
    }
}
