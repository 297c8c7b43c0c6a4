package io.muster.benchmarks.result;

import io.muster.benchmarks.result.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Results against a baseline. Plans are compared by means over seeds and Welch's test, with a floor under which no
 * difference matters; processor times as they are and by their ratio to a calibration made in the same run, and generously.
 *
 * @param findings what is said of each row and metric, in the order of the baseline's rows
 */
public record Comparison(List<Finding> findings) {
    private static final double COST_FLOOR = 0.005;
    private static final double SHORTFALL_FLOOR = 0.005;
    private static final double LEAST_SHORTFALL = 1;
    /** Beyond this ratio of calibrations, plans of runs by the clock say more of the machine than of the program. */
    private static final double SAME_SPEED = 1.3;

    private static final double TIME_FACTOR = 1.5;
    private static final double HEAP_FACTOR = 1.4;

    /** Copies the list. */
    public Comparison {
        findings = List.copyOf(findings);
    }

    /**
     * Compares.
     *
     * @param baseline what was stored
     * @param now what was measured
     * @return the comparison
     */
    public static Comparison of(Results baseline, Results now) {
        List<Finding> findings = new ArrayList<>();
        Map<RunKey, Row> rows = new TreeMap<>();
        now.rows().forEach(row -> rows.put(row.key(), row));
        for (Row before : baseline.rows()) {
            Row row = rows.remove(before.key());
            if (row == null) {
                findings.add(new Finding(before.key(), "row", Verdict.LOST, "the baseline has it, and it was not run"));
            } else {
                new RowComparison(before, row, findings).run();
            }
        }
        rows.keySet()
                .forEach(key -> findings.add(new Finding(key, "row", Verdict.NEW, "the baseline does not have it")));
        return new Comparison(findings);
    }

    /** {@return whether anything is worse beyond noise, or could not be compared although it should} */
    public boolean isRegression() {
        return findings.stream().anyMatch(finding -> finding.verdict().isFailing());
    }

    /** The comparison of one row. */
    private static final class RowComparison {
        private final Row before;
        private final Row now;
        private final List<Finding> findings;

        RowComparison(Row before, Row now, List<Finding> findings) {
            this.before = before;
            this.now = now;
            this.findings = findings;
        }

        void run() {
            if (now.failures() > before.failures()) {
                add("failures", Verdict.WORSE, now.failures() + " runs failed, before " + before.failures());
            }
            if (now.figures().isEmpty() || before.figures().isEmpty()) {
                if (!before.figures().isEmpty()) {
                    add("row", Verdict.LOST, "every run failed");
                }
                return;
            }
            if (!hashes(before).equals(hashes(now))) {
                add("input", Verdict.LOST, "the data set is not the baseline's; save a new baseline if that is meant");
                return;
            }
            violations();
            exact(Metric.SHORTFALL_BOUND, floor(Metric.SHORTFALL_BOUND, SHORTFALL_FLOOR, LEAST_SHORTFALL));
            exact(Metric.COST_BOUND, floor(Metric.COST_BOUND, COST_FLOOR, 0));
            plans();
            time(Metric.FIRST_PLAN_CPU, f -> f.firstPlanCpuSeconds() / f.calibrationCpuSeconds());
            time(Metric.MOVES_PER_CPU_SECOND, f -> f.movesPerCpuSecond() * f.calibrationCpuSeconds());
            heap();
        }

        private static List<String> hashes(Row row) {
            return row.figures().stream()
                    .map(RunFigures::inputHash)
                    .distinct()
                    .sorted()
                    .toList();
        }

        private void violations() {
            double then = before.spread(Metric.VIOLATIONS).most();
            double most = now.spread(Metric.VIOLATIONS).most();
            if (most > then) {
                add(
                        Metric.VIOLATIONS.title(),
                        Verdict.WORSE,
                        "up to " + Metric.VIOLATIONS.text(most) + ", before " + Metric.VIOLATIONS.text(then));
            }
        }

        private void plans() {
            double slower = now.spread(Metric.CALIBRATION).median()
                    / before.spread(Metric.CALIBRATION).median();
            if (now.key().stopsByClock() && (slower > SAME_SPEED || slower < 1 / SAME_SPEED)) {
                add(
                        Metric.COST.title(),
                        Verdict.SKIPPED,
                        String.format(
                                Locale.ROOT,
                                "runs by the clock on a machine %.2f times as slow as the baseline's",
                                slower));
                return;
            }
            Verdict coverage = exact(Metric.SHORTFALL, floor(Metric.SHORTFALL, SHORTFALL_FLOOR, LEAST_SHORTFALL));
            double floor = floor(Metric.COST, COST_FLOOR, 0);
            if (coverage == Verdict.BETTER && verdict(Metric.COST, floor) == Verdict.WORSE) {
                add(Metric.COST.title(), Verdict.TRADED, sentence(Metric.COST, floor));
            } else {
                exact(Metric.COST, floor);
            }
        }

        private double floor(Metric metric, double share, double least) {
            return Math.max(least, share * Math.abs(before.spread(metric).mean()));
        }

        private Verdict exact(Metric metric, double floor) {
            if (before.spread(metric).isEmpty() || now.spread(metric).isEmpty()) {
                return Verdict.SAME;
            }
            Verdict verdict = verdict(metric, floor);
            add(metric.title(), verdict, sentence(metric, floor));
            return verdict;
        }

        private Verdict verdict(Metric metric, double floor) {
            double worse = now.spread(metric).mean() - before.spread(metric).mean();
            worse = metric.smallerIsBetter() ? worse : -worse;
            double tolerance = Noise.tolerance(before.spread(metric), now.spread(metric), floor);
            return worse > tolerance ? Verdict.WORSE : worse < -tolerance ? Verdict.BETTER : Verdict.SAME;
        }

        private String sentence(Metric metric, double floor) {
            Spread then = before.spread(metric);
            Spread here = now.spread(metric);
            return String.format(
                    Locale.ROOT,
                    "mean %s, before %s (%+.2f%%); noise %s",
                    metric.text(here.mean()),
                    metric.text(then.mean()),
                    then.mean() == 0 ? 0 : 100 * (here.mean() - then.mean()) / then.mean(),
                    metric.text(Noise.tolerance(then, here, floor)));
        }

        /**
         * Processor times, as they are and in units of the calibration's. On the same machine the calibration is the
         * noisier of the two, on another it is the only fair one: what is worse must be worse by both.
         */
        private void time(Metric metric, ToDoubleFunction<RunFigures> scaled) {
            Verdict asTheyAre = verdict(metric, before.spread(metric), now.spread(metric), TIME_FACTOR);
            Verdict asScaled = verdict(metric, spread(before, scaled), spread(now, scaled), TIME_FACTOR);
            add(metric, asTheyAre == asScaled ? asTheyAre : Verdict.SAME, TIME_FACTOR);
        }

        private static Spread spread(Row row, ToDoubleFunction<RunFigures> scaled) {
            return Spread.of(row.figures().stream().mapToDouble(scaled).toArray());
        }

        private void heap() {
            Spread then = before.spread(Metric.LIVE_HEAP);
            Spread here = now.spread(Metric.LIVE_HEAP);
            add(Metric.LIVE_HEAP, verdict(Metric.LIVE_HEAP, then, here, HEAP_FACTOR), HEAP_FACTOR);
        }

        /** Worse only by more than the factor, and in every seed than in any seed of the baseline. */
        private static Verdict verdict(Metric metric, Spread then, Spread here, double factor) {
            boolean overlap = !(here.least() > then.most() || here.most() < then.least());
            if (overlap || then.median() <= 0 || here.median() <= 0) {
                return Verdict.SAME;
            }
            double ratio = here.median() / then.median();
            double worseBy = metric.smallerIsBetter() ? ratio : 1 / ratio;
            return worseBy > factor ? Verdict.WORSE : worseBy < 1 / factor ? Verdict.BETTER : Verdict.SAME;
        }

        private void add(Metric metric, Verdict verdict, double factor) {
            if (before.spread(metric).isEmpty() || now.spread(metric).isEmpty()) {
                return;
            }
            add(
                    metric.title(),
                    verdict,
                    String.format(
                            Locale.ROOT,
                            "median %s, before %s; noise up to %.1f times",
                            metric.text(now.spread(metric).median()),
                            metric.text(before.spread(metric).median()),
                            factor));
        }

        private void add(String subject, Verdict verdict, String sentence) {
            findings.add(new Finding(now.key(), subject, verdict, sentence));
        }
    }
}
