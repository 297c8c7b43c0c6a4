package io.muster.data.sample;

/**
 * How often what makes planning hard occurs, each a share in 0 to 1 of the people it can concern. Sources: DOMAIN,
 * "After publication" (joiners 100 to 150 and leavers 0.5 to 0.7% a month) and the project's defaults.
 *
 * @param flexible part-time and flexible workers with their own pattern
 * @param longAbsence maternity, career break, long sickness or secondment on the day of planning
 * @param joinersPerMonth people who join, in each month from six months before the programme to its end
 * @param leaversPerMonth people whose leaving date is known, in each month from the planning day to the end
 * @param stepFree need of a step-free room
 * @param hearingLoop need of a room with a hearing loop
 * @param lateStart adjusted duties without early starts
 * @param highPriority priority 1
 * @param highestPriority priority 2
 * @param specialistOfficer SOIT training among public protection officers
 * @param leadershipPathway leadership pathway among sergeants and inspectors
 * @param volunteer volunteers among families that are not in scope of everything
 * @param specialConstable special constables among response and neighbourhood teams
 */
record WorkforceRates(
        double flexible,
        double longAbsence,
        double joinersPerMonth,
        double leaversPerMonth,
        double stepFree,
        double hearingLoop,
        double lateStart,
        double highPriority,
        double highestPriority,
        double specialistOfficer,
        double leadershipPathway,
        double volunteer,
        double specialConstable) {

    /** The rates of a mass programme. */
    static final WorkforceRates MASS =
            new WorkforceRates(0.09, 0.03, 0.0054, 0.004, 0.006, 0.003, 0.006, 0.03, 0.005, 0.2, 0.12, 0.05, 0.008);
}
