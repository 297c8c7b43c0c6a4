package io.muster.api.service.trail;

import io.muster.api.service.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links entries into the chain. One thread of each instance does so, and holds the one row of {@code trail_head} while it
 * does: that is all that instances wait for each other, a few milliseconds for some hundred entries. The head also shows
 * when somebody has cut off the end of the chain.
 */
@Component
class TrailChain implements ReadTrail, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TrailChain.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_WAITING = 20_000;
    private static final long PATIENCE_MILLIS = 500;
    private static final int RETRY_SECONDS = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Queue<Waiting> reads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore hurry = new Semaphore(0);
    private volatile @Nullable Thread thread;

    TrailChain(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Pending(String id, Waiting entry) {}

    private record Head(long number, String hash) {}

    @Override
    public void checkRoom() {
        if (waiting.get() >= MOST_WAITING) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "trail-unavailable",
                            "Reads of personal data cannot be written down now, so there are none. Try again.",
                            List.of())
                    .retryAfter(RETRY_SECONDS);
        }
    }

    @Override
    public void read(String userId, String action, String subject, String detail) {
        reads.add(new Waiting(clock.instant(), userId, action, subject, detail));
        waiting.incrementAndGet();
    }

    /** Has the entries of a change linked at once. */
    void hurry() {
        hurry.release();
    }

    @Override
    public synchronized void flush() {
        while (linkSome() >= MOST_AT_ONCE) {
            // There may be more.
        }
    }

    /** {@return how many entries were linked} */
    private int linkSome() {
        List<Waiting> taken = new ArrayList<>();
        for (Waiting read = reads.peek(); read != null && taken.size() < MOST_AT_ONCE; read = reads.peek()) {
            taken.add(read);
            reads.remove();
        }
        boolean isKept = false;
        try {
            if (taken.isEmpty() && !isAnyPending()) {
                return 0;
            }
            Integer linked = transaction.execute(status -> link(taken));
            isKept = true;
            waiting.addAndGet(-taken.size());
            return linked == null ? 0 : linked;
        } finally {
            if (!isKept) {
                reads.addAll(taken);
            }
        }
    }

    private boolean isAnyPending() {
        return !jdbc.queryForList("select id from trail_pending limit 1").isEmpty();
    }

    private int link(List<Waiting> taken) {
        Head head = jdbc.queryForObject(
                "select number, hash from trail_head where id = 1 for update",
                (row, index) -> new Head(row.getLong(1), row.getString(2)));
        if (head == null) {
            throw new IllegalStateException("The trail has no head. Maybe its row was deleted?");
        }
        List<Pending> pending = jdbc.query(
                "select * from trail_pending order by at, turn, id limit " + MOST_AT_ONCE, TrailChain::pending);
        List<Waiting> entries = new ArrayList<>(taken);
        pending.forEach(row -> entries.add(row.entry()));
        entries.sort(Comparator.comparing(Waiting::at));
        List<TrailEntry> links = new ArrayList<>();
        long number = head.number();
        String hash = head.hash();
        for (Waiting entry : entries) {
            number++;
            TrailEntry next = TrailEntry.link(number, hash, entry);
            links.add(next);
            hash = next.hash();
        }
        jdbc.batchUpdate(
                "insert into trail (number, at, user_id, action, subject, detail, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                links.stream().map(TrailChain::row).toList());
        jdbc.batchUpdate(
                "delete from trail_pending where id = ?",
                pending.stream().map(row -> new Object[] {row.id()}).toList());
        jdbc.update("update trail_head set number = ?, hash = ? where id = 1", number, hash);
        return entries.size();
    }

    private static Object[] row(TrailEntry entry) {
        return new Object[] {
            entry.number(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.userId(),
            entry.action(),
            entry.subject(),
            entry.detail(),
            entry.previousHash(),
            entry.hash()
        };
    }

    private static Pending pending(ResultSet row, int index) throws SQLException {
        return new Pending(
                row.getString("id"),
                new Waiting(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("user_id"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")));
    }

    @Override
    public void start() {
        Thread worker = new Thread(this::work, "trail");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    private void work() {
        while (Thread.currentThread() == thread) {
            try {
                if (hurry.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    hurry.drainPermits();
                }
                flush();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.error("{} reads wait for the trail, and changes too: the database does not answer", waiting, e);
            } catch (RuntimeException e) {
                LOG.error("the trail cannot be written", e);
            }
        }
    }

    @Override
    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker == null) {
            return;
        }
        hurry.release();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(RETRY_SECONDS));
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            LOG.error("{} reads are not in the trail: the database does not answer", waiting, e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the web server has answered its last request. */
    @Override
    public int getPhase() {
        return 0;
    }
}
