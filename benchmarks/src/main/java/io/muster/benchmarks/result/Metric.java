package io.muster.benchmarks.result;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure of a run that is shown in tables, written to files, or compared. */
public enum Metric {
    /** Share of requirements booked, per cent. */
    COVERAGE("coverage", "coverage %", false, "%.2f", f -> 100 * f.coverage()),
    /** Coverage shortfall. */
    SHORTFALL("shortfall", "shortfall", true, "%,.0f", f -> (double) f.shortfall()),
    /** Proven least shortfall. */
    SHORTFALL_BOUND("shortfallBound", "least", false, "%,.0f", f -> number(f.shortfallBound())),
    /** Cost in pounds. */
    COST("costPounds", "cost £", true, "%,.0f", f -> f.costPence() / 100.0),
    /** Proven least cost in pounds. */
    COST_BOUND("costBoundPounds", "bound £", false, "%,.0f", f -> pounds(f.costBoundPence())),
    /** Gap between cost and bound, per cent of the bound. */
    GAP("gapPct", "gap %", true, "%.2f", f -> percent(f.gap())),
    /** Seconds from files to the first full plan. */
    FIRST_PLAN("firstPlanSeconds", "first s", true, "%.1f", RunFigures::firstPlanSeconds),
    /** Processor seconds from files to the first full plan. */
    FIRST_PLAN_CPU("firstPlanCpuSeconds", "first cpu s", true, "%.1f", RunFigures::firstPlanCpuSeconds),
    /** Cost of the first full plan, pounds. */
    FIRST_COST("firstCostPounds", "first £", true, "%,.0f", f -> f.firstCostPence() / 100.0),
    /** Seconds from files to within 1% of the final cost. */
    NEAR_FINAL("nearFinalSeconds", "1% s", true, "%.1f", RunFigures::nearFinalSeconds),
    /** Moves a second. */
    MOVES_PER_SECOND("movesPerSecond", "moves/s", false, "%,.0f", f -> f.moves() == 0 ? null : f.movesPerSecond()),
    /** Moves a second of the processor. */
    MOVES_PER_CPU_SECOND(
            "movesPerCpuSecond", "moves/cpu s", false, "%,.0f", f -> f.moves() == 0 ? null : f.movesPerCpuSecond()),
    /** Most heap after a collection, MiB. */
    LIVE_HEAP("liveHeapMib", "heap MiB", true, "%,.0f", f -> f.liveHeapBytes() / Metric.BYTES_PER_MIB),
    /** Peak of the heap, garbage included, MiB. */
    PEAK_HEAP("peakHeapMib", "peak MiB", true, "%,.0f", f -> f.peakHeapBytes() / Metric.BYTES_PER_MIB),
    /** Occupancy of sessions that run, per cent. */
    OCCUPANCY("occupancyPct", "occ %", false, "%.2f", f -> 100 * f.occupancy()),
    /** Sessions that run. */
    SESSIONS("sessions", "sessions", true, "%,.0f", f -> (double) f.sessions()),
    /** Sessions under their minimum class. */
    BELOW_MINIMUM("belowMinimum", "<min", true, "%,.0f", f -> (double) f.belowMinimum()),
    /** Completion of the best BCU less that of the worst, percentage points. */
    COMPLETION_SPREAD("completionSpread", "spread pp", true, "%.2f", RunFigures::completionSpread),
    /** 90th percentile of travel, minutes. */
    TRAVEL_P90("travelP90", "travel p90", true, "%.0f", f -> (double) f.travelP90()),
    /** Share of the reference plan's bookings on another day, per cent. */
    DISTURBANCE("disturbancePct", "moved %", true, "%.1f", f -> percent(f.disturbance())),
    /** Wall seconds from files to audited plan. */
    WALL("wallSeconds", "wall s", true, "%.1f", RunFigures::wallSeconds),
    /** Processor seconds of the same. */
    CPU("cpuSeconds", "cpu s", true, "%.1f", RunFigures::cpuSeconds),
    /** Violations found by the auditor. */
    VIOLATIONS("violations", "violations", true, "%,.0f", f -> (double) f.violations()),
    /** Time of the fixed piece of work, milliseconds. */
    CALIBRATION("calibrationMillis", "calib ms", true, "%.1f", f -> 1000 * f.calibrationSeconds()),
    /** Processor time of it, milliseconds. */
    CALIBRATION_CPU("calibrationCpuMillis", "calib cpu ms", true, "%.1f", f -> 1000 * f.calibrationCpuSeconds()),
    /** Requirements attended at the end of a season, per cent. */
    SEASON_ATTENDED("seasonAttendedPct", "attended %", false, "%.1f", f -> season(f, s -> 100 * s.attended())),
    /** Share of the seasons that reach the target completion, per cent. */
    SEASON_REACHED(
            "seasonReachedPct", "reach %", false, "%.0f", f -> season(f, s -> 100.0 * s.reached() / s.seasons())),
    /** Days from the first day until half of the seasons reach it. */
    SEASON_P50("seasonP50Days", "P50 days", true, "%.0f", f -> season(f, s -> days(s.p50Days()))),
    /** Days until four in five of them do. */
    SEASON_P80("seasonP80Days", "P80 days", true, "%.0f", f -> season(f, s -> days(s.p80Days()))),
    /** People moved in a season. */
    SEASON_MOVED("seasonPeopleMoved", "people moved", true, "%,.0f", f -> season(f, s -> (double) s.peopleMoved())),
    /** Price of a season's changes, pounds. */
    SEASON_CHANGES("seasonChangePounds", "changes £", true, "%,.0f", f -> season(f, s -> s.changePence() / 100.0)),
    /** Rooms and trainers of a season, pounds. */
    SEASON_SPEND("seasonSpendPounds", "hire £", true, "%,.0f", f -> season(f, s -> s.spendPence() / 100.0)),
    /** Seconds that 95 of 100 re-plans do not exceed. */
    SEASON_REPLAN("replanP95Seconds", "re-plan s", true, "%.2f", f -> season(f, SeasonFigures::replanP95Seconds));

    private static final double BYTES_PER_MIB = 1024.0 * 1024.0;

    private final String id;
    private final String title;
    private final boolean smallerIsBetter;
    private final String format;
    private final Function<RunFigures, @Nullable Double> value;

    Metric(
            String id,
            String title,
            boolean smallerIsBetter,
            String format,
            Function<RunFigures, @Nullable Double> value) {
        this.id = id;
        this.title = title;
        this.smallerIsBetter = smallerIsBetter;
        this.format = format;
        this.value = value;
    }

    /** {@return its name in files} */
    public String id() {
        return id;
    }

    /** {@return its title in tables, with the unit} */
    public String title() {
        return title;
    }

    /** {@return whether a smaller value is better} */
    public boolean smallerIsBetter() {
        return smallerIsBetter;
    }

    /**
     * {@return the metric of a run; null: it has none}
     *
     * @param figures the run
     */
    public @Nullable Double of(RunFigures figures) {
        return value.apply(figures);
    }

    /**
     * {@return a value as people read it; a dash for NaN}
     *
     * @param number the value
     */
    public String text(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
    }

    private static @Nullable Double season(RunFigures figures, Function<SeasonFigures, @Nullable Double> value) {
        SeasonFigures seasons = figures.seasons();
        return seasons == null ? null : value.apply(seasons);
    }

    private static @Nullable Double days(@Nullable Integer days) {
        return days == null ? null : Double.valueOf(days);
    }

    private static @Nullable Double number(@Nullable Long value) {
        return value == null ? null : Double.valueOf(value);
    }

    private static @Nullable Double pounds(@Nullable Long pence) {
        return pence == null ? null : Double.valueOf(pence / 100.0);
    }

    private static @Nullable Double percent(@Nullable Double fraction) {
        return fraction == null ? null : Double.valueOf(100 * fraction);
    }
}
