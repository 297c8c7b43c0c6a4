package io.muster.api.service.booking;

import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.SessionRow;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What besides people a search finds.
 *
 * @param teams the first teams
 * @param teamCount all of them
 * @param sessions the first sessions, by time
 * @param sessionCount all of them
 */
record Found(List<TeamView> teams, long teamCount, List<SessionView> sessions, long sessionCount) {
    private static final int MOST = 5;
    private static final Found NOTHING = new Found(List.of(), 0, List.of(), 0);

    /**
     * Searches for teams, by id or name, and for sessions, by id, module, venue, room or day.
     *
     * @param reading the plan
     * @param teams finds teams, at most a few
     * @param q what is searched for; null or blank: nothing
     * @return what was found, as far as the caller sees it
     */
    static Found of(Reading reading, TeamController teams, @Nullable String q) {
        if (q == null || q.isBlank()) {
            return NOTHING;
        }
        String part = q.strip();
        var foundTeams = teams.found(reading, part, MOST);
        List<SessionRow> found = reading.lists()
                .sessions()
                .all()
                .where("trainer", reading.sight().trainer())
                .where(row -> isFound(reading, row, part))
                .rows();
        return new Found(
                foundTeams.items(),
                foundTeams.total(),
                found.stream()
                        .sorted(Comparator.comparing(SessionRow::date).thenComparing(SessionRow::id))
                        .limit(MOST)
                        .map(reading.views()::session)
                        .toList(),
                found.size());
    }

    private static boolean isFound(Reading reading, SessionRow row, String part) {
        TrainingModule module = reading.live().moduleById().get(row.moduleId());
        Venue venue = row.venueId() == null ? null : reading.live().venueById().get(row.venueId());
        return row.moduleId().equalsIgnoreCase(part)
                || Stream.of(
                                row.id(),
                                row.date().toString(),
                                row.roomId(),
                                module == null ? null : module.name(),
                                venue == null ? null : venue.name())
                        .anyMatch(text -> StringUtils.containsIgnoreCase(text, part));
    }
}
