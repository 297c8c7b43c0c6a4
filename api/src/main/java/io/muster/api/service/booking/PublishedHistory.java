package io.muster.api.service.booking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.content.Contents;
import io.muster.api.service.plan.Plans;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of bookings from one published version of a data set's plan to the next. Each version is read once, when
 * somebody first asks after it was published; what is kept is what changed.
 */
@Component
class PublishedHistory {
    private static final int DATA_SETS = 2;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Contents contents;
    private final Cache<String, Changes> byDataSet =
            Caffeine.newBuilder().maximumSize(DATA_SETS).build();

    PublishedHistory(JdbcClient jdbc, Plans plans, Contents contents) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.contents = contents;
    }

    /**
     * What a version made of a booking.
     *
     * @param version number of the version
     * @param planId its plan
     * @param publishedAt when it was published
     * @param moduleId the module
     * @param fromSessionId session before; null: digital learning, or not booked
     * @param fromDate day before; null: not booked
     * @param toSessionId session in it; null: digital learning, or not booked
     * @param toDate day in it; null: not booked
     */
    record Step(
            int version,
            String planId,
            Instant publishedAt,
            String moduleId,
            @Nullable String fromSessionId,
            @Nullable LocalDate fromDate,
            @Nullable String toSessionId,
            @Nullable LocalDate toDate) {}

    private record Version(int number, String planId, Instant publishedAt) {}

    /**
     * The history of a person's bookings.
     *
     * @param dataSetId the data set
     * @param staffId the staff member
     * @return its steps, by version and module
     */
    List<Step> of(String dataSetId, String staffId) {
        List<Version> versions = jdbc.sql(
                        "select number, plan_id, published_at from publication where data_set_id = ? order by number")
                .param(dataSetId)
                .query((row, index) -> new Version(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
        return versions.isEmpty()
                ? List.of()
                : byDataSet.get(dataSetId, any -> new Changes()).of(staffId, versions);
    }

    /** The changes of one data set, as far as they were read. */
    private final class Changes {
        private final Map<String, List<Step>> byStaff = new HashMap<>();
        private @Nullable Version last;

        synchronized List<Step> of(String staffId, List<Version> versions) {
            Version known = last;
            int read = known == null ? 0 : known.number();
            if (versions.get(versions.size() - 1).number() > read) {
                Map<BookingKey, Booking> before = known == null ? Map.of() : bookings(known);
                for (Version version : versions) {
                    if (version.number() > read) {
                        Map<BookingKey, Booking> after = bookings(version);
                        add(version, before, after);
                        before = after;
                        last = version;
                    }
                }
            }
            return List.copyOf(byStaff.getOrDefault(staffId, List.of()));
        }

        private void add(Version version, Map<BookingKey, Booking> before, Map<BookingKey, Booking> after) {
            TreeSet<BookingKey> keys =
                    new TreeSet<>(Comparator.comparing(BookingKey::staffId).thenComparing(BookingKey::moduleId));
            keys.addAll(before.keySet());
            keys.addAll(after.keySet());
            for (BookingKey key : keys) {
                Booking from = before.get(key);
                Booking to = after.get(key);
                if (!isSame(from, to)) {
                    byStaff.computeIfAbsent(key.staffId(), any -> new ArrayList<>())
                            .add(new Step(
                                    version.number(),
                                    version.planId(),
                                    version.publishedAt(),
                                    key.moduleId(),
                                    from == null ? null : from.sessionId(),
                                    from == null ? null : from.date(),
                                    to == null ? null : to.sessionId(),
                                    to == null ? null : to.date()));
                }
            }
        }
    }

    private static boolean isSame(@Nullable Booking a, @Nullable Booking b) {
        return a == null || b == null
                ? a == b
                : Objects.equals(a.sessionId(), b.sessionId())
                        && a.date().equals(b.date())
                        && a.slotIds().equals(b.slotIds());
    }

    /** The bookings of a version that count. */
    private Map<BookingKey, Booking> bookings(Version version) {
        String content = Objects.requireNonNull(plans.get(version.planId()).content(), "a published plan is complete");
        Map<BookingKey, Booking> byKey = new HashMap<>();
        for (Booking booking : PlanFolder.read(contents.file(content, ".zip"), new ArrayList<>())
                .bookings()) {
            if (booking.counts()) {
                byKey.put(BookingKey.of(booking), booking);
            }
        }
        return byKey;
    }
}
