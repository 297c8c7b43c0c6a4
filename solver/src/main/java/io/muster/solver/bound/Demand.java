package io.muster.solver.bound;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What every plan must supply at least, added up over people who alone could have it: lost weight, training days, and by
 * region face-to-face days and seats.
 */
final class Demand {

    /** People from whose team the same venues are reached at the same prices, and who may use the same of them. */
    static final class Region {
        /** Venues that may be used. */
        final BitSet venues;
        /** Price of a day's journey to each venue, pence: from the nearest base of those who change team. */
        final long[] pence;
        /** Face-to-face days of the people at their least loss. */
        long days;
        /** Face-to-face slots of the requirements that are possible. */
        long seats;

        private Region(BitSet venues, long[] pence) {
            this.venues = venues;
            this.pence = pence;
        }
    }

    /** Weight that each person leaves unbooked even if nobody else were there. */
    final long soloLoss;
    /** The same, counting only requirements that are impossible one by one. */
    final long impossible;
    /** Training days at that loss. */
    final long days;
    /** Days that a point of loss beyond it could save at most. */
    final double daysSaved;
    /** Face-to-face days that a point of loss beyond it could save at most. */
    final double faceToFaceSaved;
    /** Requirements of each module that are possible. */
    final long[] wanted;
    /** The same by weight: [module][weight]. */
    final List<long[]> wantedOfWeight = new ArrayList<>();
    /**
     * Requirements of each weight that are possible one by one, but that people must leave unbooked even if nobody else were
     * there; of people whose requirements all weigh the same.
     */
    final long[] lostOfWeight;
    /** Pence of the priority line if everybody were booked on the first day possible. */
    final long priorityPence;
    /** Priority pence that a point of loss could save at most. */
    final long prioritySaved;
    /** What each staff member could have alone. */
    final Needs needs;
    /** Whether a requirement can be booked at all. */
    final boolean[] possible;
    /**
     * First day on which each requirement can be booked, after the first days of what comes before it and the least
     * gap; {@code calendar.days} when there is none.
     */
    final int[] earliest;
    /** Regions with face-to-face demand, in the order of their first person. */
    final List<Region> regions;

    Demand(Problem problem, Openings openings) {
        Workforce workforce = problem.workforce;
        Requirements requirements = problem.requirements;
        Curriculum curriculum = problem.curriculum;
        Solo solo = new Solo(problem, openings);
        Map<List<Object>, Region> known = new LinkedHashMap<>();
        wanted = new long[curriculum.modules];
        int heaviest = 1 + Arrays.stream(requirements.priorityOf).max().orElse(0);
        for (int m = 0; m < curriculum.modules; m++) {
            wantedOfWeight.add(new long[heaviest + 1]);
        }
        lostOfWeight = new long[heaviest + 1];
        needs = new Needs(problem);
        possible = new boolean[requirements.count];
        earliest = new int[requirements.count];
        Arrays.fill(earliest, -1);
        long lossSum = 0;
        long impossibleSum = 0;
        long daySum = 0;
        double saved = 0;
        double roomSaved = 0;
        long pence = 0;
        long penceSaved = 0;
        for (int p = 0; p < workforce.staff; p++) {
            int first = requirements.firstOf[p];
            if (first == requirements.firstOf[p + 1]) {
                continue;
            }
            solo.look(p);
            lossSum += solo.loss();
            needs.note(p, solo);
            daySum += solo.leastDays(0);
            for (int more = 1; more <= solo.mostMore(); more++) {
                saved = Math.max(saved, (double) (solo.leastDays(0) - solo.leastDays(more)) / more);
                roomSaved = Math.max(
                        roomSaved, (double) (solo.leastFaceToFaceDays(0) - solo.leastFaceToFaceDays(more)) / more);
            }
            noteLost(requirements, first, requirements.firstOf[p + 1], solo);
            Region region = null;
            for (int r = first; r < requirements.firstOf[p + 1]; r++) {
                int module = requirements.moduleOf[r];
                int weight = requirements.weightOf[r];
                possible[r] = solo.isPossible(r - first);
                if (!possible[r]) {
                    impossibleSum += weight;
                    continue;
                }
                wanted[module]++;
                wantedOfWeight.get(module)[weight]++;
                long own = problem.prices.priorityWeek
                        * requirements.priorityOf[r]
                        * weekOf(problem, earliest(problem, openings, r));
                pence += own;
                penceSaved = Math.max(penceSaved, (own + weight - 1) / weight);
                if (curriculum.isFaceToFace(module)) {
                    if (region == null) {
                        region = regionOf(problem, openings, p, known);
                    }
                    region.seats += curriculum.slots[module];
                }
            }
            if (region != null) {
                region.days += solo.leastFaceToFaceDays(0);
            }
        }
        soloLoss = lossSum;
        impossible = impossibleSum;
        days = daySum;
        daysSaved = saved;
        faceToFaceSaved = roomSaved;
        priorityPence = pence;
        prioritySaved = penceSaved;
        regions = new ArrayList<>(known.values());
    }

    private void noteLost(Requirements requirements, int first, int end, Solo solo) {
        long lost = solo.loss();
        int weight = requirements.weightOf[first];
        boolean isUniform = true;
        for (int r = first; r < end; r++) {
            lost -= solo.isPossible(r - first) ? 0 : requirements.weightOf[r];
            isUniform &= requirements.weightOf[r] == weight;
        }
        lostOfWeight[weight] += isUniform ? lost / weight : 0;
    }

    private static long weekOf(Problem problem, int d) {
        return d < problem.calendar.days ? problem.calendar.wholeWeeks[d] : 0;
    }

    private int earliest(Problem problem, Openings openings, int r) {
        if (earliest[r] < 0) {
            earliest[r] = firstDay(problem, openings, r);
        }
        return earliest[r];
    }

    private int firstDay(Problem problem, Openings openings, int r) {
        Requirements requirements = problem.requirements;
        Calendar calendar = problem.calendar;
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        int from = Integer.MIN_VALUE;
        for (int before : problem.curriculum.after[module]) {
            int q = requirements.at[p * problem.curriculum.modules + before];
            if (q >= 0) {
                int first = earliest(problem, openings, q);
                if (first == calendar.days) {
                    return first;
                }
                from = Math.max(from, calendar.epochDay[first] + Math.max(0, problem.curriculum.minGap[module]));
            }
        }
        for (int d = Math.max(0, requirements.firstDay[r]); d < calendar.days; d++) {
            int free = problem.workforce.dayBits[p * calendar.days + d] & (1 << calendar.slots) - 1;
            if (free != 0 && calendar.epochDay[d] >= from && openings.isOpen(r, d)) {
                return d;
            }
        }
        return calendar.days;
    }

    private static Region regionOf(Problem problem, Openings openings, int p, Map<List<Object>, Region> known) {
        Estate estate = problem.estate;
        BitSet venues = openings.venues(p);
        long[] pence = new long[estate.venues];
        Arrays.fill(pence, Long.MAX_VALUE);
        int team = -1;
        for (int d = 0; d < problem.calendar.days; d++) {
            if (problem.workforce.teamOn(p, d) != team) {
                team = problem.workforce.teamOn(p, d);
                for (int v = 0; v < estate.venues; v++) {
                    pence[v] = Math.min(pence[v], estate.travelPence[team * estate.venues + v]);
                }
            }
        }
        List<Long> prices = IntStream.range(0, estate.venues)
                .mapToObj(v -> venues.get(v) ? pence[v] : -1)
                .toList();
        return known.computeIfAbsent(List.of(prices), any -> new Region(venues, pence));
    }
}
