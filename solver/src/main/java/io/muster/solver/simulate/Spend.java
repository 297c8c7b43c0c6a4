package io.muster.solver.simulate;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.Room;
import io.muster.data.model.Trainer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Money for rooms and trainers, by financial year. A session that was to run is paid for, whoever turned up. Mutable. */
final class Spend {
    private static final int CENTURY = 100;

    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<String, Trainer> trainers = new HashMap<>();
    private final TreeMap<String, Long> budget = new TreeMap<>();
    private final TreeMap<String, Long> roomPence = new TreeMap<>();
    private final TreeMap<String, Long> trainerPence = new TreeMap<>();

    Spend(DataSet dataSet) {
        dataSet.rooms().forEach(room -> rooms.put(room.id(), room));
        dataSet.trainers().forEach(trainer -> trainers.put(trainer.id(), trainer));
        for (Budget year : dataSet.programme().budget()) {
            budget.merge(year.financialYear(), year.pence(), Long::sum);
        }
    }

    /**
     * Takes in the sessions of some days. No day may be taken in twice.
     *
     * @param plan the plan whose sessions they are
     * @param from first day
     * @param until first day no longer taken in
     */
    void add(Plan plan, LocalDate from, LocalDate until) {
        Set<String> running = new HashSet<>();
        for (Booking booking : plan.bookings()) {
            if (booking.sessionId() != null && booking.counts()) {
                running.add(booking.sessionId());
            }
        }
        Map<LocalDate, Set<String>> paid = new HashMap<>();
        for (SessionRow session : plan.sessions()) {
            LocalDate date = session.date();
            if (date.isBefore(from) || !date.isBefore(until) || !running.contains(session.id())) {
                continue;
            }
            String year = financialYear(date);
            Room room = session.roomId() == null ? null : rooms.get(session.roomId());
            if (room != null) {
                roomPence.merge(year, room.pencePerSlot() * session.slotIds().size(), Long::sum);
            }
            Set<String> paidOnDay = paid.computeIfAbsent(date, key -> new HashSet<>());
            for (String id : session.trainerIds()) {
                Trainer trainer = trainers.get(id);
                if (trainer != null && paidOnDay.add(id)) {
                    trainerPence.merge(year, trainer.pencePerDay(), Long::sum);
                }
            }
        }
    }

    /** {@return what was taken in, for each year with a budget or a session} */
    List<YearSpend> byYear() {
        TreeMap<String, Long> years = new TreeMap<>(budget);
        roomPence.keySet().forEach(year -> years.putIfAbsent(year, 0L));
        trainerPence.keySet().forEach(year -> years.putIfAbsent(year, 0L));
        return years.keySet().stream()
                .map(year -> new YearSpend(
                        year, roomPence.getOrDefault(year, 0L), trainerPence.getOrDefault(year, 0L), budget.get(year)))
                .toList();
    }

    /** {@return the year from April to March that a date lies in, such as {@code 2025/26}} */
    static String financialYear(LocalDate date) {
        int from = date.getMonthValue() >= Month.APRIL.getValue() ? date.getYear() : date.getYear() - 1;
        return String.format(Locale.ROOT, "%d/%02d", from, (from + 1) % CENTURY);
    }
}
