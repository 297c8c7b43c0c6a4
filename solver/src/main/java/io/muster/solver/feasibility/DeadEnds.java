package io.muster.solver.feasibility;

import io.muster.solver.bound.Openings;
import io.muster.solver.bound.Shortfalls;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why requirements that no plan can book have no place to go, gathered by cause and subject. */
final class DeadEnds {

    private static final int EXAMPLES = 3;

    /** The first obstacle met, in the order in which a planner would ask. */
    private enum Cause {
        PREREQUISITE(
                "wait for a module before %s that is deferred or undecided", "Decide the modules that come before it."),
        DATES(
                "have no training day between release, notice, earliest and latest date of %s",
                "Widen the dates, or release the module earlier."),
        TRAINERS(
                "have no day in their dates on which %s has enough accredited trainers",
                "Accredit trainers, or make those there are available."),
        TRAVEL("of team %s reach no venue that opens", "Open a venue in reach, or raise the travel limit."),
        NEEDS("need %s in a room, and no room in reach that opens has it", "Open a room in reach that has it."),
        ROOMS(
                "of team %s have no open room in reach on any day of their dates",
                "Open a room in reach in these dates."),
        FREEZE(
                "of team %s are on duty only on days on which the team may spare nobody",
                "Lift the freeze or the minimum strength on one of their days."),
        AVAILABILITY(
                "of team %s are on no day in their dates on duty, present and allowed to start in time",
                "Permit rest-day training, or give them later dates."),
        REST(
                "of team %s have days, but rest, order or a prerequisite without a day rules out each",
                "Change a duty beside one of their days.");

        private final String sentence;
        private final String remedy;

        Cause(String sentence, String remedy) {
            this.sentence = sentence;
            this.remedy = remedy;
        }
    }

    private record Key(Cause cause, String subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCause = cause.compareTo(other.cause);
            return byCause != 0 ? byCause : subject.compareTo(other.subject);
        }
    }

    private static final class Heap {
        private long weight;
        private int requirements;
        private final List<String> people = new ArrayList<>();
    }

    private final Problem problem;
    private final Shortfalls shortfalls;
    private final Openings openings;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Requirements requirements;
    private final Workforce workforce;

    DeadEnds(Shortfalls shortfalls) {
        this.shortfalls = shortfalls;
        problem = shortfalls.problem();
        openings = shortfalls.openings();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        requirements = problem.requirements;
        workforce = problem.workforce;
    }

    List<Finding> find() {
        Map<Key, Heap> heaps = new TreeMap<>();
        for (int r = 0; r < requirements.count; r++) {
            if (shortfalls.isPossible(r)) {
                continue;
            }
            Cause cause = causeOf(r);
            Heap heap = heaps.computeIfAbsent(new Key(cause, subjectOf(cause, r)), any -> new Heap());
            heap.weight += 1 + requirements.priorityOf[r];
            heap.requirements++;
            String person = problem.dataSet.staff().get(requirements.staffOf[r]).id();
            if (heap.people.size() < EXAMPLES && !heap.people.contains(person)) {
                heap.people.add(person);
            }
        }
        List<Finding> findings = new ArrayList<>();
        heaps.forEach((key, heap) -> findings.add(new Finding(
                Finding.Kind.DEAD_END,
                key.subject,
                heap.weight,
                heap.requirements + (heap.requirements == 1 ? " requirement" : " requirements") + " (such as of "
                        + String.join(", ", heap.people) + ") " + key.cause.sentence.replace("%s", key.subject),
                key.cause.remedy)));
        return findings;
    }

    private Cause causeOf(int r) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        if (requirements.blocked[r]) {
            return Cause.PREREQUISITE;
        }
        if (requirements.lastDay[r] < requirements.firstDay[r]) {
            return Cause.DATES;
        }
        boolean taught = false;
        boolean roomed = false;
        boolean free = false;
        boolean spared = false;
        for (int d = Math.max(0, requirements.firstDay[r]); d <= requirements.lastDay[r]; d++) {
            taught |= openings.isTaught(module, d);
            roomed |= !curriculum.isFaceToFace(module) || openings.hasRoom(p, d);
            boolean bookable = (workforce.dayBits[p * calendar.days + d] & (1 << calendar.slots) - 1) != 0;
            free |= bookable;
            spared |= bookable && openings.isSpared(p, d);
        }
        if (!taught) {
            return Cause.TRAINERS;
        }
        if (!roomed) {
            return !openings.venues(p).isEmpty() ? Cause.ROOMS : reachesAnyRoom(p) ? Cause.NEEDS : Cause.TRAVEL;
        }
        if (!free) {
            return Cause.AVAILABILITY;
        }
        return spared ? Cause.REST : Cause.FREEZE;
    }

    private boolean reachesAnyRoom(int p) {
        Estate estate = problem.estate;
        for (int room = 0; room < estate.realRooms; room++) {
            for (int d = 0; d < calendar.days; d++) {
                if (estate.open[room * calendar.days + d] && estate.reaches(workforce.teamOn(p, d), room)) {
                    return true;
                }
            }
        }
        return false;
    }

    private String subjectOf(Cause cause, int r) {
        int p = requirements.staffOf[r];
        return switch (cause) {
            case PREREQUISITE, DATES, TRAINERS ->
                problem.dataSet.modules().get(requirements.moduleOf[r]).id();
            case NEEDS -> String.join(" and ", workforce.needs.get(workforce.needsOf[p]));
            default -> problem.dataSet.teams().get(workforce.teamOf[p]).id();
        };
    }
}
