package io.muster.data.sample;

import io.muster.data.model.Programme;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cadre of trainers: half internal, attached for the duration at no marginal cost, half external by the day
 * (DOMAIN, "Trainers" and "Venues, rooms, cost").
 *
 * @param trainers trainers, internal and external in turn
 * @param absences their leave within the programme
 */
record TrainerCadre(List<Trainer> trainers, List<TrainerAbsence> absences) {

    /** Accredited modules of one trainer after another: 2 to 4. */
    private static final List<Integer> ACCREDITATIONS = List.of(3, 3, 2, 2, 4, 4, 3, 3);
    /** In a cadre this small everybody is accredited for as many modules as can be. */
    private static final int SMALL_CADRE = 12;

    private static final int MOST_ACCREDITATIONS = 4;
    private static final int DAYS_PER_WEEK = 4;
    private static final double THREE_DAY_SHARE = 0.06;
    private static final double LIMITED_PERIOD_SHARE = 0.06;
    private static final int LONGEST_LIMIT_DAYS = 28;
    private static final int LEAST_PENCE_PER_DAY = 45_000;
    private static final int MOST_PENCE_PER_DAY = 75_000;
    private static final int PENCE_STEP = 2_500;
    /** A week of leave for about every four months, and some single days. */
    private static final int DAYS_PER_LEAVE_WEEK = 120;

    private static final int LEAVE_WEEK_DAYS = 5;

    /**
     * Makes a cadre in which each trainer is accredited for some of the modules.
     *
     * @param count trainers, even, {@code >= 4}
     * @param moduleIds modules that need trainers, at least one
     * @param programme the programme
     * @param seed the seed
     * @return the cadre
     */
    static TrainerCadre ofSpecialists(int count, List<String> moduleIds, Programme programme, long seed) {
        List<Integer> accreditations = count <= SMALL_CADRE ? List.of(MOST_ACCREDITATIONS) : ACCREDITATIONS;
        return of(count, moduleIds, accreditations, programme, seed);
    }

    /**
     * Makes a cadre of tutors who teach a whole course.
     *
     * @param count tutors, {@code >= 2}
     * @param moduleIds modules that need trainers, at least one
     * @param programme the programme
     * @param seed the seed
     * @return the cadre
     */
    static TrainerCadre ofTutors(int count, List<String> moduleIds, Programme programme, long seed) {
        return of(count, moduleIds, List.of(moduleIds.size()), programme, seed);
    }

    /** {@return the cadre in which the last tutor takes over from the last but one on a day} */
    TrainerCadre withReplacementOn(LocalDate day) {
        List<Trainer> replaced = new ArrayList<>(trainers);
        int last = replaced.size() - 1;
        replaced.set(last - 1, during(replaced.get(last - 1), null, day.minusDays(1)));
        replaced.set(last, during(replaced.get(last), day, null));
        return new TrainerCadre(List.copyOf(replaced), absences);
    }

    private static Trainer during(Trainer t, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Trainer(t.id(), t.internal(), t.moduleIds(), t.pencePerDay(), t.maxDaysPerWeek(), from, to);
    }

    private static TrainerCadre of(
            int count, List<String> moduleIds, List<Integer> accreditations, Programme programme, long seed) {
        SeededRandom random = SeededRandom.of(seed, "trainers");
        List<Trainer> trainers = new ArrayList<>();
        List<TrainerAbsence> absences = new ArrayList<>();
        boolean small = count <= SMALL_CADRE;
        for (int i = 0; i < count; i++) {
            boolean internal = i % 2 == 0;
            List<String> accredited = accredited(moduleIds, i / 2, accreditations.get(i % accreditations.size()));
            int pencePerDay = LEAST_PENCE_PER_DAY
                    + PENCE_STEP * random.below((MOST_PENCE_PER_DAY - LEAST_PENCE_PER_DAY) / PENCE_STEP + 1);
            int daysPerWeek = !small && random.chance(THREE_DAY_SHARE) ? DAYS_PER_WEEK - 1 : DAYS_PER_WEEK;
            @Nullable LocalDate from = null;
            @Nullable LocalDate to = null;
            if (!small && random.chance(LIMITED_PERIOD_SHARE)) {
                int lost = random.between(5, LONGEST_LIMIT_DAYS);
                if (random.chance(0.5)) {
                    from = programme.firstDay().plusDays(lost);
                } else {
                    to = programme.lastDay().minusDays(lost);
                }
            }
            String id = String.format(Locale.ROOT, "T%04d", i + 1);
            trainers.add(new Trainer(id, internal, accredited, internal ? 0 : pencePerDay, daysPerWeek, from, to));
            absences.addAll(leave(id, programme, random));
        }
        return new TrainerCadre(List.copyOf(trainers), List.copyOf(absences));
    }

    /** Neighbouring modules, so that every module has as many trainers as any other. */
    private static List<String> accredited(List<String> moduleIds, int start, int count) {
        List<String> accredited = new ArrayList<>();
        for (int k = 0; k < Math.min(count, moduleIds.size()); k++) {
            accredited.add(moduleIds.get((start + k) % moduleIds.size()));
        }
        accredited.sort(null);
        return accredited;
    }

    private static List<TrainerAbsence> leave(String id, Programme programme, SeededRandom random) {
        int days = (int) ChronoUnit.DAYS.between(programme.firstDay(), programme.lastDay()) + 1;
        List<TrainerAbsence> rows = new ArrayList<>();
        int weeks = Math.max(1, days / DAYS_PER_LEAVE_WEEK);
        for (int i = 0; i < weeks; i++) {
            LocalDate monday = programme.firstDay().plusDays(random.below(days)).with(DayOfWeek.MONDAY);
            rows.add(new TrainerAbsence(id, monday, monday.plusDays(LEAVE_WEEK_DAYS - 1), "LEAVE"));
        }
        int singleDays = random.below(3);
        for (int i = 0; i < singleDays; i++) {
            LocalDate date = programme.firstDay().plusDays(random.below(days));
            rows.add(new TrainerAbsence(id, date, date, "LEAVE"));
        }
        return rows;
    }
}
