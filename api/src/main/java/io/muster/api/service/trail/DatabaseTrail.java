package io.muster.api.service.trail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts entries of changes into the table {@code trail_pending}, inside the transaction of the change; {@link TrailChain}
 * moves them into the chain within a second. So two changes never wait for each other's end, as they would for the last
 * link of the chain.
 */
@Component
class DatabaseTrail implements Trail {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TrailChain chain;
    private final AtomicLong order = new AtomicLong();

    DatabaseTrail(JdbcClient jdbc, Clock clock, TrailChain chain) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.chain = chain;
    }

    @Override
    public void write(String userId, String action, String subject, String detail) {
        Waiting entry = new Waiting(clock.instant(), userId, action, subject, detail);
        jdbc.sql("insert into trail_pending (id, at, turn, user_id, action, subject, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        order.incrementAndGet(),
                        entry.userId(),
                        entry.action(),
                        entry.subject(),
                        entry.detail())
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    chain.hurry();
                }
            });
        } else {
            chain.hurry();
        }
    }
}
