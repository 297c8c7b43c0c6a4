package io.muster.solver.construct;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.Arrays;

/**
 * Staffs one session, or two sessions of one day that open together: a trainer who takes both, or who already delivers
 * that day, costs no further day. Trainers who are scarce (internal ones, where modules ask for them) carry a price of
 * their own, so that their days are used in full.
 */
public final class TrainerPicker {

    /** What a day of an internal trainer is taken to be worth on top of its pence ... */
    private static final long INTERNAL_DAY_PENCE = 40_000;
    /** ... and where they are too few for everybody: more than anything it is weighed against. */
    private static final long SCARCE_DAY_PENCE = 10_000_000;
    /** On top, where a place need not be internal: such a day is better kept for a session that needs it. */
    private static final long KEEP_PENCE = 60_000;
    /** Those accredited for more modules are kept for later. */
    private static final long GENERALIST_PENCE = 500;

    /** Share of the trainers' time that may be needed before they count as scarce. */
    private static final double SCARCE_SHARE = 0.9;

    /** What it is taken to cost when a trainer delivers on a day on which others should. */
    private static final long OFF_DAY_PENCE = 100_000;

    private final PlanState state;
    private final Problem problem;
    private final WorkingDays workingDays;
    private final Cadre cadre;
    private final Curriculum curriculum;
    private final int[] modulesOf;
    /** Share of the trainers' time, or of the internal ones', that full classes for everybody would need. */
    private final double load;

    private final int[] firstTeam;
    private final int[] secondTeam;
    private final boolean[] taken;
    private final long[] dayPrice;
    private final boolean[] canFirst;
    private final boolean[] canSecond;
    /** Trainers who could take one of the places at hand. */
    private final int[] candidates;

    private int candidateCount;

    /**
     * A picker on a plan.
     *
     * @param state the plan
     */
    public TrainerPicker(PlanState state) {
        this(state, WorkingDays.any(state.problem()));
    }

    /** A picker that keeps to the days on which trainers had better deliver, where it can. */
    TrainerPicker(PlanState state, WorkingDays workingDays) {
        this.state = state;
        this.workingDays = workingDays;
        problem = state.problem();
        cadre = problem.cadre;
        curriculum = problem.curriculum;
        modulesOf = new int[cadre.trainers];
        for (int t = 0; t < cadre.trainers; t++) {
            for (int m = 0; m < curriculum.modules; m++) {
                modulesOf[t] += cadre.accredited[t * curriculum.modules + m] ? 1 : 0;
            }
        }
        firstTeam = new int[curriculum.maxTrainers];
        secondTeam = new int[curriculum.maxTrainers];
        taken = new boolean[cadre.trainers];
        dayPrice = new long[cadre.trainers];
        canFirst = new boolean[cadre.trainers];
        canSecond = new boolean[cadre.trainers];
        candidates = new int[cadre.trainers];
        load = load();
    }

    /**
     * Whether trainers, or the internal ones among them, are what is short: those there are cannot teach, or can hardly
     * teach, as many full classes as are needed.
     */
    boolean areScarce() {
        return load > SCARCE_SHARE;
    }

    /** Whether they cannot teach everybody, so that every half-day that is left idle costs bookings. */
    private boolean areTooFew() {
        return load > 1;
    }

    /**
     * Whether a price includes days of internal trainers that the sessions at hand would leave half empty, where trainers are
     * too few for everybody.
     *
     * @param price as {@link #price} gave it
     * @param slots half-days of the sessions
     */
    boolean wastesDays(long price, int slots) {
        return areTooFew() && price / SCARCE_DAY_PENCE * problem.calendar.slots > slots;
    }

    private double load() {
        long all = 0;
        long internals = 0;
        int[] days = new int[problem.calendar.weeks];
        for (int t = 0; t < cadre.trainers; t++) {
            Arrays.fill(days, 0);
            for (int d = 0; d < problem.calendar.days; d++) {
                days[problem.calendar.weekOf[d]] += cadre.available[t * problem.calendar.days + d] ? 1 : 0;
            }
            for (int inWeek : days) {
                int slots = Math.min(inWeek, cadre.maxDaysPerWeek[t]) * problem.calendar.slots;
                all += slots;
                internals += cadre.internal[t] ? slots : 0;
            }
        }
        int[] wanted = new int[curriculum.modules];
        for (int module : problem.requirements.moduleOf) {
            wanted[module]++;
        }
        double allNeeded = 0;
        double internalsNeeded = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            if (!curriculum.isDigital(m)) {
                double slots = (double) wanted[m] * curriculum.slots[m] / Math.max(1, curriculum.maxClass[m]);
                allNeeded += slots * curriculum.trainers[m];
                internalsNeeded += slots * curriculum.internals[m];
            }
        }
        return Math.max(share(allNeeded, all), share(internalsNeeded, internals));
    }

    private static double share(double needed, long there) {
        return needed == 0 ? 0 : needed / there;
    }

    /**
     * Chooses trainers for one or two places of one day and writes them, with the modules, to the places.
     *
     * @param first a place where nothing runs; -1: none
     * @param firstModule the module to run there
     * @param second another place of that day where nothing runs; -1: none
     * @param secondModule the module to run there
     * @return whether enough trainers were free; if not, the places are unchanged
     */
    public boolean staff(int first, int firstModule, int second, int secondModule) {
        if (price(first, firstModule, second, secondModule) < 0) {
            return false;
        }
        write(first, firstModule, firstTeam);
        write(second, secondModule, secondTeam);
        return true;
    }

    private void write(int session, int module, int[] team) {
        if (session >= 0) {
            state.setModule(session, module);
            for (int k = 0; k < team.length; k++) {
                state.setTrainer(session, k, team[k]);
            }
        }
    }

    /**
     * What the trainers of a new session would cost at best, scarcity included.
     *
     * @param session a place where nothing runs
     * @param module the module to run there
     * @return pence, or -1 when there are not enough
     */
    public long pence(int session, int module) {
        return price(session, module, -1, -1);
    }

    /**
     * What the best trainers to be had would cost, scarcity included.
     *
     * @return pence, or -1 when there are not enough
     */
    long price(int first, int firstModule, int second, int secondModule) {
        Arrays.fill(firstTeam, -1);
        Arrays.fill(secondTeam, -1);
        int day = problem.estate.dayOf(Math.max(first, second));
        candidateCount = 0;
        for (int t = 0; t < cadre.trainers; t++) {
            canFirst[t] = first >= 0 && isAccredited(t, firstModule) && state.isTrainerFree(t, firstModule, first);
            canSecond[t] = second >= 0 && isAccredited(t, secondModule) && state.isTrainerFree(t, secondModule, second);
            if (!canFirst[t] && !canSecond[t]) {
                continue;
            }
            candidates[candidateCount++] = t;
            taken[t] = false;
            dayPrice[t] = state.trainerWorks(t, day)
                    ? 0
                    : cadre.pencePerDay[t]
                            + (cadre.internal[t] ? areTooFew() ? SCARCE_DAY_PENCE : INTERNAL_DAY_PENCE : 0)
                            + modulesOf[t] * GENERALIST_PENCE
                            + (workingDays.isOff(t, day) ? OFF_DAY_PENCE : 0)
                            - state.trainerDaysLeft(t, problem.calendar.weekOf[day]);
        }
        int firstNeeds = first < 0 ? 0 : curriculum.trainers[firstModule];
        int secondNeeds = second < 0 ? 0 : curriculum.trainers[secondModule];
        int firstInternals = first < 0 ? 0 : curriculum.internals[firstModule];
        int secondInternals = second < 0 ? 0 : curriculum.internals[secondModule];
        long total = 0;
        for (int k = 0; k < Math.max(firstNeeds, secondNeeds); k++) {
            boolean wantFirst = k < firstNeeds;
            boolean wantSecond = k < secondNeeds;
            boolean firstInternal = k < firstInternals;
            boolean secondInternal = k < secondInternals;
            int both = wantFirst && wantSecond ? cheapest(true, true, firstInternal || secondInternal) : -1;
            int one = wantFirst ? cheapest(true, false, firstInternal) : -1;
            if (one >= 0) {
                taken[one] = true;
            }
            int two = wantSecond ? cheapest(false, true, secondInternal) : -1;
            if (one >= 0) {
                taken[one] = false;
            }
            boolean apart = (!wantFirst || one >= 0) && (!wantSecond || two >= 0);
            long apartPrice = apart
                    ? (one < 0 ? 0 : priceOf(one, firstInternal)) + (two < 0 ? 0 : priceOf(two, secondInternal))
                    : Long.MAX_VALUE;
            if (both >= 0 && priceOf(both, firstInternal || secondInternal) <= apartPrice) {
                taken[both] = true;
                firstTeam[k] = both;
                secondTeam[k] = both;
                total += priceOf(both, firstInternal || secondInternal);
            } else if (apart) {
                if (wantFirst) {
                    taken[one] = true;
                    firstTeam[k] = one;
                }
                if (wantSecond) {
                    taken[two] = true;
                    secondTeam[k] = two;
                }
                total += apartPrice;
            } else {
                return -1;
            }
        }
        return Math.max(0, total);
    }

    private boolean isAccredited(int trainer, int module) {
        return cadre.accredited[trainer * curriculum.modules + module];
    }

    /** Writes the trainers that {@link #price} found last, both places' in turn; -1: none. */
    void copyTeams(int[] target, int from) {
        System.arraycopy(firstTeam, 0, target, from, firstTeam.length);
        System.arraycopy(secondTeam, 0, target, from + firstTeam.length, secondTeam.length);
    }

    private int cheapest(boolean first, boolean second, boolean internal) {
        int best = -1;
        long bestPrice = Long.MAX_VALUE;
        for (int i = 0; i < candidateCount; i++) {
            int t = candidates[i];
            if (taken[t] || (first && !canFirst[t]) || (second && !canSecond[t]) || (internal && !cadre.internal[t])) {
                continue;
            }
            long price = priceOf(t, internal);
            if (price < bestPrice) {
                best = t;
                bestPrice = price;
            }
        }
        return best;
    }

    private long priceOf(int trainer, boolean internalAsked) {
        return dayPrice[trainer]
                + (dayPrice[trainer] != 0 && cadre.internal[trainer] && !internalAsked ? KEEP_PENCE : 0);
    }
}
