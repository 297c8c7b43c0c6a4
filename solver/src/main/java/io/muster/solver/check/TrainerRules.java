package io.muster.solver.check;

import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** H15 trainers: those of each session, and the slots, venues and days of each trainer. */
final class TrainerRules {

    private final DataIndex index;
    private final PlanIndex plan;
    private final Map<TrainerSlot, int[]> sessionsBySlot = new LinkedHashMap<>();
    private final Map<TrainerDay, Pair> venuesByDay = new LinkedHashMap<>();
    private final Map<TrainerWeek, Pair> daysByWeek = new LinkedHashMap<>();

    TrainerRules(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    private record TrainerSlot(String trainerId, LocalDate date, int slot) {}

    private record TrainerDay(String trainerId, LocalDate date) {}

    private record TrainerWeek(Trainer trainer, long isoWeek) {}

    /** Different things among all sessions, and among the past ones alone. */
    private record Pair(Set<Object> all, Set<Object> past) {
        Pair() {
            this(new HashSet<>(), new HashSet<>());
        }

        void add(Object thing, boolean isPast) {
            all.add(thing);
            if (isPast) {
                past.add(thing);
            }
        }

        int over(int limit) {
            return Excess.over(limit, all.size(), past.size());
        }
    }

    void check(Findings findings) {
        for (RunningSession session : plan.runningSessions()) {
            boolean past = session.isPast();
            Set<String> trainerIds = new TreeSet<>(session.row().trainerIds());
            if (!past) {
                numbers(session, trainerIds, findings);
            }
            for (String id : trainerIds) {
                Trainer trainer = index.findTrainer(id);
                if (!past) {
                    fitness(session, id, findings);
                }
                if (trainer != null) {
                    engage(session, trainer, past);
                }
            }
        }
        slots(findings);
        venues(findings);
        days(findings);
    }

    private void numbers(RunningSession session, Set<String> trainerIds, Findings findings) {
        TrainingModule module = session.module();
        int off = Math.abs(trainerIds.size() - module.trainers());
        if (off > 0) {
            findings.add(
                    TrainingConstraint.H15_TRAINERS,
                    off,
                    session.id(),
                    trainerIds.size() + " different trainers instead of " + module.trainers() + ".");
        }
        long internal = trainerIds.stream().filter(this::isInternal).count();
        if (internal < module.internalTrainers()) {
            findings.add(
                    TrainingConstraint.H15_TRAINERS,
                    module.internalTrainers() - internal,
                    session.id(),
                    internal + " internal trainers instead of at least " + module.internalTrainers() + ".");
        }
    }

    private boolean isInternal(String trainerId) {
        Trainer trainer = index.findTrainer(trainerId);
        return trainer != null && trainer.internal();
    }

    /** Unaccredited and unavailable count one each; an unknown trainer is both. */
    private void fitness(RunningSession session, String trainerId, Findings findings) {
        Trainer trainer = index.findTrainer(trainerId);
        String moduleId = session.module().id();
        if (trainer == null || !trainer.moduleIds().contains(moduleId)) {
            findings.add(
                    TrainingConstraint.H15_TRAINERS,
                    1,
                    session.id() + " " + trainerId,
                    "The trainer is not accredited for " + moduleId + ".");
        }
        if (trainer == null || !index.isAvailable(trainer, session.date())) {
            findings.add(
                    TrainingConstraint.H15_TRAINERS,
                    1,
                    session.id() + " " + trainerId,
                    "The trainer is not available on " + session.date() + ".");
        }
    }

    private void engage(RunningSession session, Trainer trainer, boolean past) {
        LocalDate date = session.date();
        for (int slot = 0; slot < index.slots().count(); slot++) {
            if ((session.slots() & (1 << slot)) != 0) {
                int[] sessions =
                        sessionsBySlot.computeIfAbsent(new TrainerSlot(trainer.id(), date, slot), key -> new int[2]);
                sessions[0]++;
                sessions[1] += past ? 1 : 0;
            }
        }
        String venueId = session.venueId();
        if (venueId != null) {
            venuesByDay
                    .computeIfAbsent(new TrainerDay(trainer.id(), date), key -> new Pair())
                    .add(venueId, past);
        }
        daysByWeek
                .computeIfAbsent(new TrainerWeek(trainer, DataIndex.isoWeek(date)), key -> new Pair())
                .add(date, past);
    }

    private void slots(Findings findings) {
        sessionsBySlot.forEach((key, sessions) -> {
            int excess = Excess.over(1, sessions[0], sessions[1]);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H15_TRAINERS,
                        excess,
                        key.trainerId() + " " + key.date() + " " + index.slots().id(key.slot()),
                        sessions[0] + " sessions of a trainer in one slot.");
            }
        });
    }

    private void venues(Findings findings) {
        venuesByDay.forEach((key, venues) -> {
            int excess = venues.over(1);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H15_TRAINERS,
                        excess,
                        key.trainerId() + " " + key.date(),
                        venues.all().size() + " venues of a trainer on one day.");
            }
        });
    }

    private void days(Findings findings) {
        daysByWeek.forEach((key, days) -> {
            int limit = key.trainer().maxDaysPerWeek();
            int excess = days.over(limit);
            if (excess > 0) {
                findings.add(
                        TrainingConstraint.H15_TRAINERS,
                        excess,
                        key.trainer().id() + " week to " + DataIndex.sundayOf(key.isoWeek()),
                        days.all().size() + " delivery days in a week, limit " + limit + ".");
            }
        });
    }
}
