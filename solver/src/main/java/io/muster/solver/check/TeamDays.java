package io.muster.solver.check;

import io.muster.data.model.DataSet;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of each team may train on each day, and do (DATASET.md section 2, "Cap", and rule H12).
 *
 * @param dates the training days, in order
 * @param daysByTeam the days of each team, by its id
 */
public record TeamDays(List<LocalDate> dates, Map<String, List<TeamDay>> daysByTeam) {

    /** Copies the collections. */
    public TeamDays {
        dates = List.copyOf(dates);
        daysByTeam = Map.copyOf(daysByTeam);
    }

    /**
     * A team's day.
     *
     * @param rostered staff on duty
     * @param absent those of them with an absence
     * @param cap how many may train
     * @param used how many whose duty is no rest day do
     */
    public record TeamDay(int rostered, int absent, int cap, int used) {

        /** {@return how many more may train; negative where more do than may} */
        public int headroom() {
            return cap - used;
        }
    }

    private record Cell(String teamId, long day) {}

    /**
     * The days of all teams.
     *
     * @param data a valid data set, on a re-plan with the disruptions applied
     * @param bookings the bookings of a plan of it; those that do not count, or of unknown staff, are left out
     * @return the days
     */
    public static TeamDays of(DataSet data, List<Booking> bookings) {
        DataIndex index = new DataIndex(data);
        Map<Cell, Integer> used = used(index, bookings);
        List<LocalDate> dates = data.programme()
                .firstDay()
                .datesUntil(data.programme().lastDay().plusDays(1))
                .filter(date -> index.isTrainingDay(date.toEpochDay()))
                .toList();
        Caps caps = index.caps();
        Map<String, List<TeamDay>> daysByTeam = new HashMap<>();
        for (Team team : data.teams()) {
            List<TeamDay> days = new ArrayList<>(dates.size());
            for (LocalDate date : dates) {
                Caps.Strength strength = caps.on(team, date);
                days.add(new TeamDay(
                        strength.rostered(),
                        strength.absent(),
                        strength.cap(),
                        used.getOrDefault(new Cell(team.id(), date.toEpochDay()), 0)));
            }
            daysByTeam.put(team.id(), List.copyOf(days));
        }
        return new TeamDays(dates, daysByTeam);
    }

    private static Map<Cell, Integer> used(DataIndex index, List<Booking> bookings) {
        record StaffDayKey(String staffId, long day) {}
        Set<StaffDayKey> seen = new HashSet<>();
        Map<Cell, Integer> used = new HashMap<>();
        for (Booking booking : bookings) {
            Person person = index.findPerson(booking.staffId());
            long day = booking.date().toEpochDay();
            if (booking.counts()
                    && person != null
                    && !person.isRestDay(day)
                    && seen.add(new StaffDayKey(person.id(), day))) {
                used.merge(new Cell(person.teamOn(day).id(), day), 1, Integer::sum);
            }
        }
        return used;
    }
}
