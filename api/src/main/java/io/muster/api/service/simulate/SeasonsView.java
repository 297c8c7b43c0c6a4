package io.muster.api.service.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of seasons over one plan, for its page; from {@code simulation.json} of docs/SIMULATION.md.
 *
 * @param targetPct completion aimed at
 * @param finish when it is reached by everybody together
 * @param byBcu when each BCU reaches it, by name
 * @param median medians over the seasons
 * @param seasons each season
 */
record SeasonsView(double targetPct, Finish finish, List<Finish> byBcu, Median median, List<Season> seasons) {

    /**
     * Finish dates over the seasons.
     *
     * @param name whose; empty: everybody's
     * @param seasons seasons
     * @param reached those that reach the target
     * @param p50 day by which half have; null: they do not
     * @param p80 day by which four in five have; null: they do not
     */
    record Finish(
            String name,
            int seasons,
            int reached,
            @Nullable LocalDate p50,
            @Nullable LocalDate p80) {}

    /**
     * Medians.
     *
     * @param attended share of the requirements attended at the end, 0 to 1
     * @param noShows bookings nobody turned up for
     * @param peopleMoved people with a booking that was moved
     * @param moved bookings moved
     * @param backlog requirements still to be caught up
     * @param changePence price of the changes
     * @param spendPence rooms and trainers
     */
    record Median(
            double attended,
            long noShows,
            long peopleMoved,
            long moved,
            long backlog,
            long changePence,
            long spendPence) {}

    /**
     * One season.
     *
     * @param number its number
     * @param finished when it reached the target; null: it did not
     * @param requirements requirements at its end
     * @param attended those attended
     * @param noShows bookings nobody turned up for
     * @param peopleMoved people with a booking that was moved
     * @param backlog requirements still to be caught up
     * @param changePence price of the changes
     */
    record Season(
            int number,
            @Nullable LocalDate finished,
            long requirements,
            long attended,
            long noShows,
            long peopleMoved,
            long backlog,
            long changePence) {}

    /** Reads it; a simulation of a plan has that plan as its only policy. */
    static SeasonsView of(JsonNode result) {
        JsonNode policy = result.at("/policies/0");
        JsonNode median = policy.path("median");
        List<Finish> byBcu = new ArrayList<>();
        policy.path("finishByBcu")
                .fields()
                .forEachRemaining(entry -> byBcu.add(finish(entry.getKey(), entry.getValue())));
        List<Season> seasons = new ArrayList<>();
        policy.path("seasons")
                .forEach(season -> seasons.add(new Season(
                        season.path("season").asInt(),
                        date(season.path("finished")),
                        season.path("requirements").asLong(),
                        season.path("attended").asLong(),
                        season.path("noShows").asLong(),
                        season.path("peopleMoved").asLong(),
                        season.path("backlog").asLong(),
                        season.path("changePence").asLong())));
        return new SeasonsView(
                result.path("targetCompletionPct").asDouble(),
                finish("", policy.path("finish")),
                List.copyOf(byBcu),
                new Median(
                        median.path("attended").asDouble(),
                        median.path("noShows").asLong(),
                        median.path("peopleMoved").asLong(),
                        median.path("moved").asLong(),
                        median.path("backlog").asLong(),
                        median.path("changePence").asLong(),
                        median.path("spendPence").asLong()),
                List.copyOf(seasons));
    }

    private static Finish finish(String name, JsonNode json) {
        return new Finish(
                name,
                json.path("seasons").asInt(),
                json.path("reached").asInt(),
                date(json.path("p50")),
                date(json.path("p80")));
    }

    private static @Nullable LocalDate date(JsonNode text) {
        return text.isTextual() ? LocalDate.parse(text.asText()) : null;
    }
}
