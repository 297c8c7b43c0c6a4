package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.AbstractionWeek;
import io.muster.api.service.report.OversightReport.Amount;
import io.muster.api.service.report.OversightReport.AttendanceGroup;
import io.muster.api.service.report.OversightReport.Backlog;
import io.muster.api.service.report.OversightReport.CompletionGroup;
import io.muster.api.service.report.OversightReport.CompletionWeek;
import io.muster.api.service.report.OversightReport.Dimension;
import io.muster.api.service.report.OversightReport.Exclusion;
import io.muster.api.service.report.OversightReport.OccupancyGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An oversight report as its page shows it: the same figures, put together for reading.
 *
 * @param report the report
 * @param whole completion of all that is seen: everybody, or one BCU
 * @param completionByBcu completion against trajectory by BCU; none of a BCU's own report, as are the next two
 * @param completionByModule the same by module
 * @param completionByRole the same by role family
 * @param attendance booked, attended and no-shows: all first, then BCUs and modules
 * @param occupancy of all sessions; null: not seen
 * @param occupancyByModule by module
 * @param occupancyByWeek by week
 * @param abstractionByBcu abstraction by BCU, all weeks together
 * @param abstractionByWeek abstraction by week, all BCUs together
 * @param exclusions decisions by decision and reason, all modules together, the most people first
 * @param backlogByReason backlog by reason, the most first
 * @param backlogByModule backlog by module
 * @param backlog requirements of the backlog
 * @param highPriority those of them with priority 1 or 2
 */
record OversightView(
        OversightReport report,
        GroupRow whole,
        List<GroupRow> completionByBcu,
        List<GroupRow> completionByModule,
        List<GroupRow> completionByRole,
        List<AttendanceGroup> attendance,
        @Nullable OccupancyGroup occupancy,
        List<OccupancyGroup> occupancyByModule,
        List<OccupancyGroup> occupancyByWeek,
        List<AbstractionRow> abstractionByBcu,
        List<AbstractionRow> abstractionByWeek,
        List<ExclusionRow> exclusions,
        List<BacklogRow> backlogByReason,
        List<BacklogRow> backlogByModule,
        int backlog,
        int highPriority) {
    private static final Amount NOTHING = new Amount(0, 0, 0);

    /**
     * A group's completion against its trajectory.
     *
     * @param group the group
     * @param due what is due by the end of the report's week
     * @param bookedByThen what is booked up to then
     * @param attendedByThen what is attended up to then
     */
    record GroupRow(CompletionGroup group, Amount due, Amount bookedByThen, Amount attendedByThen) {

        /** {@return requirements booked or attended by then beyond those due; negative: behind} */
        public int ahead() {
            return bookedByThen.requirements() - due.requirements();
        }
    }

    /**
     * Abstraction summed up.
     *
     * @param name the BCU; empty: all
     * @param week the Monday of the week; null: all weeks
     * @param onDuty person-days on duty
     * @param cap person-days that may train
     * @param used person-days that do
     * @param teamDaysAtCap team-days with a cap that is used up
     * @param teamDaysOverCap team-days over their cap
     */
    record AbstractionRow(
            String name,
            @Nullable LocalDate week,
            int onDuty,
            int cap,
            int used,
            int teamDaysAtCap,
            int teamDaysOverCap) {

        /** {@return used over cap, a fraction; null: nobody may train} */
        public @Nullable Double usedOfCap() {
            return cap == 0 ? null : (double) used / cap;
        }

        /** {@return used over on duty, a fraction; null: nobody is on duty} */
        public @Nullable Double usedOfDuty() {
            return onDuty == 0 ? null : (double) used / onDuty;
        }
    }

    /**
     * Who is not to be trained, and why.
     *
     * @param decision what was decided
     * @param ruleId the rule
     * @param reason why
     * @param decisions how many decisions, one for each person and module
     */
    record ExclusionRow(String decision, String ruleId, String reason, int decisions) {}

    /**
     * A part of the backlog.
     *
     * @param name the reason's code or the module
     * @param requirements how many
     * @param highPriority those with priority 1 or 2
     */
    record BacklogRow(String name, int requirements, int highPriority) {}

    static OversightView of(OversightReport report) {
        List<GroupRow> groups = report.completion().stream()
                .map(group -> row(group, report.asOf()))
                .toList();
        boolean isOneBcu = groups.stream().noneMatch(row -> row.group().dimension() == Dimension.ALL);
        return new OversightView(
                report,
                groups.stream()
                        .filter(row -> isOneBcu || row.group().dimension() == Dimension.ALL)
                        .findFirst()
                        .orElse(row(
                                new CompletionGroup(
                                        Dimension.ALL,
                                        "",
                                        NOTHING,
                                        0,
                                        NOTHING,
                                        NOTHING,
                                        Percent.of(0, 1),
                                        Percent.of(0, 1),
                                        List.of()),
                                report.asOf())),
                isOneBcu ? List.of() : of(groups, Dimension.BCU),
                of(groups, Dimension.MODULE),
                of(groups, Dimension.ROLE),
                report.attendance(),
                report.occupancy().stream()
                        .filter(group -> group.dimension() == Dimension.ALL)
                        .findFirst()
                        .orElse(null),
                report.occupancy().stream()
                        .filter(group -> group.dimension() == Dimension.MODULE)
                        .toList(),
                report.occupancy().stream()
                        .filter(group -> group.dimension() == Dimension.WEEK)
                        .toList(),
                abstraction(report.abstraction(), AbstractionWeek::bcu, false),
                abstraction(report.abstraction(), week -> week.weekStarting().toString(), true),
                exclusions(report.exclusions()),
                backlog(report.backlog(), Backlog::reason),
                backlog(report.backlog(), Backlog::moduleId),
                report.backlog().stream().mapToInt(Backlog::requirements).sum(),
                report.backlog().stream().mapToInt(Backlog::highPriority).sum());
    }

    private static List<GroupRow> of(List<GroupRow> groups, Dimension dimension) {
        return groups.stream()
                .filter(row -> row.group().dimension() == dimension)
                .toList();
    }

    private static GroupRow row(CompletionGroup group, LocalDate asOf) {
        CompletionWeek now = group.weeks().stream()
                .filter(week -> !week.weekStarting().isAfter(asOf))
                .max(Comparator.comparing(CompletionWeek::weekStarting))
                .orElse(new CompletionWeek(asOf, NOTHING, NOTHING, NOTHING));
        return new GroupRow(group, now.trajectory(), now.booked(), now.attended());
    }

    private static List<AbstractionRow> abstraction(
            List<AbstractionWeek> weeks, Function<AbstractionWeek, String> part, boolean isByWeek) {
        Map<String, AbstractionRow> rows = new TreeMap<>();
        for (AbstractionWeek week : weeks) {
            rows.merge(
                    part.apply(week),
                    new AbstractionRow(
                            isByWeek ? "" : week.bcu(),
                            isByWeek ? week.weekStarting() : null,
                            week.onDuty(),
                            week.cap(),
                            week.used(),
                            week.teamDaysAtCap(),
                            week.teamDaysOverCap()),
                    (one, other) -> new AbstractionRow(
                            one.name(),
                            one.week(),
                            one.onDuty() + other.onDuty(),
                            one.cap() + other.cap(),
                            one.used() + other.used(),
                            one.teamDaysAtCap() + other.teamDaysAtCap(),
                            one.teamDaysOverCap() + other.teamDaysOverCap()));
        }
        return List.copyOf(rows.values());
    }

    private static List<ExclusionRow> exclusions(List<Exclusion> all) {
        Map<List<String>, ExclusionRow> rows = new LinkedHashMap<>();
        for (Exclusion one : all) {
            rows.merge(
                    List.of(one.decision(), one.ruleId(), one.reason()),
                    new ExclusionRow(one.decision(), one.ruleId(), one.reason(), one.people()),
                    (a, b) -> new ExclusionRow(a.decision(), a.ruleId(), a.reason(), a.decisions() + b.decisions()));
        }
        List<ExclusionRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingInt((ExclusionRow row) -> -row.decisions())
                .thenComparing(ExclusionRow::ruleId)
                .thenComparing(ExclusionRow::reason));
        return List.copyOf(sorted);
    }

    private static List<BacklogRow> backlog(List<Backlog> all, Function<Backlog, String> part) {
        Map<String, BacklogRow> rows = new TreeMap<>();
        for (Backlog one : all) {
            String name = Objects.requireNonNull(part.apply(one));
            rows.merge(
                    name,
                    new BacklogRow(name, one.requirements(), one.highPriority()),
                    (a, b) -> new BacklogRow(
                            a.name(), a.requirements() + b.requirements(), a.highPriority() + b.highPriority()));
        }
        return rows.values().stream()
                .sorted(Comparator.comparingInt((BacklogRow row) -> -row.requirements())
                        .thenComparing(BacklogRow::name))
                .toList();
    }
}
