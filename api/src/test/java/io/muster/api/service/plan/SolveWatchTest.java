package io.muster.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.api.plan.EarlierSolve;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.job.Job;
import io.muster.api.service.job.JobContext;
import io.muster.api.service.job.JobKind;
import io.muster.api.service.job.JobLostException;
import io.muster.api.service.job.JobState;
import io.muster.api.service.support.Given;
import io.muster.api.service.support.ServiceTest;
import io.muster.data.plan.Plan;
import io.muster.solver.SolveListener.BestSoFar;
import io.muster.solver.SolveOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SolveWatchTest extends ServiceTest {
    @Autowired
    private Plans plans;

    @Autowired
    private Contents contents;

    /** An instance that shuts down as soon as it is asked to write progress. */
    private static final class ShutsDown implements JobContext {
        private final CompletableFuture<byte[]> handedBack = new CompletableFuture<>();
        private final CompletableFuture<Void> isReady = new CompletableFuture<>();

        @Override
        public Job job() {
            return new Job(
                    "job",
                    JobKind.SOLVE,
                    "plan",
                    JobState.RUNNING,
                    "{}",
                    "",
                    null,
                    "",
                    false,
                    1,
                    "here",
                    null,
                    null,
                    null,
                    Instant.EPOCH,
                    "planner",
                    null,
                    Instant.EPOCH,
                    null);
        }

        @Override
        public void progress(String phase, double fraction, String detail) {
            isReady.join();
            throw lost();
        }

        @Override
        public boolean isStopRequested() {
            throw lost();
        }

        @Override
        public void checkpoint(Supplier<byte[]> content) {
            throw lost();
        }

        @Override
        public void handBack(byte[] content) {
            handedBack.complete(content);
        }

        @Override
        public boolean isShuttingDown() {
            return true;
        }

        @Override
        public void finish(Runnable result) {
            throw lost();
        }

        @Override
        public void cancel() {
            throw lost();
        }

        private static JobLostException lost() {
            return new JobLostException("this instance shuts down");
        }
    }

    /** The best plan is kept at once, whenever the last checkpoint was, and the solver's threads are told to let go. */
    @Test
    void anInstanceThatShutsDownHandsBackItsBestPlan() throws Exception {
        Plan plan = PlanFolder.read(Given.planZip(), new ArrayList<>());
        Checkpoint checkpoint = new Checkpoint(contents);
        ShutsDown context = new ShutsDown();
        EarlierSolve earlier = new EarlierSolve(plan, Duration.ofSeconds(100), 5);
        try (SolveWatch watch = new SolveWatch(
                context,
                plans,
                Ids.next("plan"),
                new SolveOptions(1, null, null),
                earlier,
                checkpoint,
                new SolverSpeeds())) {
            watch.improved(() -> new BestSoFar(plan.sessions(), plan.bookings(), 42, Map.of()));
            assertThat(watch.isStopped()).isFalse();
            context.isReady.complete(null);

            byte[] kept = context.handedBack.get(30, TimeUnit.SECONDS);

            EarlierSolve read = checkpoint.read(contents.store(kept));
            assertThat(read.plan().bookings()).isEqualTo(plan.bookings());
            assertThat(read.plan().sessions()).isEqualTo(plan.sessions());
            assertThat(read.moves()).isEqualTo(42);
            assertThat(read.spent()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(160));
            while (watch.lost() == null) {
                Thread.sleep(10);
            }
            assertThatThrownBy(watch::isStopped).isInstanceOf(JobLostException.class);
        }
    }
}
