package io.muster.data.sample;

/**
 * How much of people's duty time is away, and when.
 *
 * @param leaveShare share of duty days on annual leave, 0 to 1
 * @param courseShare share of duty days on other courses, 0 to 1
 * @param courtShare share of duty days at court, 0 to 1
 * @param sickShare share of duty days sick, 0 to 1; only before the planning day, nobody knows later ones
 * @param schoolHolidayWeight how much more often a block of leave begins on a day of a school holiday, {@code >= 1}
 * @param quota most of a team's rostered people that may be away on a day, 0 to 1; always at least one
 */
record AbsenceRates(
        double leaveShare,
        double courseShare,
        double courtShare,
        double sickShare,
        double schoolHolidayWeight,
        double quota) {

    /**
     * DOMAIN: 15 to 18% of duty time away in all, with school-holiday peaks. The quota is what leaves two thirds of a
     * team at work and still some people to train.
     */
    static final AbsenceRates MASS = new AbsenceRates(0.145, 0.012, 0.006, 0.03, 2.6, 0.27);
}
