package io.muster.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Users who ask a service for one thing after another, each as soon as the last one is answered or after a pause. */
public final class LoadBench {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ServiceClient client;
    private final List<LoadCase> cases;

    /**
     * A bench.
     *
     * @param client the service
     * @param cases what is asked for, each as often as the others
     */
    public LoadBench(ServiceClient client, List<LoadCase> cases) {
        this.client = client;
        this.cases = List.copyOf(cases);
    }

    private record Answer(int kind, long nanos, boolean fine) {}

    /**
     * Asks.
     *
     * @param users how many ask at once, {@code >= 1}
     * @param pause what a user waits between an answer and the next request; zero: nothing
     * @param time for how long
     * @param seed seed of what is asked for
     * @return a row for each kind, in their order
     */
    public List<LoadRow> run(int users, Duration pause, Duration time, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(users);
        try {
            List<Future<List<Answer>>> all = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                SplittableRandom random = seeds.split();
                all.add(threads.submit(() -> ask(random, pause, end)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> one : all) {
                answers.addAll(one.get());
            }
            return rows(answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a user's thread failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Answer> ask(SplittableRandom random, Duration pause, long end) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() < end) {
            int kind = random.nextInt(cases.size());
            List<String> paths = cases.get(kind).paths();
            String path = paths.get(random.nextInt(paths.size()));
            long start = System.nanoTime();
            boolean fine = client.isAnswered(path);
            answers.add(new Answer(kind, System.nanoTime() - start, fine));
            if (!pause.isZero()) {
                // Not all at the same beat.
                Thread.sleep(random.nextLong(2 * pause.toMillis() + 1));
            }
        }
        return answers;
    }

    private List<LoadRow> rows(List<Answer> answers) {
        List<LoadRow> rows = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            int kind = i;
            double[] millis = answers.stream()
                    .filter(answer -> answer.kind() == kind)
                    .mapToDouble(answer -> answer.nanos() / NANOS_PER_MILLI)
                    .toArray();
            Arrays.sort(millis);
            int errors = (int) answers.stream()
                    .filter(answer -> answer.kind() == kind && !answer.fine())
                    .count();
            rows.add(new LoadRow(
                    cases.get(i).name(),
                    millis.length,
                    errors,
                    quantile(millis, 0.5),
                    quantile(millis, 0.95),
                    quantile(millis, 1),
                    cases.get(i).limitMillis()));
        }
        return rows;
    }

    /** The smallest value that at least this share is not above; NaN without values. */
    static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
