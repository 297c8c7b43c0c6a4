package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.Backlog;
import io.muster.api.service.report.OversightReport.Finish;
import io.muster.data.model.Programme;
import java.time.LocalDate;
import java.util.List;

/** Makes oversight reports. */
final class OversightReports {
    private OversightReports() {}

    /**
     * Makes a report.
     *
     * @param facts the plan
     * @param ledger its abstraction
     * @param asOf the day it is made for
     * @param toldOn the day people were told of the plan's bookings: the plan's own as-of day
     * @param isPublished whether the plan holds or held
     * @param finish when it is over, as simulated
     * @return the report
     */
    static OversightReport of(
            PlanFacts facts,
            AbstractionLedger ledger,
            LocalDate asOf,
            LocalDate toldOn,
            boolean isPublished,
            Finish finish) {
        Programme programme = facts.dataSet().programme();
        List<Backlog> backlog = PeopleSection.backlog(facts);
        int seatsToCatchUp = backlog.stream()
                .filter(row -> facts.module(row.moduleId()).maxClass() > 0)
                .mapToInt(Backlog::requirements)
                .sum();
        return new OversightReport(
                asOf,
                CompletionSection.of(facts),
                programme.target().completionPct(),
                programme.target().completeBy(),
                CompletionSection.bookedBy(facts, programme.target().completeBy()),
                SeatSection.attendance(facts),
                SeatSection.occupancy(facts),
                programme.target().occupancyPct(),
                MoneySection.byYear(facts, asOf, isPublished),
                MoneySection.seatCost(facts, asOf, seatsToCatchUp),
                DeliverySection.trainers(facts),
                DeliverySection.venues(facts),
                PeopleSection.abstraction(ledger),
                finish,
                PeopleSection.exclusions(facts),
                backlog,
                PeopleSection.noticeBands(facts),
                PeopleSection.restDays(facts, toldOn));
    }
}
