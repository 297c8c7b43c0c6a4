package io.muster.api.service.live;

import io.muster.api.service.plan.StoredPlan;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Transfer;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A complete plan with its data set, indexed so that any list can be filtered and paged without a database. */
public final class LivePlan {
    private final StoredPlan stored;
    private final DataSet dataSet;
    private final Plan plan;
    private final Map<String, StaffMember> staffById;
    private final Map<String, Team> teamById;
    private final Map<String, TrainingModule> moduleById;
    private final Map<String, Room> roomById;
    private final Map<String, Venue> venueById;
    private final Map<String, Trainer> trainerById;
    private final Map<String, SessionRow> sessionById;
    private final Map<String, Programme.Slot> slotById;
    private final Map<String, List<StaffMember>> staffByTeam;
    private final Map<String, List<Booking>> bookingsByStaff;
    private final Map<String, List<Booking>> bookingsBySession;
    private final Map<String, List<Unbooked>> unbookedByStaff;
    private final Map<String, List<ScopeDecision>> scopeByStaff;
    private final Map<String, List<Transfer>> transfersByStaff;
    private final ConcurrentMap<Class<?>, Once> made = new ConcurrentHashMap<>();

    private LivePlan(StoredPlan stored, DataSet dataSet, Plan plan) {
        this.stored = stored;
        this.dataSet = dataSet;
        this.plan = plan;
        staffById = byId(dataSet.staff(), StaffMember::id);
        teamById = byId(dataSet.teams(), Team::id);
        moduleById = byId(dataSet.modules(), TrainingModule::id);
        roomById = byId(dataSet.rooms(), Room::id);
        venueById = byId(dataSet.venues(), Venue::id);
        trainerById = byId(dataSet.trainers(), Trainer::id);
        sessionById = byId(plan.sessions(), SessionRow::id);
        slotById = byId(dataSet.programme().slots(), Programme.Slot::id);
        staffByTeam = grouped(dataSet.staff(), StaffMember::teamId);
        bookingsByStaff = grouped(plan.bookings(), Booking::staffId);
        bookingsBySession = grouped(
                plan.bookings().stream()
                        .filter(booking -> booking.sessionId() != null)
                        .toList(),
                booking -> String.valueOf(booking.sessionId()));
        unbookedByStaff = grouped(plan.unbooked(), Unbooked::staffId);
        scopeByStaff = grouped(plan.scope(), ScopeDecision::staffId);
        transfersByStaff = grouped(dataSet.transfers(), Transfer::staffId);
    }

    /**
     * Indexes a plan.
     *
     * @param stored its row
     * @param dataSet its data set, disruptions applied
     * @param plan its rows
     * @return the plan, indexed
     */
    static LivePlan of(StoredPlan stored, DataSet dataSet, Plan plan) {
        return new LivePlan(stored, dataSet, plan);
    }

    /** {@return its row as it was when it was loaded; its state may have moved on} */
    public StoredPlan stored() {
        return stored;
    }

    /** {@return its data set, disruptions applied} */
    public DataSet dataSet() {
        return dataSet;
    }

    /** {@return its rows} */
    public Plan plan() {
        return plan;
    }

    /** {@return staff members by id} */
    public Map<String, StaffMember> staffById() {
        return staffById;
    }

    /** {@return teams by id} */
    public Map<String, Team> teamById() {
        return teamById;
    }

    /** {@return modules by id} */
    public Map<String, TrainingModule> moduleById() {
        return moduleById;
    }

    /** {@return rooms by id} */
    public Map<String, Room> roomById() {
        return roomById;
    }

    /** {@return venues by id} */
    public Map<String, Venue> venueById() {
        return venueById;
    }

    /** {@return trainers by id} */
    public Map<String, Trainer> trainerById() {
        return trainerById;
    }

    /** {@return sessions by id} */
    public Map<String, SessionRow> sessionById() {
        return sessionById;
    }

    /** {@return staff members by team of {@code staff.csv}, in file order} */
    public Map<String, List<StaffMember>> staffByTeam() {
        return staffByTeam;
    }

    /** {@return bookings by staff member, by module} */
    public Map<String, List<Booking>> bookingsByStaff() {
        return bookingsByStaff;
    }

    /** {@return bookings by session, by staff member} */
    public Map<String, List<Booking>> bookingsBySession() {
        return bookingsBySession;
    }

    /** {@return unbooked requirements by staff member} */
    public Map<String, List<Unbooked>> unbookedByStaff() {
        return unbookedByStaff;
    }

    /** {@return scope decisions by staff member} */
    public Map<String, List<ScopeDecision>> scopeByStaff() {
        return scopeByStaff;
    }

    /**
     * The BCU of a staff member's team.
     *
     * @param member the staff member
     * @return the BCU of their team in {@code staff.csv}; empty where the team is unknown
     */
    public String bcuOf(StaffMember member) {
        return bcuOf(member.teamId());
    }

    private String bcuOf(String teamId) {
        Team team = teamById.get(teamId);
        return team == null ? "" : team.bcu();
    }

    /**
     * Whether a staff member belongs to a BCU, or will, or did: one who changes BCU is seen by both.
     *
     * @param member the staff member
     * @param bcu the BCU
     * @return whether a team they are ever in is of that BCU
     */
    public boolean isEverOf(StaffMember member, String bcu) {
        return bcuOf(member).equals(bcu)
                || transfersByStaff.getOrDefault(member.id(), List.of()).stream()
                        .anyMatch(transfer -> bcuOf(transfer.teamId()).equals(bcu));
    }

    /**
     * When a slot of a day begins.
     *
     * @param date the day
     * @param slotId the slot
     * @return its start on the wall clock of the programme, with that day's offset from UTC
     */
    public OffsetDateTime startOf(LocalDate date, String slotId) {
        return at(date, slot(slotId).start());
    }

    /**
     * When a slot of a day ends.
     *
     * @param date the day
     * @param slotId the slot
     * @return its end on the wall clock of the programme, with that day's offset from UTC
     */
    public OffsetDateTime endOf(LocalDate date, String slotId) {
        return at(date, slot(slotId).end());
    }

    private Programme.Slot slot(String id) {
        return Objects.requireNonNull(slotById.get(id), () -> "the programme has no slot " + id);
    }

    private OffsetDateTime at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(dataSet.programme().timeZone()).toOffsetDateTime();
    }

    /**
     * Something made of the plan once and kept with it, such as a list with its sort orders.
     *
     * @param kind what
     * @param make makes it of this plan; others wait for it
     * @param <T> kind of thing
     * @return the one there is
     */
    public <T> T once(Class<T> kind, Function<LivePlan, T> make) {
        return kind.cast(made.computeIfAbsent(kind, any -> new Once()).get(() -> make.apply(this)));
    }

    private static final class Once {
        private @Nullable Object value;

        synchronized Object get(Supplier<?> make) {
            Object there = value;
            if (there == null) {
                there = make.get();
                value = there;
            }
            return there;
        }
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    private static <T> Map<String, List<T>> grouped(List<T> items, Function<T, String> key) {
        Map<String, List<T>> groups =
                items.stream().collect(Collectors.groupingBy(key, HashMap::new, Collectors.toList()));
        groups.replaceAll((id, group) -> List.copyOf(group));
        return groups;
    }
}
