package io.muster.api.service.home;

import io.muster.api.service.report.OversightReport;
import io.muster.api.service.report.OversightReport.Amount;
import io.muster.api.service.report.OversightReport.CompletionGroup;
import io.muster.api.service.report.OversightReport.CompletionWeek;
import io.muster.api.service.report.OversightReport.Dimension;
import io.muster.api.service.report.OversightReport.OccupancyGroup;
import io.muster.api.service.report.OversightReport.YearMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a programme is: what of the oversight report fits on the first page. All counts are requirements.
 *
 * @param asOf the day it is made for
 * @param targetPct completion aimed at
 * @param completeBy day by which it is aimed at
 * @param bookedByTargetDatePct share of requirements booked or attended up to that day; null: not known
 * @param all everybody, or a resourcing desk's BCU; null: nobody
 * @param weeks completion of everybody, week by week
 * @param bcus each BCU, by name
 * @param occupancyPct seats booked, per cent; null: there are none, or they are not for who asks
 * @param occupancyTargetPct occupancy that sessions are costed at
 * @param money spend against budget by financial year; empty: not for who asks
 */
record Glance(
        LocalDate asOf,
        BigDecimal targetPct,
        LocalDate completeBy,
        @Nullable BigDecimal bookedByTargetDatePct,
        @Nullable Line all,
        List<CompletionWeek> weeks,
        List<Line> bcus,
        @Nullable BigDecimal occupancyPct,
        BigDecimal occupancyTargetPct,
        List<YearMoney> money) {

    /**
     * How far a group is.
     *
     * @param name the group
     * @param required requirements
     * @param booked booked or attended on any day
     * @param bookedPct share of that, per cent
     * @param due what the trajectory asks for by the end of this week; null: training has not begun
     * @param done booked or attended by the end of this week
     * @param attended attended so far
     */
    record Line(
            String name,
            int required,
            int booked,
            BigDecimal bookedPct,
            @Nullable Integer due,
            int done,
            int attended) {

        /** {@return by how many requirements it is behind its trajectory; 0: it is not} */
        public int behind() {
            return due == null ? 0 : Math.max(0, due - done);
        }
    }

    static Glance of(OversightReport report) {
        CompletionGroup all = report.completion().stream()
                .filter(group -> group.dimension() == Dimension.ALL)
                .findFirst()
                .or(() -> report.completion().stream().findFirst())
                .orElse(null);
        return new Glance(
                report.asOf(),
                report.targetPct(),
                report.completeBy(),
                report.bookedByTargetDatePct(),
                all == null ? null : line(all, report.asOf()),
                all == null ? List.of() : all.weeks(),
                report.completion().stream()
                        .filter(group -> group.dimension() == Dimension.BCU)
                        .map(group -> line(group, report.asOf()))
                        .toList(),
                report.occupancy().stream()
                        .filter(group -> group.dimension() == Dimension.ALL)
                        .findFirst()
                        .map(OccupancyGroup::occupancyPct)
                        .orElse(null),
                report.occupancyTargetPct(),
                report.money());
    }

    private static Line line(CompletionGroup group, LocalDate asOf) {
        CompletionWeek now = null;
        for (CompletionWeek week : group.weeks()) {
            if (!week.weekStarting().isAfter(asOf)) {
                now = week;
            }
        }
        Amount done = now == null ? null : now.booked();
        return new Line(
                group.name(),
                group.required().requirements(),
                group.booked().requirements(),
                group.bookedPct(),
                now == null ? null : now.trajectory().requirements(),
                done == null ? 0 : done.requirements(),
                group.attended().requirements());
    }

    /** {@return how many BCUs are behind their trajectory} */
    public long bcusBehind() {
        return bcus.stream().filter(line -> line.behind() > 0).count();
    }
}
