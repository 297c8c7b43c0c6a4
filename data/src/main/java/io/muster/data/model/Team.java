package io.muster.data.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A team ({@code teams.csv}).
 *
 * @param id the key
 * @param bcu the basic command unit (or other business group) it belongs to
 * @param function what it does, such as {@code ERPT}
 * @param name name for people
 * @param lat latitude of its usual base, degrees in -90 to 90
 * @param lon longitude of its usual base, degrees in -180 to 180
 * @param patternId shift pattern of its members, unless they have their own
 * @param offset days by which the team is ahead in the pattern, any whole number
 * @param ceilingPct its own abstraction ceiling, per cent; null: the programme's
 * @param minimumStrengthPct its own minimum strength, per cent; null: the programme's
 */
public record Team(
        String id,
        String bcu,
        String function,
        String name,
        double lat,
        double lon,
        String patternId,
        int offset,
        @Nullable BigDecimal ceilingPct,
        @Nullable BigDecimal minimumStrengthPct) {}
