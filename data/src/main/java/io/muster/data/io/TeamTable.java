package io.muster.data.io;

import io.muster.data.model.Team;
import java.math.BigDecimal;

/** {@code teams.csv}. */
final class TeamTable {
    private static final Table.Builder<Team> BUILDER = new Table.Builder<>("teams.csv");

    static final Column<String> TEAM = BUILDER.required("team", CellTypes.ID, Team::id);
    static final Column<String> BCU = BUILDER.required("bcu", CellTypes.ID, Team::bcu);
    static final Column<String> FUNCTION = BUILDER.required("function", CellTypes.ID, Team::function);
    private static final Column<String> NAME = BUILDER.required("name", CellTypes.TEXT, Team::name);
    private static final Column<Double> LAT = BUILDER.required("lat", CellTypes.LATITUDE, Team::lat);
    private static final Column<Double> LON = BUILDER.required("lon", CellTypes.LONGITUDE, Team::lon);
    private static final Column<String> PATTERN =
            BUILDER.reference("pattern", CellTypes.ID, Target.PATTERN, Team::patternId);
    private static final Column<Integer> OFFSET = BUILDER.required("offset", CellTypes.ANY_INT, Team::offset);
    private static final Column<BigDecimal> CEILING =
            BUILDER.optional("ceiling_pct", CellTypes.PERCENT, Team::ceilingPct);
    private static final Column<BigDecimal> MINIMUM_STRENGTH =
            BUILDER.optional("minimum_strength_pct", CellTypes.PERCENT, Team::minimumStrengthPct);

    static final Table<Team> TABLE = BUILDER.build(
            1,
            (row, context) -> {},
            row -> new Team(
                    row.get(TEAM),
                    row.get(BCU),
                    row.get(FUNCTION),
                    row.get(NAME),
                    row.get(LAT),
                    row.get(LON),
                    row.get(PATTERN),
                    row.get(OFFSET),
                    row.find(CEILING),
                    row.find(MINIMUM_STRENGTH)));

    private TeamTable() {}
}
