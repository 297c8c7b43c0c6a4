package io.muster.solver.check;

import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** H15 trainers: those of each session, and the slots, venues and days of each trainer. */
final class TrainerRules {

    private final DataIndex index;
    private final PlanIndex plan;
    private final Map<TrainerSlot, List<RunningSession>> bySlot = new LinkedHashMap<>();
    private final Map<TrainerDay, List<RunningSession>> inRoomsByDay = new LinkedHashMap<>();
    private final Map<TrainerWeek, List<RunningSession>> byWeek = new LinkedHashMap<>();

    TrainerRules(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    private record TrainerSlot(String trainerId, LocalDate date, int slot) {}

    private record TrainerDay(String trainerId, LocalDate date) {}

    private record TrainerWeek(String trainerId, long isoWeek) {}

    void check(Breaches breaches) {
        for (RunningSession session : plan.runningSessions()) {
            boolean past = session.isPast();
            Set<String> trainerIds = new TreeSet<>(session.row().trainerIds());
            if (!past) {
                numbers(session, trainerIds, breaches);
            }
            for (String id : trainerIds) {
                Trainer trainer = index.findTrainer(id);
                if (!past) {
                    fitness(session, id, breaches);
                }
                if (trainer != null) {
                    engage(session, trainer);
                }
            }
        }
        slots(breaches);
        venues(breaches);
        days(breaches);
    }

    private void numbers(RunningSession session, Set<String> trainerIds, Breaches breaches) {
        TrainingModule module = session.module();
        int off = Math.abs(trainerIds.size() - module.trainers());
        if (off > 0) {
            breaches.add(
                    TrainingConstraint.H15_TRAINERS,
                    off,
                    session.id(),
                    trainerIds.size() + " different trainers instead of " + module.trainers() + ".",
                    session.bookings());
        }
        long internal = trainerIds.stream().filter(this::isInternal).count();
        if (internal < module.internalTrainers()) {
            breaches.add(
                    TrainingConstraint.H15_TRAINERS,
                    module.internalTrainers() - internal,
                    session.id(),
                    internal + " internal trainers instead of at least " + module.internalTrainers() + ".",
                    session.bookings());
        }
    }

    private boolean isInternal(String trainerId) {
        Trainer trainer = index.findTrainer(trainerId);
        return trainer != null && trainer.internal();
    }

    /** Unaccredited and unavailable count one each; an unknown trainer is both. */
    private void fitness(RunningSession session, String trainerId, Breaches breaches) {
        Trainer trainer = index.findTrainer(trainerId);
        String moduleId = session.module().id();
        if (trainer == null || !trainer.moduleIds().contains(moduleId)) {
            breaches.add(
                    TrainingConstraint.H15_TRAINERS,
                    1,
                    session.id() + " " + trainerId,
                    "The trainer is not accredited for " + moduleId + ".",
                    session.bookings());
        }
        if (trainer == null || !index.isAvailable(trainer, session.date())) {
            breaches.add(
                    TrainingConstraint.H15_TRAINERS,
                    1,
                    session.id() + " " + trainerId,
                    "The trainer is not available on " + session.date() + ".",
                    session.bookings());
        }
    }

    private void engage(RunningSession session, Trainer trainer) {
        LocalDate date = session.date();
        for (int slot = 0; slot < index.slots().count(); slot++) {
            if ((session.slots() & (1 << slot)) != 0) {
                put(bySlot, new TrainerSlot(trainer.id(), date, slot), session);
            }
        }
        if (session.venueId() != null) {
            put(inRoomsByDay, new TrainerDay(trainer.id(), date), session);
        }
        put(byWeek, new TrainerWeek(trainer.id(), DataIndex.isoWeek(date.toEpochDay())), session);
    }

    private static <K> void put(Map<K, List<RunningSession>> map, K key, RunningSession session) {
        map.computeIfAbsent(key, k -> new ArrayList<>(2)).add(session);
    }

    private void slots(Breaches breaches) {
        bySlot.forEach((key, sessions) -> {
            int past = (int) sessions.stream().filter(RunningSession::isPast).count();
            int excess = Excess.over(1, sessions.size(), past);
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H15_TRAINERS,
                        excess,
                        key.trainerId() + " " + key.date() + " " + index.slots().id(key.slot()),
                        sessions.size() + " sessions of a trainer in one slot.",
                        PlanIndex.bookingsOf(sessions));
            }
        });
    }

    private void venues(Breaches breaches) {
        inRoomsByDay.forEach((key, sessions) -> {
            int all = different(sessions, RunningSession::venueId, false);
            int excess = Excess.over(1, all, different(sessions, RunningSession::venueId, true));
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H15_TRAINERS,
                        excess,
                        key.trainerId() + " " + key.date(),
                        all + " venues of a trainer on one day.",
                        PlanIndex.bookingsOf(sessions));
            }
        });
    }

    private void days(Breaches breaches) {
        byWeek.forEach((key, sessions) -> {
            Trainer trainer = index.findTrainer(key.trainerId());
            int limit = trainer == null ? 0 : trainer.maxDaysPerWeek();
            int all = different(sessions, RunningSession::date, false);
            int excess = Excess.over(limit, all, different(sessions, RunningSession::date, true));
            if (excess > 0) {
                breaches.add(
                        TrainingConstraint.H15_TRAINERS,
                        excess,
                        key.trainerId() + " week to " + DataIndex.sundayOf(key.isoWeek()),
                        all + " delivery days in a week, limit " + limit + ".",
                        PlanIndex.bookingsOf(sessions));
            }
        });
    }

    /** {@return how many different things the sessions have, or the past ones alone} */
    private static int different(
            List<RunningSession> sessions, Function<RunningSession, @Nullable Object> thing, boolean pastOnly) {
        Set<@Nullable Object> things = new HashSet<>();
        for (RunningSession session : sessions) {
            if (!pastOnly || session.isPast()) {
                things.add(thing.apply(session));
            }
        }
        return things.size();
    }
}
