package io.muster.api.service.booking;

import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How far teams use up their caps, day by day, for the eye.
 *
 * @param dates the training days, ascending
 * @param weekStarts those of them that are the first of their week
 * @param rows a row for each team
 * @param totals all shown teams together, for each date
 */
record HeatMap(List<LocalDate> dates, Set<LocalDate> weekStarts, List<Row> rows, List<Total> totals) {
    private static final int HALF = 50;
    private static final int MOST = 80;
    private static final int ALL = 100;

    /**
     * A team.
     *
     * @param teamId the team
     * @param teamName its name
     * @param bcu its BCU
     * @param function its function
     * @param cells a cell for each date
     */
    record Row(String teamId, String teamName, String bcu, String function, List<Cell> cells) {}

    /**
     * A team's day.
     *
     * @param date the day
     * @param rostered staff on duty
     * @param absent those of them with an absence
     * @param cap how many may train
     * @param used how many do
     * @param factor what demand multiplies the ceiling by; 1: no demand, 0: frozen
     * @param events names of the demand that covers it
     */
    record Cell(LocalDate date, int rostered, int absent, int cap, int used, BigDecimal factor, List<String> events) {

        /** {@return whether nobody may train because demand says so} */
        public boolean isFrozen() {
            return factor.signum() == 0;
        }

        /** {@return how many more may train; negative where more do than may} */
        public int left() {
            return cap - used;
        }

        /** {@return the shade: {@code off}, {@code none}, {@code low}, {@code half}, {@code most}, {@code full}, {@code over}} */
        public String shade() {
            if (used > cap) {
                return "over";
            }
            if (cap == 0) {
                return "off";
            }
            int percent = used * ALL / cap;
            return used == 0
                    ? "none"
                    : percent < HALF ? "low" : percent < MOST ? "half" : percent < ALL ? "most" : "full";
        }

        /** {@return what a table of numbers has no room for} */
        public String sentence() {
            return events.isEmpty() ? state() : state() + "; " + String.join(", ", events);
        }

        private String state() {
            if (left() < 0) {
                return -left() + " over the cap";
            }
            if (isFrozen()) {
                return "frozen";
            }
            if (rostered == 0) {
                return "nobody on duty";
            }
            return cap == 0 ? "nobody may be away" : left() == 0 ? "full" : left() + " left";
        }
    }

    /**
     * A day of all shown teams.
     *
     * @param date the day
     * @param cap how many may train
     * @param used how many do
     * @param full teams that have a cap and use it up
     * @param frozen teams that demand freezes
     */
    record Total(LocalDate date, int cap, int used, int full, int frozen) {}

    /**
     * The map of some teams.
     *
     * @param view their figures
     * @param teamById teams by id
     * @param demand all demand
     * @return the map
     */
    static HeatMap of(AbstractionView view, Function<String, Team> teamById, List<OperationalDemand> demand) {
        List<Row> rows = view.teams().items().stream()
                .map(row -> row(view.dates(), row, teamById.apply(row.teamId()), demand))
                .toList();
        List<Total> totals = new ArrayList<>();
        for (int d = 0; d < view.dates().size(); d++) {
            int day = d;
            List<Cell> cells = rows.stream().map(row -> row.cells().get(day)).toList();
            totals.add(new Total(
                    view.dates().get(d),
                    cells.stream().mapToInt(Cell::cap).sum(),
                    cells.stream().mapToInt(Cell::used).sum(),
                    (int) cells.stream()
                            .filter(cell -> cell.cap() > 0 && cell.left() <= 0)
                            .count(),
                    (int) cells.stream().filter(Cell::isFrozen).count()));
        }
        return new HeatMap(view.dates(), weekStarts(view.dates()), rows, totals);
    }

    private static Set<LocalDate> weekStarts(List<LocalDate> dates) {
        Map<LocalDate, LocalDate> firstByMonday = new LinkedHashMap<>();
        dates.forEach(
                date -> firstByMonday.putIfAbsent(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), date));
        return Set.copyOf(firstByMonday.values());
    }

    private static Row row(List<LocalDate> dates, AbstractionView.Row row, Team team, List<OperationalDemand> demand) {
        List<Cell> cells = new ArrayList<>();
        for (int d = 0; d < dates.size(); d++) {
            cells.add(cell(
                    team,
                    dates.get(d),
                    row.rostered().get(d),
                    row.absent().get(d),
                    row.cap().get(d),
                    row.used().get(d),
                    demand));
        }
        return new Row(row.teamId(), row.teamName(), row.bcu(), row.function(), cells);
    }

    /** A team's day, with the demand that covers it. */
    static Cell cell(
            Team team, LocalDate date, int rostered, int absent, int cap, int used, List<OperationalDemand> demand) {
        List<OperationalDemand> covering =
                demand.stream().filter(row -> row.covers(team, date)).toList();
        return new Cell(
                date,
                rostered,
                absent,
                cap,
                used,
                covering.stream().map(OperationalDemand::ceilingFactor).reduce(BigDecimal.ONE, BigDecimal::min),
                covering.stream().map(OperationalDemand::name).distinct().toList());
    }
}
