package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.SeatCost;
import io.muster.api.service.report.OversightReport.YearMoney;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.Room;
import io.muster.data.model.Trainer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Money for rooms and trainers. A session that was to run is paid for, whoever turned up. */
final class MoneySection {
    private final PlanFacts facts;
    private final Map<String, Room> rooms;
    private final Map<String, Trainer> trainers;
    private final Set<String> paidTrainerDays = new HashSet<>();

    private MoneySection(PlanFacts facts) {
        this.facts = facts;
        rooms = facts.dataSet().rooms().stream().collect(Collectors.toMap(Room::id, room -> room));
        trainers = facts.dataSet().trainers().stream().collect(Collectors.toMap(Trainer::id, trainer -> trainer));
    }

    /**
     * Money by financial year.
     *
     * @param facts the plan
     * @param asOf the day of the report
     * @param isPublished whether the plan holds or held, so that its sessions are spent or committed
     * @return each year with a budget or a session, in order
     */
    static List<YearMoney> byYear(PlanFacts facts, LocalDate asOf, boolean isPublished) {
        MoneySection section = new MoneySection(facts);
        Map<String, Long> budget = new HashMap<>();
        Map<String, long[]> sums = new TreeMap<>();
        for (Budget year : facts.dataSet().programme().budget()) {
            budget.merge(year.financialYear(), year.pence(), Long::sum);
            sums.put(year.financialYear(), new long[3]);
        }
        for (SessionRow session : facts.paidSessions()) {
            int column = isPublished ? (session.date().isBefore(asOf) ? 0 : 1) : 2;
            sums.computeIfAbsent(financialYear(session.date()), year -> new long[3])[column] += section.pence(session);
        }
        List<YearMoney> years = new ArrayList<>();
        sums.forEach((year, pence) -> {
            long forecast = pence[0] + pence[1] + pence[2];
            Long available = budget.get(year);
            years.add(new YearMoney(
                    year,
                    available,
                    pence[0],
                    pence[1],
                    pence[2],
                    forecast,
                    available == null ? null : available - forecast));
        });
        return years;
    }

    /** {@return what a seat costs, booked and attended, and what the backlog would cost} */
    static SeatCost seatCost(PlanFacts facts, LocalDate asOf, int backlog) {
        MoneySection section = new MoneySection(facts);
        long all = 0;
        long past = 0;
        for (SessionRow session : facts.paidSessions()) {
            long pence = section.pence(session);
            all += pence;
            past += session.date().isBefore(asOf) ? pence : 0;
        }
        long booked = 0;
        long attended = 0;
        for (Booking booking : facts.bookings()) {
            if (booking.sessionId() != null && booking.status() != Booking.Status.CANCELLED) {
                booked++;
                attended += booking.status() == Booking.Status.ATTENDED
                                && booking.date().isBefore(asOf)
                        ? 1
                        : 0;
            }
        }
        Long each = Percent.each(all, booked);
        return new SeatCost(each, Percent.each(past, attended), each == null ? null : each * backlog);
    }

    /** What a session adds; a trainer's day is paid for once, with the first session asked for. */
    private long pence(SessionRow session) {
        Room room = session.roomId() == null ? null : rooms.get(session.roomId());
        long pence = room == null ? 0 : room.pencePerSlot() * session.slotIds().size();
        for (String id : session.trainerIds()) {
            Trainer trainer = trainers.get(id);
            if (trainer != null && paidTrainerDays.add(id + " " + session.date())) {
                pence += trainer.pencePerDay();
            }
        }
        return pence;
    }

    /** {@return the year from April to March that a date lies in, such as {@code 2025/26}} */
    static String financialYear(LocalDate date) {
        int from = date.getMonthValue() >= Month.APRIL.getValue() ? date.getYear() : date.getYear() - 1;
        return String.format(Locale.ROOT, "%d/%02d", from, (from + 1) % 100);
    }
}
