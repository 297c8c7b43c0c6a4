package io.muster.api.service.export;

import io.muster.api.service.report.OversightReport;
import io.muster.api.service.report.OversightReport.CompletionGroup;
import io.muster.api.service.report.OversightReport.CompletionWeek;
import io.muster.api.service.report.OversightReport.RestDays;
import io.muster.data.io.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The oversight report as tables, a sheet for each of its parts. */
final class OversightTables {
    /** Names of the parts, in the report's order. */
    static final List<String> PARTS = List.of(
            "completion",
            "attendance",
            "occupancy",
            "money",
            "trainers",
            "venues",
            "abstraction",
            "finish",
            "exclusions",
            "backlog",
            "notice-bands",
            "rest-days");

    private OversightTables() {}

    /** {@return a part of a report} */
    static Sheet part(OversightReport report, String part) {
        return switch (part) {
            case "completion" -> completion(report);
            case "attendance" ->
                new Sheet(
                        part,
                        List.of("dimension", "name", "booked", "attended", "no_shows", "open", "no_show_pct"),
                        report.attendance().stream()
                                .map(row -> row(
                                        row.dimension(),
                                        row.name(),
                                        row.booked(),
                                        row.attended(),
                                        row.noShows(),
                                        row.open(),
                                        row.noShowPct())));
            case "occupancy" ->
                new Sheet(
                        part,
                        List.of(
                                "dimension",
                                "name",
                                "sessions",
                                "seats",
                                "booked",
                                "attended",
                                "occupancy_pct",
                                "target_pct"),
                        report.occupancy().stream()
                                .map(row -> row(
                                        row.dimension(),
                                        row.name(),
                                        row.sessions(),
                                        row.seats(),
                                        row.booked(),
                                        row.attended(),
                                        row.occupancyPct(),
                                        report.occupancyTargetPct())));
            case "money" ->
                new Sheet(
                        part,
                        List.of(
                                "financial_year",
                                "budget_pence",
                                "spent_pence",
                                "committed_pence",
                                "planned_pence",
                                "forecast_pence",
                                "remaining_pence"),
                        report.money().stream()
                                .map(row -> row(
                                        row.financialYear(),
                                        row.budgetPence(),
                                        row.spentPence(),
                                        row.committedPence(),
                                        row.plannedPence(),
                                        row.forecastPence(),
                                        row.remainingPence())));
            case "trainers" ->
                new Sheet(
                        part,
                        List.of(
                                "kind",
                                "trainers",
                                "used",
                                "available_days",
                                "delivery_days",
                                "half_days",
                                "utilisation_pct",
                                "pence"),
                        report.trainers().stream()
                                .map(row -> row(
                                        row.internal() ? "INTERNAL" : "EXTERNAL",
                                        row.trainers(),
                                        row.used(),
                                        row.availableDays(),
                                        row.deliveryDays(),
                                        row.halfDays(),
                                        row.utilisationPct(),
                                        row.pence())));
            case "venues" ->
                new Sheet(
                        part,
                        List.of(
                                "venue",
                                "name",
                                "kind",
                                "sessions",
                                "half_days",
                                "seats",
                                "booked",
                                "share_pct",
                                "pence"),
                        report.venues().stream()
                                .map(row -> row(
                                        row.venueId(),
                                        row.name(),
                                        row.internal() ? "INTERNAL" : "EXTERNAL",
                                        row.sessions(),
                                        row.halfDays(),
                                        row.seats(),
                                        row.booked(),
                                        row.sharePct(),
                                        row.pence())));
            case "abstraction" ->
                new Sheet(
                        part,
                        List.of(
                                "bcu",
                                "week_starting",
                                "on_duty",
                                "cap",
                                "used",
                                "minutes",
                                "team_days_at_cap",
                                "team_days_over_cap",
                                "used_of_on_duty_pct",
                                "used_of_cap_pct"),
                        report.abstraction().stream()
                                .map(row -> row(
                                        row.bcu(),
                                        row.weekStarting(),
                                        row.onDuty(),
                                        row.cap(),
                                        row.used(),
                                        row.minutes(),
                                        row.teamDaysAtCap(),
                                        row.teamDaysOverCap(),
                                        row.usedOfOnDutyPct(),
                                        row.usedOfCapPct())));
            case "finish" ->
                new Sheet(
                        part,
                        List.of("p50", "p80", "seasons", "note"),
                        Stream.of(row(
                                report.finish().p50(),
                                report.finish().p80(),
                                report.finish().seasons(),
                                report.finish().note())));
            case "exclusions" ->
                new Sheet(
                        part,
                        List.of("decision", "rule", "reason", "module", "people"),
                        report.exclusions().stream()
                                .map(row ->
                                        row(row.decision(), row.ruleId(), row.reason(), row.moduleId(), row.people())));
            case "backlog" ->
                new Sheet(
                        part,
                        List.of("module", "bcu", "reason", "requirements", "high_priority"),
                        report.backlog().stream()
                                .map(row -> row(
                                        row.moduleId(),
                                        row.bcu(),
                                        row.reason(),
                                        row.requirements(),
                                        row.highPriority())));
            case "notice-bands" ->
                new Sheet(
                        part,
                        List.of("least_days", "factor", "changes", "people", "pence"),
                        report.noticeBands().stream()
                                .map(row ->
                                        row(row.leastDays(), row.factor(), row.changes(), row.people(), row.pence())));
            case "rest-days" -> restDays(report.restDays());
            default -> throw new IllegalArgumentException("An oversight report has no part " + part + ".");
        };
    }

    private static Sheet completion(OversightReport report) {
        return new Sheet(
                "completion",
                List.of(
                        "dimension",
                        "name",
                        "week_starting",
                        "required_heads",
                        "required_half_days",
                        "trajectory_heads",
                        "trajectory_half_days",
                        "booked_heads",
                        "booked_half_days",
                        "attended_heads",
                        "attended_half_days",
                        "credited"),
                report.completion().stream()
                        .flatMap(group -> group.weeks().stream().map(week -> completion(group, week))));
    }

    private static List<@Nullable Object> completion(CompletionGroup group, CompletionWeek week) {
        return row(
                group.dimension(),
                group.name(),
                week.weekStarting(),
                group.required().heads(),
                group.required().halfDays(),
                week.trajectory().heads(),
                week.trajectory().halfDays(),
                week.booked().heads(),
                week.booked().halfDays(),
                week.attended().heads(),
                week.attended().halfDays(),
                group.credited());
    }

    private static Sheet restDays(@Nullable RestDays days) {
        return new Sheet(
                "rest-days",
                List.of("days", "short_notice_days", "replacement_days", "pence"),
                days == null
                        ? Stream.empty()
                        : Stream.of(row(days.days(), days.shortNoticeDays(), days.replacementDays(), days.pence())));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
