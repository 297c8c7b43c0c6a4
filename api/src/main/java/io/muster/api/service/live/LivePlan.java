package io.muster.api.service.live;

import io.muster.api.service.plan.StoredPlan;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A complete plan in memory with its data set, indexed for reading. Immutable and shared: never change what it gives.
 *
 * @param stored the plan's row as it was when it was loaded; its state may have changed since
 * @param dataSet its data set; of a re-plan, with the disruptions applied
 * @param plan its rows
 * @param staffById staff by id
 * @param teamById teams by id
 * @param moduleById modules by id
 * @param roomById rooms by id
 * @param venueById venues by id
 * @param trainerById trainers by id
 * @param sessionById sessions by id
 * @param staffByTeam staff by team
 * @param bookingsByStaff bookings by staff member, in the plan's order
 * @param bookingsBySession bookings by session
 * @param unbookedByStaff unbooked requirements by staff member
 * @param scopeByStaff scope decisions by staff member
 */
public record LivePlan(
        StoredPlan stored,
        DataSet dataSet,
        Plan plan,
        Map<String, StaffMember> staffById,
        Map<String, Team> teamById,
        Map<String, TrainingModule> moduleById,
        Map<String, Room> roomById,
        Map<String, Venue> venueById,
        Map<String, Trainer> trainerById,
        Map<String, SessionRow> sessionById,
        Map<String, List<StaffMember>> staffByTeam,
        Map<String, List<Booking>> bookingsByStaff,
        Map<String, List<Booking>> bookingsBySession,
        Map<String, List<Unbooked>> unbookedByStaff,
        Map<String, List<ScopeDecision>> scopeByStaff) {

    /**
     * Indexes a plan.
     *
     * @param stored its row
     * @param dataSet its data set
     * @param plan its rows
     * @return the plan, indexed
     */
    static LivePlan of(StoredPlan stored, DataSet dataSet, Plan plan) {
        return new LivePlan(
                stored,
                dataSet,
                plan,
                byId(dataSet.staff(), StaffMember::id),
                byId(dataSet.teams(), Team::id),
                byId(dataSet.modules(), TrainingModule::id),
                byId(dataSet.rooms(), Room::id),
                byId(dataSet.venues(), Venue::id),
                byId(dataSet.trainers(), Trainer::id),
                byId(plan.sessions(), SessionRow::id),
                grouped(dataSet.staff(), StaffMember::teamId),
                grouped(plan.bookings(), Booking::staffId),
                grouped(
                        plan.bookings().stream()
                                .filter(booking -> booking.sessionId() != null)
                                .toList(),
                        booking -> String.valueOf(booking.sessionId())),
                grouped(plan.unbooked(), Unbooked::staffId),
                grouped(plan.scope(), ScopeDecision::staffId));
    }

    /**
     * The BCU of a staff member's team.
     *
     * @param member the staff member
     * @return the BCU; empty where the team is unknown
     */
    public String bcuOf(StaffMember member) {
        Team team = teamById.get(member.teamId());
        return team == null ? "" : team.bcu();
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    private static <T> Map<String, List<T>> grouped(List<T> items, Function<T, String> key) {
        return items.stream().collect(Collectors.groupingBy(key));
    }
}
