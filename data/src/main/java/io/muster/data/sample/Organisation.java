package io.muster.data.sample;

import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Divides people into role families, BCUs and teams of realistic sizes. No chance is involved. */
final class Organisation {

    /** Ceiling of response teams (DOMAIN, "Abstraction"): 12.5% of those rostered; all others have the programme's. */
    private static final BigDecimal RESPONSE_CEILING_PCT = new BigDecimal("12.5");
    /** Teams under this size would be frozen by two thirds of strength, rounded up; they keep a half. */
    private static final int SMALL_TEAM = 12;

    private static final BigDecimal SMALL_TEAM_STRENGTH_PCT = new BigDecimal("50");
    /** A team is not made smaller than this for the sake of covering every turn of a cycle. */
    private static final int SMALLEST_RELIEF_TEAM = 10;

    private Organisation() {}

    /**
     * The teams of a data set with every role family.
     *
     * @param people heads in all
     * @return teams with their heads, families in their order, BCUs in alphabetical order
     */
    static List<PlannedTeam> ofAllFamilies(int people) {
        RoleFamily[] families = RoleFamily.values();
        int[] weights = new int[families.length];
        for (int i = 0; i < families.length; i++) {
            weights[i] = families[i].heads();
        }
        int[] heads = Shares.allocate(people, weights);
        List<Bcu> bcus = Bcu.spread(people);
        int[] bcuWeights = bcus.stream().mapToInt(Bcu::shareTenths).toArray();
        List<PlannedTeam> teams = new ArrayList<>();
        for (int i = 0; i < families.length; i++) {
            RoleFamily family = families[i];
            if (family.businessGroup() != null) {
                addTeams(teams, family, family.businessGroup(), family.centralBases(), heads[i]);
                continue;
            }
            int[] byBcu = Shares.allocate(heads[i], bcuWeights);
            for (int b = 0; b < byBcu.length; b++) {
                Bcu bcu = bcus.get(b);
                boolean detectives = family == RoleFamily.CID || family == RoleFamily.PUBLIC_PROTECTION;
                List<Bcu.Base> bases = detectives ? List.of(bcu.headquarters()) : bcu.stations();
                addTeams(teams, family, bcu.name(), bases, byBcu[b]);
            }
        }
        return teams;
    }

    /** {@return the teams of a data set with one family that is not divided among BCUs} */
    static List<PlannedTeam> ofFamily(RoleFamily family, int people) {
        List<PlannedTeam> teams = new ArrayList<>();
        addTeams(teams, family, String.valueOf(family.businessGroup()), family.centralBases(), people);
        return teams;
    }

    private static void addTeams(
            List<PlannedTeam> teams, RoleFamily family, String group, List<Bcu.Base> bases, int heads) {
        int turns = Patterns.byId(family.patternId()).duties().size() / family.offsetStepDays();
        int[] sizes = Shares.evenly(heads, teamCount(family, heads, turns));
        for (int i = 0; i < sizes.length && sizes[i] > 0; i++) {
            int turn = i % turns;
            Bcu.Base base = bases.get((i / turns) % bases.size());
            String letter = String.valueOf((char) ('A' + turn));
            String id = String.format(Locale.ROOT, "%s-%s-%02d%s", group, family.name(), i / turns + 1, letter);
            String name = String.format(Locale.ROOT, "%s %s %d%s", base.name(), family.title(), i / turns + 1, letter);
            @Nullable BigDecimal ceiling = family == RoleFamily.ERPT ? RESPONSE_CEILING_PCT : null;
            @Nullable BigDecimal strength = sizes[i] < SMALL_TEAM ? SMALL_TEAM_STRENGTH_PCT : null;
            teams.add(new PlannedTeam(
                    new Team(
                            id,
                            group,
                            family.name(),
                            name,
                            base.lat(),
                            base.lon(),
                            family.patternId(),
                            turn * family.offsetStepDays(),
                            ceiling,
                            strength),
                    family,
                    sizes[i]));
        }
    }

    /** Families on round-the-clock cycles have a whole number of teams for each turn of the cycle, if big enough. */
    private static int teamCount(RoleFamily family, int heads, int turns) {
        int count = Math.max(1, (heads + family.largestTeam() - 1) / family.largestTeam());
        boolean roundTheClock = family.offsetStepDays() < 7;
        if (!roundTheClock) {
            return count;
        }
        return heads >= turns * SMALLEST_RELIEF_TEAM
                ? (count + turns - 1) / turns * turns
                : Math.max(1, heads / SMALLEST_RELIEF_TEAM);
    }

    /**
     * A team that still needs its people.
     *
     * @param team the team
     * @param family role family of its people
     * @param heads how many they are, {@code > 0}
     */
    record PlannedTeam(Team team, RoleFamily family, int heads) {}
}
