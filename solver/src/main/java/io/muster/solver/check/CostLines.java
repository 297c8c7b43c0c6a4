package io.muster.solver.check;

import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Prices;
import io.muster.data.model.Room;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The cost lines of DATASET.md section 4, in pence. */
final class CostLines {

    private static final int MIX_LEAST_BOOKINGS = 5;
    private static final int DAYS_PER_WEEK = 7;

    private final DataIndex index;
    private final PlanIndex plan;
    private final Programme programme;
    private final Prices prices;

    CostLines(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
        this.programme = index.programme();
        this.prices = programme.prices();
    }

    /** {@return pence by cost line, each line present} */
    Map<TrainingConstraint, Long> all() {
        Map<TrainingConstraint, Long> cost = new EnumMap<>(TrainingConstraint.class);
        cost.put(TrainingConstraint.ROOM, room());
        cost.put(TrainingConstraint.TRAINER, trainer());
        cost.put(TrainingConstraint.TRAVEL, travel());
        cost.put(
                TrainingConstraint.ABSTRACTION,
                prices.abstractionDay() * plan.staffDays().size());
        cost.put(TrainingConstraint.REST_DAY, restDay());
        cost.put(TrainingConstraint.SEATS, seats());
        cost.put(TrainingConstraint.MIX, mix());
        cost.put(TrainingConstraint.PRIORITY, priority());
        cost.put(TrainingConstraint.TRAJECTORY, trajectory());
        cost.put(TrainingConstraint.CHANGE, change());
        return cost;
    }

    private long room() {
        long pence = 0;
        for (RunningSession session : plan.runningSessions()) {
            Room room = session.room();
            if (room != null) {
                pence += room.pencePerSlot() * Integer.bitCount(session.slots());
            }
        }
        return pence;
    }

    private long trainer() {
        record TrainerDay(String trainerId, LocalDate date) {}
        Set<TrainerDay> paid = new HashSet<>();
        long pence = 0;
        for (RunningSession session : plan.runningSessions()) {
            for (String id : session.row().trainerIds()) {
                Trainer trainer = index.findTrainer(id);
                if (trainer != null && paid.add(new TrainerDay(id, session.date()))) {
                    pence += trainer.pencePerDay();
                }
            }
        }
        return pence;
    }

    /** One journey a day; a person at several venues (which breaks H09) pays for the farthest. */
    private long travel() {
        long pence = 0;
        for (StaffDay day : plan.staffDays()) {
            int minutes = 0;
            for (PlacedBooking booking : day.bookings()) {
                String venueId = booking.venueId();
                if (venueId != null) {
                    minutes = Math.max(minutes, index.travelMinutes(booking.team(), venueId));
                }
            }
            pence += prices.travelMinute() * minutes
                    + prices.longTravelMinute() * Math.max(0, minutes - prices.targetTravelMinutes());
        }
        return pence;
    }

    private long restDay() {
        if (!programme.limits().restDayTraining()) {
            return 0;
        }
        return prices.restDay()
                * plan.staffDays().stream()
                        .filter(day -> day.person().isRestDay(day.day()))
                        .count();
    }

    private long seats() {
        long pence = 0;
        for (RunningSession session : plan.runningSessions()) {
            int bookings = session.bookings().size();
            int target = Caps.share(programme.target().occupancyPct(), session.capacity());
            pence += prices.emptySeat() * Math.max(0, target - bookings);
            if (bookings < session.module().minClass()) {
                pence += prices.belowMinimumClass();
            }
        }
        return pence;
    }

    private long mix() {
        long pence = 0;
        for (RunningSession session : plan.runningSessions()) {
            int bookings = session.bookings().size();
            if (bookings >= MIX_LEAST_BOOKINGS && session.module().grouping() != Grouping.COHORT) {
                int permitted = Caps.share(prices.sameTeamSharePct(), bookings);
                pence += prices.sameTeamOverShare() * Math.max(0, largestTeam(session) - permitted);
            }
        }
        return pence;
    }

    private static int largestTeam(RunningSession session) {
        Map<String, Integer> byTeam = new HashMap<>();
        session.bookings().forEach(booking -> byTeam.merge(booking.team().id(), 1, Integer::sum));
        return byTeam.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private long priority() {
        long firstDay = programme.firstDay().toEpochDay();
        long pence = 0;
        for (PlacedBooking booking : plan.bookings()) {
            ScopeDecision decision = booking.decision();
            if (decision != null) {
                long days = booking.day() - firstDay;
                pence += prices.priorityWeek() * decision.priority() * Math.max(0, days / DAYS_PER_WEEK);
            }
        }
        return pence;
    }

    private long trajectory() {
        long[] passedDays = trainingDaysUpToWeekEnd();
        long totalDays = passedDays[passedDays.length - 1];
        if (totalDays == 0) {
            return 0;
        }
        Map<String, Progress> byBcu = new TreeMap<>();
        long firstWeek = DataIndex.isoWeek(programme.firstDay().toEpochDay());
        for (Person person : index.people()) {
            Progress progress =
                    byBcu.computeIfAbsent(person.homeTeam().bcu(), bcu -> new Progress(new long[passedDays.length]));
            for (TrainingModule module : index.data().modules()) {
                int cell = index.cellOf(person, module.id());
                if (plan.isRequirement(cell)) {
                    progress.requirements++;
                    for (PlacedBooking booking : plan.bookingsOf(cell)) {
                        long week = Math.max(0, DataIndex.isoWeek(booking.day()) - firstWeek);
                        if (week < passedDays.length) {
                            progress.bookedInWeek[(int) week]++;
                        }
                    }
                }
            }
        }
        long behind = 0;
        for (Progress progress : byBcu.values()) {
            long done = 0;
            for (int week = 0; week < passedDays.length; week++) {
                done += progress.bookedInWeek[week];
                behind += Math.max(0, progress.requirements * passedDays[week] / totalDays - done);
            }
        }
        return prices.behindTrajectory() * behind;
    }

    /** Requirements of a BCU, and its bookings by ISO week of the programme; those before it are in the first. */
    private static final class Progress {
        private long requirements;
        private final long[] bookedInWeek;

        Progress(long[] bookedInWeek) {
            this.bookedInWeek = bookedInWeek;
        }
    }

    /** {@return for each ISO week of the programme, the training days from its first day to the week's end} */
    private long[] trainingDaysUpToWeekEnd() {
        long firstDay = programme.firstDay().toEpochDay();
        long lastDay = programme.lastDay().toEpochDay();
        long firstWeek = DataIndex.isoWeek(firstDay);
        long[] passed = new long[(int) (DataIndex.isoWeek(lastDay) - firstWeek) + 1];
        long days = 0;
        for (long day = firstDay; day <= lastDay; day++) {
            days += index.isTrainingDay(day) ? 1 : 0;
            passed[(int) (DataIndex.isoWeek(day) - firstWeek)] = days;
        }
        return passed;
    }

    private long change() {
        long pence = 0;
        for (BaselineIndex.Old old : plan.baseline().all()) {
            if (plan.isChanged(old)) {
                LocalDate newDate = plan.newDateOf(old.cell());
                pence +=
                        ChangePrice.of(programme, old.booking().date(), newDate).pence();
            }
        }
        return pence;
    }
}
