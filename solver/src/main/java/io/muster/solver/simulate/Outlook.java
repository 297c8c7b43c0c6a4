package io.muster.solver.simulate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What seasons come to. Each figure is the median over the seasons: the nearest rank, so that it is one that occurred.
 *
 * @param finish when everybody together reaches the target completion
 * @param finishByBcu when each BCU does, by name
 * @param attendedPerMille attended requirements at the end, of a thousand
 * @param shortfall coverage shortfall of the last re-plan
 * @param noShows bookings whose people did not turn up
 * @param withdrawals bookings whose people withdrew in the last days
 * @param broken bookings that disruptions broke, no-shows among them
 * @param moved bookings moved or dropped
 * @param undisturbedMoved those of them that nothing had broken
 * @param peopleMoved different people with a booking moved or dropped
 * @param movedByBand bookings moved or dropped by the least days of their notice band
 * @param backlog requirements whose booking was moved, dropped or missed, not attended on the last Monday
 * @param changePence price of all changes
 * @param spendPence rooms and trainers
 */
public record Outlook(
        FinishDates finish,
        SortedMap<String, FinishDates> finishByBcu,
        int attendedPerMille,
        long shortfall,
        long noShows,
        long withdrawals,
        long broken,
        long moved,
        long undisturbedMoved,
        long peopleMoved,
        SortedMap<Integer, Long> movedByBand,
        long backlog,
        long changePence,
        long spendPence) {

    private static final int THOUSAND = 1000;

    /** Copies the maps. */
    public Outlook {
        finishByBcu = Collections.unmodifiableSortedMap(new TreeMap<>(finishByBcu));
        movedByBand = Collections.unmodifiableSortedMap(new TreeMap<>(movedByBand));
    }

    /**
     * {@return what seasons come to}
     *
     * @param seasons the seasons, at least one
     */
    public static Outlook of(List<Season> seasons) {
        TreeMap<Integer, Long> byBand = new TreeMap<>();
        seasons.forEach(season -> season.movedByBand().keySet().forEach(band -> byBand.put(band, 0L)));
        byBand.replaceAll(
                (band, none) -> median(seasons, season -> season.movedByBand().getOrDefault(band, 0)));
        return new Outlook(
                FinishDates.of(seasons),
                FinishDates.byBcu(seasons),
                (int) median(seasons, Outlook::attendedPerMille),
                median(seasons, season -> season.last().shortfall()),
                median(seasons, season -> season.sum(SeasonWeek::noShows)),
                median(seasons, season -> season.sum(SeasonWeek::withdrawals)),
                median(seasons, season -> season.sum(SeasonWeek::broken)),
                median(seasons, season -> season.sum(SeasonWeek::moved)),
                median(seasons, season -> season.sum(SeasonWeek::undisturbedMoved)),
                median(seasons, Season::peopleMoved),
                byBand,
                median(seasons, season -> season.last().backlog()),
                median(seasons, season -> season.sum(SeasonWeek::changePence)),
                median(seasons, Season::spendPence));
    }

    private static long attendedPerMille(Season season) {
        Progress progress = season.last().progress();
        return progress.requirements() == 0
                ? THOUSAND
                : (long) progress.attended() * THOUSAND / progress.requirements();
    }

    private static long median(List<Season> seasons, ToLongFunction<Season> figure) {
        long[] sorted = seasons.stream().mapToLong(figure).sorted().toArray();
        return sorted[(sorted.length + 1) / 2 - 1];
    }
}
