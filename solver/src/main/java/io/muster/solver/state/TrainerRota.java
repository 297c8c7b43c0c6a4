package io.muster.solver.state;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Problem;
import java.util.Arrays;

/** What the trainers deliver: the running sessions of each trainer and day, with points of H15 and the trainer line. */
final class TrainerRota {

    private static final int[] NOTHING = {};

    private final Cadre cadre;
    private final Calendar calendar;
    private final Problem problem;
    private final CostLedger ledger;
    private final PlanState state;
    /** Running sessions of each trainer and day: [trainer * days + day]; the first {@code count} entries count. */
    private final int[][] sessionsOn;

    private final int[] count;
    /** Days delivered: [trainer * weeks + week]. */
    private final byte[] daysIn;
    /** Of them, past days of a re-plan. */
    private final byte[] pastDaysIn;

    private final int firstFree;
    private long points;

    TrainerRota(Problem problem, PlanState state, CostLedger ledger) {
        this.problem = problem;
        this.state = state;
        this.ledger = ledger;
        cadre = problem.cadre;
        calendar = problem.calendar;
        sessionsOn = new int[cadre.trainers * calendar.days][];
        Arrays.fill(sessionsOn, NOTHING);
        count = new int[cadre.trainers * calendar.days];
        daysIn = new byte[cadre.trainers * calendar.weeks];
        pastDaysIn = new byte[daysIn.length];
        firstFree = problem.baseline.firstFree;
    }

    /** Points of the rules on a trainer's day and week: slots taken twice, venues beyond the first, days over. */
    long points() {
        return points;
    }

    void add(int trainer, int session) {
        int day = problem.estate.dayOf(session);
        int at = trainer * calendar.days + day;
        points -= dayPoints(at);
        if (count[at] == sessionsOn[at].length) {
            sessionsOn[at] = Arrays.copyOf(sessionsOn[at], Math.max(2, count[at] * 2));
        }
        sessionsOn[at][count[at]++] = session;
        points += dayPoints(at);
        if (count[at] == 1) {
            changeWeek(trainer, day, 1);
        }
    }

    void remove(int trainer, int session) {
        int day = problem.estate.dayOf(session);
        int at = trainer * calendar.days + day;
        points -= dayPoints(at);
        int[] list = sessionsOn[at];
        int i = 0;
        while (list[i] != session) {
            i++;
        }
        list[i] = list[--count[at]];
        points += dayPoints(at);
        if (count[at] == 0) {
            changeWeek(trainer, day, -1);
        }
    }

    private void changeWeek(int trainer, int day, int change) {
        int at = trainer * calendar.weeks + calendar.weekOf[day];
        points -= weekPoints(trainer, at);
        daysIn[at] += (byte) change;
        pastDaysIn[at] += (byte) (day < firstFree ? change : 0);
        points += weekPoints(trainer, at);
        ledger.add(TrainingConstraint.TRAINER, change * cadre.pencePerDay[trainer]);
    }

    /** Days over the limit beyond those that the past alone is over it. */
    private long weekPoints(int trainer, int at) {
        int most = cadre.maxDaysPerWeek[trainer];
        return Math.max(0, daysIn[at] - most) - Math.max(0, pastDaysIn[at] - most);
    }

    private long dayPoints(int at) {
        int n = count[at];
        if (n < 2 || at % calendar.days < firstFree) {
            return 0;
        }
        int[] list = sessionsOn[at];
        long found = 0;
        for (int slot = 0; slot < calendar.slots; slot++) {
            int busy = 0;
            for (int i = 0; i < n; i++) {
                busy += state.sessionMask(list[i]) >> slot & 1;
            }
            found += Math.max(0, busy - 1);
        }
        int venues = 0;
        for (int i = 0; i < n; i++) {
            int venue = problem.estate.venueOf[problem.estate.roomOf(list[i])];
            boolean seen = venue < 0;
            for (int j = 0; j < i && !seen; j++) {
                seen = problem.estate.venueOf[problem.estate.roomOf(list[j])] == venue;
            }
            venues += seen ? 0 : 1;
        }
        return found + Math.max(0, venues - 1);
    }

    /** Whether a trainer delivers on a day. */
    boolean works(int trainer, int day) {
        return count[trainer * calendar.days + day] > 0;
    }

    /** Running sessions of a trainer on a day. */
    int sessions(int trainer, int day) {
        return count[trainer * calendar.days + day];
    }

    /** One of them. */
    int session(int trainer, int day, int i) {
        return sessionsOn[trainer * calendar.days + day][i];
    }

    /** Days on which a trainer may still start to deliver in a week. */
    int daysLeft(int trainer, int week) {
        return cadre.maxDaysPerWeek[trainer] - daysIn[trainer * calendar.weeks + week];
    }

    /** Whether a trainer may take a further session: available, accredited, free in the slots, at the venue, in the week. */
    boolean isFree(int trainer, int module, int session, int slotMask) {
        int day = problem.estate.dayOf(session);
        int at = trainer * calendar.days + day;
        if (!cadre.available[at] || !cadre.accredited[trainer * problem.curriculum.modules + module]) {
            return false;
        }
        if (count[at] == 0) {
            return daysLeft(trainer, calendar.weekOf[day]) > 0;
        }
        int venue = problem.estate.venueOf[problem.estate.roomOf(session)];
        for (int i = 0; i < count[at]; i++) {
            int other = sessionsOn[at][i];
            int otherVenue = problem.estate.venueOf[problem.estate.roomOf(other)];
            if ((state.sessionMask(other) & slotMask) != 0 || (venue >= 0 && otherVenue >= 0 && otherVenue != venue)) {
                return false;
            }
        }
        return true;
    }
}
