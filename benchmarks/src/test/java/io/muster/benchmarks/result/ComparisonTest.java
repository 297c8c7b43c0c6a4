package io.muster.benchmarks.result;

import static io.muster.benchmarks.support.SampleResults.BY_CLOCK;
import static io.muster.benchmarks.support.SampleResults.KEY;
import static io.muster.benchmarks.support.SampleResults.costing;
import static io.muster.benchmarks.support.SampleResults.each;
import static io.muster.benchmarks.support.SampleResults.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.benchmarks.result.Finding.Verdict;
import io.muster.benchmarks.support.FiguresBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void equalResultsAreNoRegression() {
        Results results = costing(KEY, 100_000, 101_000, 102_000);

        Comparison comparison = Comparison.of(results, results);

        assertThat(comparison.isRegression()).isFalse();
        assertThat(comparison.findings()).isNotEmpty().allMatch(finding -> finding.verdict() == Verdict.SAME);
    }

    @Nested
    class Cost {
        @Test
        void isWorseWhereItRisesFurtherThanSeedsSpread() {
            Results baseline = costing(KEY, 100_000, 100_100, 100_200);

            assertThat(cost(baseline, costing(KEY, 102_000, 102_100, 102_200))).isEqualTo(Verdict.WORSE);
        }

        @Test
        void isTheSameWhereSeedsSpreadAsFarAsItRises() {
            Results baseline = costing(KEY, 95_000, 100_000, 105_000);

            assertThat(cost(baseline, costing(KEY, 97_000, 102_000, 107_000))).isEqualTo(Verdict.SAME);
        }

        @Test
        void isTheSameUnderTheFloorEvenWhereSeedsHardlySpread() {
            Results baseline = costing(KEY, 100_000, 100_001, 100_002);

            assertThat(cost(baseline, costing(KEY, 100_490, 100_491, 100_492))).isEqualTo(Verdict.SAME);
        }

        @Test
        void isWorseJustOverTheFloorWhereSeedsHardlySpread() {
            Results baseline = costing(KEY, 100_000, 100_001, 100_002);

            assertThat(cost(baseline, costing(KEY, 100_520, 100_521, 100_522))).isEqualTo(Verdict.WORSE);
        }

        @Test
        void ofOneSeedHasAWiderFloor() {
            assertThat(cost(costing(KEY, 100_000), costing(KEY, 101_900))).isEqualTo(Verdict.SAME);
            assertThat(cost(costing(KEY, 100_000), costing(KEY, 102_100))).isEqualTo(Verdict.WORSE);
        }

        @Test
        void isBetterWhereItFalls() {
            Comparison comparison =
                    Comparison.of(costing(KEY, 100_000, 100_100, 100_200), costing(KEY, 90_000, 90_100, 90_200));

            assertThat(verdict(comparison, "cost £")).isEqualTo(Verdict.BETTER);
            assertThat(comparison.isRegression()).isFalse();
        }

        @Test
        void mayRiseForBetterCoverage() {
            Results baseline =
                    each(KEY, 3, seed -> new FiguresBuilder().shortfall(50).costPounds(100_000 + seed));
            Results now =
                    each(KEY, 3, seed -> new FiguresBuilder().shortfall(20).costPounds(103_000 + seed));

            assertThat(cost(baseline, now)).isEqualTo(Verdict.TRADED);
            assertThat(Comparison.of(baseline, now).isRegression()).isFalse();
        }

        @Test
        void ofRunsByTheClockIsNotComparedOnASlowerMachine() {
            Results baseline = each(BY_CLOCK, 3, seed -> new FiguresBuilder().costPounds(100_000 + seed));
            Results now = each(
                    BY_CLOCK,
                    3,
                    seed -> new FiguresBuilder().costPounds(110_000 + seed).slowness(2, 1));

            assertThat(cost(baseline, now)).isEqualTo(Verdict.SKIPPED);
        }

        @Test
        void ofRunsByMovesIsComparedOnASlowerMachine() {
            Results baseline = each(KEY, 3, seed -> new FiguresBuilder().costPounds(100_000 + seed));
            Results now = each(
                    KEY,
                    3,
                    seed -> new FiguresBuilder().costPounds(110_000 + seed).slowness(2, 2));

            assertThat(cost(baseline, now)).isEqualTo(Verdict.WORSE);
        }

        private Verdict cost(Results baseline, Results now) {
            return verdict(Comparison.of(baseline, now), "cost £");
        }
    }

    @Test
    void moreShortfallIsARegression() {
        Results baseline = each(KEY, 3, seed -> new FiguresBuilder().shortfall(10));
        Results now = each(KEY, 3, seed -> new FiguresBuilder().shortfall(12));

        assertThat(verdict(Comparison.of(baseline, now), "shortfall")).isEqualTo(Verdict.WORSE);
        assertThat(Comparison.of(baseline, now).isRegression()).isTrue();
    }

    @Test
    void oneViolationIsARegression() {
        Results baseline = each(KEY, 3, seed -> new FiguresBuilder());
        Results now = each(KEY, 3, seed -> new FiguresBuilder().violations(seed == 2 ? 1 : 0));

        assertThat(verdict(Comparison.of(baseline, now), "violations")).isEqualTo(Verdict.WORSE);
    }

    @Test
    void aFailedRunIsARegression() {
        RunFigures figures = new FiguresBuilder().build();
        Results baseline = of(
                new Run(KEY, 1, figures, null, java.util.List.of()),
                new Run(KEY, 2, figures, null, java.util.List.of()));
        Results now = of(new Run(KEY, 1, figures, null, java.util.List.of()), Run.failed(KEY, 2, "out of memory"));

        assertThat(verdict(Comparison.of(baseline, now), "failures")).isEqualTo(Verdict.WORSE);
    }

    @Test
    void aRowThatWasNotRunFails() {
        Comparison comparison = Comparison.of(costing(KEY, 100_000), of());

        assertThat(verdict(comparison, "row")).isEqualTo(Verdict.LOST);
        assertThat(comparison.isRegression()).isTrue();
    }

    @Test
    void aRowThatTheBaselineLacksIsNew() {
        Comparison comparison = Comparison.of(of(), costing(KEY, 100_000));

        assertThat(verdict(comparison, "row")).isEqualTo(Verdict.NEW);
        assertThat(comparison.isRegression()).isFalse();
    }

    @Test
    void anotherDataSetCannotBeCompared() {
        Results now = each(KEY, 1, seed -> new FiguresBuilder().inputHash("bbbb"));

        Comparison comparison = Comparison.of(costing(KEY, 100_000), now);

        assertThat(verdict(comparison, "input")).isEqualTo(Verdict.LOST);
        assertThat(comparison.isRegression()).isTrue();
    }

    @Nested
    class Times {
        @Test
        void areWorseBeyondTheFactorInEverySeed() {
            assertThat(firstPlan(4, 1, 6.5, 1)).isEqualTo(Verdict.WORSE);
        }

        @Test
        void areTheSameWithinTheFactor() {
            assertThat(firstPlan(4, 1, 5.9, 1)).isEqualTo(Verdict.SAME);
        }

        @Test
        void areTheSameWhereTheMachineIsAsMuchSlower() {
            assertThat(firstPlan(4, 1, 8, 2)).isEqualTo(Verdict.SAME);
        }

        @Test
        void areTheSameWhereOnlyTheCalibrationWasFaster() {
            assertThat(firstPlan(4, 2, 4, 1)).isEqualTo(Verdict.SAME);
        }

        @Test
        void areBetterBeyondTheFactorInEverySeed() {
            assertThat(firstPlan(6.5, 1, 4, 1)).isEqualTo(Verdict.BETTER);
        }

        @Test
        void areTheSameWhereAnySeedIsAsFastAsBefore() {
            Results baseline = each(KEY, 3, seed -> new FiguresBuilder().firstPlanCpuSeconds(4));
            Results now = each(KEY, 3, seed -> new FiguresBuilder().firstPlanCpuSeconds(seed == 1 ? 4 : 9));

            assertThat(verdict(Comparison.of(baseline, now), "first cpu s")).isEqualTo(Verdict.SAME);
        }

        @Test
        void fewerMovesASecondAreWorse() {
            Results baseline = each(KEY, 3, seed -> new FiguresBuilder().movesPerCpuSecond(50_000));
            Results now = each(KEY, 3, seed -> new FiguresBuilder().movesPerCpuSecond(30_000));

            assertThat(verdict(Comparison.of(baseline, now), "moves/cpu s")).isEqualTo(Verdict.WORSE);
        }

        private Verdict firstPlan(double then, double thenSlowness, double now, double nowSlowness) {
            return verdict(
                    Comparison.of(
                            each(
                                    KEY,
                                    3,
                                    seed -> new FiguresBuilder()
                                            .firstPlanCpuSeconds(then)
                                            .slowness(1, thenSlowness)),
                            each(
                                    KEY,
                                    3,
                                    seed -> new FiguresBuilder()
                                            .firstPlanCpuSeconds(now)
                                            .slowness(1, nowSlowness))),
                    "first cpu s");
        }
    }

    @Test
    void moreHeapBeyondTheFactorIsWorse() {
        Results baseline = each(KEY, 3, seed -> new FiguresBuilder().liveHeapMib(400));
        Results now = each(KEY, 3, seed -> new FiguresBuilder().liveHeapMib(600));

        assertThat(verdict(Comparison.of(baseline, now), "heap MiB")).isEqualTo(Verdict.WORSE);
    }

    private static Verdict verdict(Comparison comparison, String subject) {
        return comparison.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::verdict)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + subject));
    }
}
