package io.muster.api.service.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trail as it can be read. */
@Component
public class TrailEntries {
    private static final int MOST_AT_ONCE = 2_000;
    private static final String FILTER = " where (cast(:user as varchar) is null or user_id = :user)"
            + " and (cast(:action as varchar) is null or action = :action)"
            + " and (cast(:subject as varchar) is null or subject = :subject"
            + " or subject >= :below and subject < :above)"
            + " and (cast(:after as timestamp with time zone) is null or at >= :after)"
            + " and (cast(:before as timestamp with time zone) is null or at < :before)";

    private final JdbcClient jdbc;
    private final ReadTrail waiting;

    TrailEntries(JdbcClient jdbc, ReadTrail waiting) {
        this.jdbc = jdbc;
        this.waiting = waiting;
    }

    /**
     * Which entries are asked for.
     *
     * @param userId of one user; null: of all
     * @param action of one kind; null: of all
     * @param subject about one subject and what is below it, as {@code plans/plan-1} is of {@code
     *     plans/plan-1/people/P1}; null: about all
     * @param after from this time on; null: from the beginning
     * @param before until before this time; null: until now
     */
    public record Filter(
            @Nullable String userId,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant after,
            @Nullable Instant before) {}

    /**
     * Whether the chain is whole.
     *
     * @param entries entries looked at
     * @param brokenAt number of the first entry that is not as it was written; null: each is
     * @param reason what is wrong with it; null: nothing
     * @param headHash hash of the last entry; who keeps it elsewhere can prove later that nothing before it was changed
     */
    public record Verification(
            long entries, @Nullable Long brokenAt, @Nullable String reason, String headHash) {}

    /**
     * Entries, those included that happened just now.
     *
     * @param filter which
     * @param offset entries to leave out, {@code >= 0}
     * @param most most entries, {@code >= 1}
     * @return the newest first
     */
    public List<TrailEntry> list(Filter filter, long offset, int most) {
        waiting.flush();
        return filtered("select * from trail" + FILTER + " order by number desc limit :most offset :offset", filter)
                .param("offset", offset)
                .param("most", most)
                .query(TrailEntries::entry)
                .list();
    }

    /**
     * How many entries there are.
     *
     * @param filter which
     * @return how many
     */
    public long count(Filter filter) {
        return filtered("select count(*) from trail" + FILTER, filter)
                .query(Long.class)
                .single();
    }

    /**
     * Gives every entry, the oldest first, without having all in memory.
     *
     * @param filter which
     * @param reader is given each
     */
    public void forEach(Filter filter, Consumer<TrailEntry> reader) {
        waiting.flush();
        long last = 0;
        while (true) {
            List<TrailEntry> some = filtered(
                            "select * from trail" + FILTER + " and number > :last order by number limit :most", filter)
                    .param("last", last)
                    .param("most", MOST_AT_ONCE)
                    .query(TrailEntries::entry)
                    .list();
            some.forEach(reader);
            if (some.size() < MOST_AT_ONCE) {
                return;
            }
            last = some.get(some.size() - 1).number();
        }
    }

    /**
     * Computes the chain again.
     *
     * @return whether it is whole, and where it is not
     */
    public Verification verify() {
        waiting.flush();
        // Taken first: entries that come meanwhile are looked at up to this one only.
        TrailEntry head = jdbc.sql("select number, hash from trail_head where id = 1")
                .query((row, index) ->
                        new TrailEntry(row.getLong("number"), Instant.EPOCH, "", "", "", "", "", row.getString("hash")))
                .single();
        List<String> reasons = new ArrayList<>();
        long number = 0;
        String before = TrailEntry.NOTHING_BEFORE;
        while (number < head.number()) {
            List<TrailEntry> some = jdbc.sql("select * from trail where number > ? and number <= ? order by number"
                            + " limit " + MOST_AT_ONCE)
                    .params(number, head.number())
                    .query(TrailEntries::entry)
                    .list();
            if (some.isEmpty()) {
                return new Verification(number, number + 1, "The chain ends before its head.", head.hash());
            }
            for (TrailEntry entry : some) {
                number++;
                if (entry.number() != number) {
                    reasons.add("An entry is missing.");
                } else if (!entry.previousHash().equals(before)) {
                    reasons.add("It does not follow the entry before.");
                } else if (!entry.computedHash().equals(entry.hash())) {
                    reasons.add("It was changed.");
                }
                if (!reasons.isEmpty()) {
                    return new Verification(number, number, reasons.get(0), head.hash());
                }
                before = entry.hash();
            }
        }
        return before.equals(head.hash())
                ? new Verification(number, null, null, head.hash())
                : new Verification(number, number, "It is not the head of the chain.", head.hash());
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("user", filter.userId())
                .param("action", filter.action())
                .param("subject", filter.subject())
                .param("below", filter.subject() + "/")
                .param("above", filter.subject() + "0")
                .param("after", filter.after() == null ? null : filter.after().atOffset(ZoneOffset.UTC))
                .param(
                        "before",
                        filter.before() == null ? null : filter.before().atOffset(ZoneOffset.UTC));
    }

    private static TrailEntry entry(ResultSet row, int index) throws SQLException {
        return new TrailEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("user_id"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
