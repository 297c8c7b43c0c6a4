package io.muster.solver.simulate;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.sample.SeededRandom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What happens in a season, decided before any plan is known: seasons of the same number, under the same seed, meet the
 * same people's sickness, the same rooms down and the same no-shows, whatever is planned (common random numbers). Whether
 * somebody does not turn up or withdraws is decided for each person and date, booked or not.
 *
 * <p>Immutable.
 */
final class World {
    private static final double HUNDRED = 100;

    private final long seed;
    private final int season;
    private final NavigableMap<LocalDate, WorldWeek> weeks = new TreeMap<>();

    private World(long seed, int season, List<WorldWeek> weeks) {
        this.seed = seed;
        this.season = season;
        weeks.forEach(week -> this.weeks.put(week.monday(), week));
    }

    /**
     * Draws a season.
     *
     * @param dataSet the data set before it
     * @param rates how often what happens
     * @param seed seed of all seasons
     * @param season number of the season
     * @return the season's weeks, from the first that is not over to the one with the programme's last day
     */
    static World draw(DataSet dataSet, DisruptionRates rates, long seed, int season) {
        return new World(seed, season, new WorldDraw(dataSet, rates, seed, season).weeks());
    }

    /** {@return the Mondays of the weeks that a programme touches, in order} */
    static List<LocalDate> mondays(Programme programme) {
        LocalDate first = programme.firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return first.datesUntil(programme.lastDay().plusDays(1), Period.ofWeeks(1))
                .toList();
    }

    /**
     * The Monday with which a season begins: the one of the programme's first day; where the data set is of a later day, as
     * disruptions leave it, the first one from then on.
     */
    static LocalDate start(Programme programme) {
        return programme.asOf().isAfter(programme.firstDay())
                ? programme.asOf().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                : mondays(programme).get(0);
    }

    /** {@return the stream of a concern of a season} */
    static SeededRandom stream(long seed, int season, String concern) {
        return SeededRandom.of(seed, "season " + season + " " + concern);
    }

    /** {@return the weeks, in order} */
    List<WorldWeek> weeks() {
        return List.copyOf(weeks.values());
    }

    /** {@return whether a staff member who is booked on a date of the season does not turn up} */
    boolean isNoShow(String staffId, LocalDate date) {
        return falls("no-show", staffId, date, weekOf(date).noShowPct());
    }

    /** {@return whether a staff member who is booked on a date of the season withdraws on that week's Monday} */
    boolean withdraws(String staffId, LocalDate date) {
        return falls("withdrawal", staffId, date, weekOf(date).withdrawalPct());
    }

    private WorldWeek weekOf(LocalDate date) {
        return weeks.floorEntry(date).getValue();
    }

    private boolean falls(String concern, String staffId, LocalDate date, double pct) {
        return stream(seed, season, concern + " " + staffId + " " + date).chance(pct / HUNDRED);
    }
}
