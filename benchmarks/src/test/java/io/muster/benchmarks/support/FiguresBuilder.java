package io.muster.benchmarks.support;

import io.muster.benchmarks.result.RunFigures;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of a run of which a test sets those it is about. */
public final class FiguresBuilder {
    private String inputHash = "aaaa";
    private int people = 1_000;
    private long shortfall = 10;
    private double costPounds = 100_000;
    private long violations;
    private double completionSpread = 0.5;
    private int travelP90 = 50;
    private Double disturbance;
    private double firstPlanCpuSeconds = 4;
    private double movesPerCpuSecond = 50_000;
    private double liveHeapMib = 400;
    private double slowness = 1;
    private double cpuSlowness = 1;

    public FiguresBuilder inputHash(String hash) {
        inputHash = hash;
        return this;
    }

    public FiguresBuilder people(int number) {
        people = number;
        return this;
    }

    public FiguresBuilder shortfall(long points) {
        shortfall = points;
        return this;
    }

    public FiguresBuilder costPounds(double pounds) {
        costPounds = pounds;
        return this;
    }

    public FiguresBuilder violations(long points) {
        violations = points;
        return this;
    }

    public FiguresBuilder fairness(double spread, int travel) {
        completionSpread = spread;
        travelP90 = travel;
        return this;
    }

    public FiguresBuilder disturbance(double share) {
        disturbance = share;
        return this;
    }

    public FiguresBuilder firstPlanCpuSeconds(double seconds) {
        firstPlanCpuSeconds = seconds;
        return this;
    }

    public FiguresBuilder movesPerCpuSecond(double moves) {
        movesPerCpuSecond = moves;
        return this;
    }

    public FiguresBuilder liveHeapMib(double mib) {
        liveHeapMib = mib;
        return this;
    }

    /** How many times as long the calibration takes, by the clock and by the processor. */
    public FiguresBuilder slowness(double wall, double cpu) {
        slowness = wall;
        cpuSlowness = cpu;
        return this;
    }

    public RunFigures build() {
        int requirements = people * 6;
        long pence = Math.round(costPounds * 100);
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("room", pence / 10);
        lines.put("trainer", pence / 5);
        lines.put("travel", pence / 10);
        lines.put("abstraction", pence - pence / 10 - pence / 5 - pence / 10);
        lines.put("restDay", 0L);
        return new RunFigures(
                inputHash,
                people,
                requirements,
                (int) (requirements - shortfall),
                shortfall,
                8L,
                pence,
                90_000_00L * people / 1_000,
                lines,
                violations,
                violations == 0 ? Map.of() : Map.of("H04", violations),
                0.97,
                250,
                1,
                completionSpread,
                travelP90,
                disturbance,
                0.5,
                1.0,
                60,
                0.4,
                62,
                65,
                7,
                firstPlanCpuSeconds,
                shortfall + 2,
                pence * 12 / 10,
                30,
                3_000_000,
                movesPerCpuSecond,
                movesPerCpuSecond,
                900L << 20,
                (long) (liveHeapMib * (1 << 20)),
                0.02 * slowness,
                0.02 * cpuSlowness,
                null);
    }
}
