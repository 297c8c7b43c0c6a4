package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.TrainerUse;
import io.muster.api.service.report.OversightReport.VenueUse;
import io.muster.data.model.Room;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who delivers, and where. */
final class DeliverySection {
    private DeliverySection() {}

    /** {@return internal trainers, then external ones} */
    static List<TrainerUse> trainers(PlanFacts facts) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Map<String, Integer> halfDays = new HashMap<>();
        for (SessionRow session : facts.paidSessions()) {
            for (String id : session.trainerIds()) {
                days.computeIfAbsent(id, key -> new HashSet<>()).add(session.date());
                halfDays.merge(id, session.slotIds().size(), Integer::sum);
            }
        }
        Map<String, List<TrainerAbsence>> absences =
                facts.dataSet().trainerAbsences().stream().collect(Collectors.groupingBy(TrainerAbsence::trainerId));
        List<TrainerUse> uses = new ArrayList<>();
        for (boolean internal : new boolean[] {true, false}) {
            int count = 0;
            int used = 0;
            int available = 0;
            int delivered = 0;
            int slots = 0;
            long pence = 0;
            for (Trainer trainer : facts.dataSet().trainers()) {
                if (trainer.internal() != internal) {
                    continue;
                }
                int own = days.getOrDefault(trainer.id(), Set.of()).size();
                count++;
                used += own > 0 ? 1 : 0;
                available +=
                        availableDays(trainer, absences.getOrDefault(trainer.id(), List.of()), facts.trainingDays());
                delivered += own;
                slots += halfDays.getOrDefault(trainer.id(), 0);
                pence += own * trainer.pencePerDay();
            }
            uses.add(new TrainerUse(
                    internal, count, used, available, delivered, slots, Percent.orNull(delivered, available), pence));
        }
        return uses;
    }

    private static int availableDays(Trainer trainer, List<TrainerAbsence> absences, List<LocalDate> trainingDays) {
        Map<LocalDate, Integer> byWeek = new HashMap<>();
        for (LocalDate day : trainingDays) {
            boolean isThere = (trainer.from() == null || !day.isBefore(trainer.from()))
                    && (trainer.to() == null || !day.isAfter(trainer.to()))
                    && absences.stream().noneMatch(away -> !day.isBefore(away.from()) && !day.isAfter(away.to()));
            if (isThere) {
                byWeek.merge(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 1, Integer::sum);
            }
        }
        return byWeek.values().stream()
                .mapToInt(inWeek -> Math.min(inWeek, trainer.maxDaysPerWeek()))
                .sum();
    }

    /** {@return each venue with a session, by id; sessions without a venue come first} */
    static List<VenueUse> venues(PlanFacts facts) {
        Map<String, Venue> venues =
                facts.dataSet().venues().stream().collect(Collectors.toMap(Venue::id, venue -> venue));
        Map<String, Room> rooms = facts.dataSet().rooms().stream().collect(Collectors.toMap(Room::id, room -> room));
        Map<String, Integer> booked = new HashMap<>();
        for (Booking booking : facts.bookings()) {
            if (booking.sessionId() != null && booking.status() != Booking.Status.CANCELLED) {
                booked.merge(booking.sessionId(), 1, Integer::sum);
            }
        }
        Map<String, long[]> sums = new TreeMap<>(CodePointOrder.COMPARATOR);
        long all = 0;
        for (SessionRow session : facts.paidSessions()) {
            long[] sum = sums.computeIfAbsent(Objects.requireNonNullElse(session.venueId(), ""), id -> new long[5]);
            int slots = session.slotIds().size();
            Room room = session.roomId() == null ? null : rooms.get(session.roomId());
            sum[0]++;
            sum[1] += slots;
            sum[2] += session.capacity();
            sum[3] += booked.getOrDefault(session.id(), 0);
            sum[4] += room == null ? 0 : room.pencePerSlot() * slots;
            all += slots;
        }
        List<VenueUse> uses = new ArrayList<>();
        for (var entry : sums.entrySet()) {
            Venue venue = venues.get(entry.getKey());
            long[] sum = entry.getValue();
            uses.add(new VenueUse(
                    entry.getKey(),
                    venue == null ? "Virtual" : venue.name(),
                    venue != null && venue.internal(),
                    (int) sum[0],
                    (int) sum[1],
                    (int) sum[2],
                    (int) sum[3],
                    Percent.of(sum[1], all),
                    sum[4]));
        }
        return uses;
    }
}
