package io.muster.solver.simulate;

/**
 * How often what happens after publication. {@link #DEFAULT} has the rates of the domain ("After publication"); where it
 * gives none (how soon, how long), plausible ones of our own. Counts are for {@link #people} people and scaled to those of
 * a data set, but for {@link #venueLost} and {@link #mobilisation}, which are for the whole programme. Mondays are those of
 * the simulated weeks; a month is 52/12 weeks.
 *
 * @param people people the counts are for, {@code > 0}
 * @param noShowPct of a week's people and days with a booking, per cent who do not turn up; digital ones apart
 * @param withdrawalPct of a week's people and days with a booking, per cent who withdraw on its Monday
 * @param sickness spells of sickness a week
 * @param court court warnings a week, a weekday each
 * @param leave stretches of leave approved a week
 * @param aid call-ups to aid a week
 * @param aidSpikePct per cent of the weeks that have a spike of call-ups instead
 * @param aidSpike call-ups of such a week, all of the same days
 * @param trainerSickness new spells of trainers' sickness a week
 * @param roomDown rooms down a month
 * @param venueLost venues lost in the programme; one venue always stays
 * @param mobilisation mass mobilisations in the programme, which stop all training
 * @param transfer people a month who move to another team of the same function
 * @param joiner people a month who join
 * @param leaverPct per cent of the people who leave a month; its count is that percentage
 */
public record DisruptionRates(
        int people,
        Range noShowPct,
        Range withdrawalPct,
        Happening sickness,
        Happening court,
        Happening leave,
        Happening aid,
        Range aidSpikePct,
        Happening aidSpike,
        Happening trainerSickness,
        Happening roomDown,
        Happening venueLost,
        Happening mobilisation,
        Happening transfer,
        Happening joiner,
        Happening leaverPct) {

    /** The longest anything lasts: longer than any programme. */
    private static final int FOR_GOOD = 3650;

    private static final Range A_DAY = Range.exactly(1);
    private static final Range THIS_WEEK = new Range(0, 6);
    private static final double HUNDRED = 100;

    /** The rates of the domain. */
    public static final DisruptionRates DEFAULT = new DisruptionRates(
            23_000,
            new Range(4, 6),
            new Range(5, 8),
            new Happening(Range.exactly(70), THIS_WEEK, new Range(1, 10)),
            new Happening(Range.exactly(100), new Range(7, 42), A_DAY),
            new Happening(Range.exactly(80), new Range(7, 56), new Range(1, 14)),
            new Happening(new Range(150, 400), THIS_WEEK, A_DAY),
            Range.exactly(5),
            new Happening(new Range(1_000, 1_500), THIS_WEEK, new Range(1, 2)),
            new Happening(Range.exactly(2), THIS_WEEK, new Range(1, 10)),
            new Happening(Range.exactly(2), THIS_WEEK, new Range(1, 3)),
            new Happening(A_DAY, Range.exactly(0), Range.exactly(FOR_GOOD)),
            new Happening(new Range(0, 2), new Range(0, 4), new Range(1, 5)),
            new Happening(Range.exactly(300), new Range(7, 28), A_DAY),
            new Happening(new Range(100, 150), THIS_WEEK, A_DAY),
            new Happening(new Range(0.5, 0.7), new Range(7, 28), A_DAY));

    /** Nothing ever happens: what a season is without disruptions. */
    public static final DisruptionRates NONE = none();

    /** Refuses shares above the whole. */
    public DisruptionRates {
        if (people <= 0) {
            throw new IllegalArgumentException("the counts are for " + people + " people; give at least 1");
        }
        requireShare("noShowPct", noShowPct);
        requireShare("withdrawalPct", withdrawalPct);
        requireShare("aidSpikePct", aidSpikePct);
        requireShare("leaverPct", leaverPct.count());
    }

    private static void requireShare(String name, Range share) {
        if (share.max() > HUNDRED) {
            throw new IllegalArgumentException("'" + name + "' is more than 100 per cent: " + share.max());
        }
    }

    private static DisruptionRates none() {
        Range zero = Range.exactly(0);
        Happening never = new Happening(zero, zero, A_DAY);
        return new DisruptionRates(
                1, zero, zero, never, never, never, never, zero, never, never, never, never, never, never, never,
                never);
    }
}
