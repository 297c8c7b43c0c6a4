package io.muster.benchmarks.peer;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which offers a requirement may take as far as the rules go that concern nothing else: H01, H05 to H08, H10, H16. */
final class Eligibility {

    private final Problem problem;
    private final List<List<Offer>> offers;

    Eligibility(Problem problem, List<List<Offer>> offersByModule) {
        this.problem = problem;
        this.offers = offersByModule;
    }

    /**
     * The offers for a requirement, nearest first and then by time.
     *
     * @param r a requirement
     * @param most how many at most
     * @return the nearest of them; rest (H07) is asked of the duties around each, as if nothing else were booked
     */
    List<Offer> of(int r, int most) {
        List<Offer> found = new ArrayList<>();
        if (problem.requirements.blocked[r]) {
            return found;
        }
        for (Offer offer : offers.get(problem.requirements.moduleOf[r])) {
            if (isEligible(r, offer)) {
                found.add(offer);
            }
        }
        int p = problem.requirements.staffOf[r];
        found.sort(Comparator.<Offer>comparingLong(offer -> travelPence(p, offer))
                .thenComparingInt(Offer::day)
                .thenComparingInt(Offer::session));
        return found.size() <= most ? found : new ArrayList<>(found.subList(0, most));
    }

    private boolean isEligible(int r, Offer offer) {
        int p = problem.requirements.staffOf[r];
        int d = offer.day();
        if (d < problem.requirements.firstDay[r] || d > problem.requirements.lastDay[r]) {
            return false;
        }
        int bits = problem.workforce.dayBits[p * problem.calendar.days + d];
        int start = Integer.numberOfTrailingZeros(offer.mask());
        int end = 31 - Integer.numberOfLeadingZeros(offer.mask());
        if ((bits & offer.mask()) != offer.mask()
                || (bits & Workforce.START_OK << start) == 0
                || (bits & Workforce.END_OK << end) == 0) {
            return false;
        }
        int team = problem.workforce.teamOf[p];
        if ((bits & Workforce.ON_DUTY) != 0 && problem.workforce.cap[team * problem.calendar.days + d] == 0) {
            return false;
        }
        if (offer.isDigital()) {
            return true;
        }
        int room = problem.estate.roomOf(offer.session());
        return problem.estate.reaches(team, room)
                && problem.estate.meetsNeeds[problem.workforce.needsOf[p] * problem.estate.rooms + room];
    }

    /** {@return what a staff member's day at an offer costs in travel, pence} */
    long travelPence(int p, Offer offer) {
        return offer.venue() < 0
                ? 0
                : problem.estate.travelPence[problem.workforce.teamOf[p] * problem.estate.venues + offer.venue()];
    }
}
