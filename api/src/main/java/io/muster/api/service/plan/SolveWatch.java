package io.muster.api.service.plan;

import io.muster.api.plan.EarlierSolve;
import io.muster.api.progress.Progress;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobLostException;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Stands between a solve and the database. The solver's threads only leave here what they know and look whether to end; once
 * a second a thread of its own writes progress and score, asks whether somebody wants an end, and keeps the best plan so far
 * when that is due. While the database is away the solve goes on.
 */
final class SolveWatch implements SolveListener, Progress, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SolveWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_PER_SECOND = 1e9;

    private final JobContext context;
    private final Plans plans;
    private final String planId;
    private final SolveOptions options;
    private final Duration spentBefore;
    private final Checkpoint checkpoint;
    private final SolverSpeeds speeds;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "solve-watch"));
    /** When the solve began, as the limit on its time counts from then; 0: it has not. */
    private volatile long startedAt;

    private volatile Told told = new Told("load", Double.NaN, null, 0);
    private volatile @Nullable Supplier<BestSoFar> best;
    private volatile @Nullable LowerBounds bounds;
    private volatile Map<String, Long> cost = Map.of();
    private volatile boolean isStopped;
    private volatile @Nullable JobLostException lost;
    private @Nullable Told scored;
    private @Nullable Supplier<BestSoFar> kept;
    private long searched;
    private long searchedAt;

    /** What the solver last said; no score before there is a plan. */
    private record Told(
            String phase, double fraction, @Nullable PlanScore score, int requirements) {}

    SolveWatch(
            JobContext context,
            Plans plans,
            String planId,
            SolveOptions options,
            @Nullable EarlierSolve earlier,
            Checkpoint checkpoint,
            SolverSpeeds speeds) {
        this.context = context;
        this.plans = plans;
        this.planId = planId;
        this.options = options;
        this.checkpoint = checkpoint;
        this.speeds = speeds;
        spentBefore = earlier == null ? Duration.ZERO : earlier.spent();
        executor.scheduleWithFixedDelay(this::turn, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void progress(
            String phase, double fraction, long coverageShortfall, long costPence, int booked, int requirements) {
        if (startedAt == 0) {
            startedAt = System.nanoTime();
        }
        boolean isPlan = booked > 0;
        Duration time = options.time(requirements);
        double share = time == null || time.isZero() || !isPlan
                ? Double.NaN
                : Math.min(1, (double) spent().toNanos() / time.toNanos());
        told = new Told(phase, share, isPlan ? score(phase, coverageShortfall, costPence, booked) : null, requirements);
    }

    private PlanScore score(String phase, long coverageShortfall, long costPence, int booked) {
        LowerBounds known = bounds;
        return new PlanScore(
                spent().toMillis(),
                phase,
                coverageShortfall,
                costPence,
                booked,
                known == null ? null : known.coverageShortfall(),
                known == null ? null : known.cost(),
                cost);
    }

    /** Has what no plan can beat worked out beside the solve. */
    void bounded(Supplier<LowerBounds> found) {
        Thread thread = new Thread(
                () -> {
                    try {
                        bounds = found.get();
                    } catch (RuntimeException e) {
                        LOG.error("plan {} is solved on without a bound", planId, e);
                    }
                },
                "solve-bounds");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean isStopped() {
        JobLostException gone = lost;
        if (gone != null) {
            throw gone;
        }
        return isStopped;
    }

    @Override
    public void improved(Supplier<BestSoFar> plan) {
        best = plan;
    }

    @Override
    public synchronized void searched(long moves) {
        long now = System.nanoTime();
        if (searchedAt != 0 && now > searchedAt) {
            speeds.measured(planId, (moves - searched) * NANOS_PER_SECOND / (now - searchedAt));
        }
        searched = moves;
        searchedAt = now;
    }

    @Override
    public void step(String name) {
        // The solver's own phases say more than the step.
        if (!name.equals("solve")) {
            told = new Told(name, Double.NaN, told.score(), told.requirements());
        }
    }

    @Override
    public void update(double fraction, String detail) {
        // Heard from the solver directly.
    }

    @Override
    public void done() {
        // The job says so.
    }

    /** Whether the job was taken away, which is why the solve broke off; null: it was not. */
    @Nullable
    JobLostException lost() {
        return lost;
    }

    /** Waits for what is being written, so that nothing is written after it. */
    @Override
    public void close() {
        speeds.ended(planId);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the database takes its time; plan {} is not watched any more", planId);
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Duration spent() {
        return startedAt == 0 ? spentBefore : spentBefore.plusNanos(System.nanoTime() - startedAt);
    }

    private void turn() {
        try {
            Told now = told;
            context.progress(now.phase(), now.fraction(), sentence(now));
            isStopped |= context.isStopRequested();
            PlanScore score = now.score();
            if (score != null && now != scored) {
                plans.addScore(planId, score);
                scored = now;
            }
            Supplier<BestSoFar> plan = best;
            if (plan != null && plan != kept) {
                context.checkpoint(() -> {
                    kept = plan;
                    BestSoFar found = plan.get();
                    cost = found.cost();
                    return checkpoint.write(found, spent());
                });
            }
        } catch (JobLostException e) {
            if (context.isShuttingDown()) {
                handBack();
            }
            lost = e;
            executor.shutdown();
        } catch (DataAccessException e) {
            LOG.warn(
                    "plan {} is solved on without the database: {}",
                    planId,
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("plan {} is solved on unwatched for a moment", planId, e);
        }
    }

    private void handBack() {
        Supplier<BestSoFar> plan = best;
        if (plan == null) {
            return;
        }
        try {
            context.handBack(checkpoint.write(plan.get(), spent()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "plan {} is handed back with an older checkpoint: {}",
                    planId,
                    e.getClass().getSimpleName());
        }
    }

    private static String sentence(Told told) {
        PlanScore score = told.score();
        return score == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d booked, shortfall %,d, cost £%,d",
                        score.booked(),
                        told.requirements(),
                        score.coverageShortfall(),
                        score.costPence() / 100);
    }
}
