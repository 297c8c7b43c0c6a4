package io.muster.data.sample;

import io.muster.data.model.DemandScope;
import io.muster.data.model.DemandScope.Kind;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Public-order demand, autumn 2024 to winter 2025 (DOMAIN, "Calendar": freezes, half ceilings and events). */
final class DemandFacts {

    private static final BigDecimal FROZEN = new BigDecimal("0");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final List<OperationalDemand> EVENTS = List.of(
            all("2024-10-31", "2024-11-01", HALF, "Halloween and bonfire weekend"),
            bcu("AW", "2024-11-05", "2024-11-11", HALF, "Remembrance and state visit"),
            all("2024-12-30", "2025-01-02", FROZEN, "New Year's Eve"),
            bcu("SE", "2025-04-25", "2025-04-28", HALF, "London Marathon"),
            bcu("AW", "2025-04-25", "2025-04-28", HALF, "London Marathon"),
            all("2025-05-05", "2025-05-09", HALF, "VE Day 80"),
            bcu("AW", "2025-05-08", "2025-05-08", FROZEN, "VE Day 80 service"),
            bcu("NW", "2025-05-16", "2025-05-17", HALF, "FA Cup final"),
            bcu("AW", "2025-05-30", "2025-05-31", HALF, "Trooping the Colour, first review"),
            bcu("AW", "2025-06-06", "2025-06-07", HALF, "Trooping the Colour, second review"),
            all("2025-06-13", "2025-06-16", HALF, "Trooping the Colour"),
            bcu("SW", "2025-06-30", "2025-07-13", HALF, "Wimbledon"),
            all("2025-07-04", "2025-07-07", HALF, "Pride"),
            bcu("AW", "2025-07-04", "2025-07-05", FROZEN, "Pride"),
            bcu("NW", "2025-07-25", "2025-07-30", HALF, "Stadium concerts"),
            bcu("NW", "2025-08-02", "2025-08-03", HALF, "Stadium concerts"),
            function(RoleFamily.TASKFORCE, "2025-08-18", "2025-08-21", HALF, "Notting Hill Carnival preparation"),
            bcu("AW", "2025-08-20", "2025-08-21", HALF, "Notting Hill Carnival preparation"),
            all("2025-08-22", "2025-08-27", FROZEN, "Notting Hill Carnival"),
            function(RoleFamily.METCC, "2025-10-31", "2025-11-05", HALF, "Halloween and bonfire night"),
            function(RoleFamily.METCC, "2025-12-12", "2025-12-21", HALF, "Party season"),
            all("2025-12-30", "2026-01-02", FROZEN, "New Year's Eve"));

    private DemandFacts() {}

    /** {@return the rows that touch a programme and at least one of its teams, in the order of time} */
    static List<OperationalDemand> demand(Programme programme, List<Team> teams) {
        return EVENTS.stream()
                .filter(e -> !e.from().isAfter(programme.lastDay()) && !e.to().isBefore(programme.firstDay()))
                .filter(e -> teams.stream().anyMatch(e.scope()::covers))
                .toList();
    }

    /** {@return the rows that freeze every team at some time of a programme, in the order of time} */
    static List<OperationalDemand> freezes(Programme programme, List<Team> teams) {
        return demand(programme, teams).stream()
                .filter(e -> e.scope().kind() == Kind.ALL && e.ceilingFactor().signum() == 0)
                .toList();
    }

    /** {@return whether every team is frozen on a date by one of the rows} */
    static boolean isFrozenForAll(List<OperationalDemand> demand, LocalDate date) {
        return demand.stream()
                .anyMatch(e -> e.scope().kind() == Kind.ALL
                        && e.ceilingFactor().signum() == 0
                        && !date.isBefore(e.from())
                        && !date.isAfter(e.to()));
    }

    private static OperationalDemand all(String from, String to, BigDecimal factor, String name) {
        return row(new DemandScope(Kind.ALL, ""), from, to, factor, name);
    }

    private static OperationalDemand bcu(String bcu, String from, String to, BigDecimal factor, String name) {
        return row(new DemandScope(Kind.BCU, bcu), from, to, factor, name);
    }

    private static OperationalDemand function(
            RoleFamily family, String from, String to, BigDecimal factor, String name) {
        return row(new DemandScope(Kind.FUNCTION, family.name()), from, to, factor, name);
    }

    private static OperationalDemand row(DemandScope scope, String from, String to, BigDecimal factor, String name) {
        return new OperationalDemand(scope, LocalDate.parse(from), LocalDate.parse(to), factor, name);
    }
}
