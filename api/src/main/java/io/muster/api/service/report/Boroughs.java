package io.muster.api.service.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The boroughs of London with their codes of the Office for National Statistics. A data set has no column for boroughs:
 * a team's is known where its name begins with the borough's, as those of the sample programmes do.
 */
final class Boroughs {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Barking & Dagenham", "E09000002"),
            Map.entry("Barnet", "E09000003"),
            Map.entry("Bexley", "E09000004"),
            Map.entry("Brent", "E09000005"),
            Map.entry("Bromley", "E09000006"),
            Map.entry("Camden", "E09000007"),
            Map.entry("Croydon", "E09000008"),
            Map.entry("Ealing", "E09000009"),
            Map.entry("Enfield", "E09000010"),
            Map.entry("Greenwich", "E09000011"),
            Map.entry("Hackney", "E09000012"),
            Map.entry("Hammersmith & Fulham", "E09000013"),
            Map.entry("Haringey", "E09000014"),
            Map.entry("Harrow", "E09000015"),
            Map.entry("Havering", "E09000016"),
            Map.entry("Hillingdon", "E09000017"),
            Map.entry("Hounslow", "E09000018"),
            Map.entry("Islington", "E09000019"),
            Map.entry("Kensington & Chelsea", "E09000020"),
            Map.entry("Kingston", "E09000021"),
            Map.entry("Lambeth", "E09000022"),
            Map.entry("Lewisham", "E09000023"),
            Map.entry("Merton", "E09000024"),
            Map.entry("Newham", "E09000025"),
            Map.entry("Redbridge", "E09000026"),
            Map.entry("Richmond", "E09000027"),
            Map.entry("Southwark", "E09000028"),
            Map.entry("Sutton", "E09000029"),
            Map.entry("Tower Hamlets", "E09000030"),
            Map.entry("Waltham Forest", "E09000031"),
            Map.entry("Wandsworth", "E09000032"),
            Map.entry("Westminster", "E09000033"));

    /** The boroughs of each basic command unit (DOMAIN.md, "People and organisation"). */
    private static final Map<String, List<String>> BY_BCU = Map.ofEntries(
            Map.entry("AW", List.of("Westminster", "Kensington & Chelsea", "Hammersmith & Fulham")),
            Map.entry("CN", List.of("Camden", "Islington")),
            Map.entry("CE", List.of("Hackney", "Tower Hamlets")),
            Map.entry("NE", List.of("Newham", "Waltham Forest")),
            Map.entry("EA", List.of("Barking & Dagenham", "Havering", "Redbridge")),
            Map.entry("NA", List.of("Enfield", "Haringey")),
            Map.entry("NW", List.of("Barnet", "Brent", "Harrow")),
            Map.entry("WA", List.of("Ealing", "Hillingdon", "Hounslow")),
            Map.entry("SW", List.of("Kingston", "Merton", "Richmond", "Wandsworth")),
            Map.entry("AS", List.of("Lambeth", "Southwark")),
            Map.entry("SE", List.of("Bexley", "Greenwich", "Lewisham")),
            Map.entry("SN", List.of("Bromley", "Croydon", "Sutton")));

    private Boroughs() {}

    /**
     * A borough.
     *
     * @param name name for people
     * @param code code of the Office for National Statistics
     */
    record Borough(String name, String code) {}

    /**
     * The borough a team works in.
     *
     * @param bcu its BCU
     * @param teamName its name
     * @return the borough; empty: its name does not begin with that of a borough of its BCU
     */
    static Optional<Borough> find(String bcu, String teamName) {
        return BY_BCU.getOrDefault(bcu, List.of()).stream()
                .filter(name -> teamName.equals(name) || teamName.startsWith(name + " "))
                .max(Comparator.comparingInt(String::length))
                .map(name -> new Borough(name, CODES.getOrDefault(name, "")));
    }
}
