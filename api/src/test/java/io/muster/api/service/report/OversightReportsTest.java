package io.muster.api.service.report;

import static io.muster.api.service.report.SmallWorld.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.report.OversightReport.Amount;
import io.muster.api.service.report.OversightReport.Backlog;
import io.muster.api.service.report.OversightReport.CompletionGroup;
import io.muster.api.service.report.OversightReport.Dimension;
import io.muster.api.service.report.OversightReport.Exclusion;
import io.muster.api.service.report.OversightReport.Finish;
import io.muster.api.service.report.OversightReport.NoticeBand;
import io.muster.api.service.report.OversightReport.OccupancyGroup;
import io.muster.api.service.report.OversightReport.RestDays;
import io.muster.api.service.report.OversightReport.TrainerUse;
import io.muster.api.service.report.OversightReport.VenueUse;
import io.muster.api.service.report.OversightReport.YearMoney;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.solver.check.TeamDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OversightReportsTest {
    /** P1 and P2 came to S1, P3 did not. */
    private static final List<Attendance> ATTENDANCE = List.of(
            new Attendance("P1", "A", "S1", true),
            new Attendance("P2", "A", "S1", true),
            new Attendance("P3", "A", "S1", false),
            new Attendance("P1", "Q", "", true),
            new Attendance("P9", "A", "S1", true));

    private final OversightReport report = report(SmallWorld.plan(), ATTENDANCE, true);

    private static OversightReport report(Plan plan, List<Attendance> attendance, boolean isPublished) {
        PlanFacts facts = PlanFacts.of(SmallWorld.dataSet(), plan, attendance);
        AbstractionLedger ledger = AbstractionLedger.of(facts, TeamDays.of(facts.dataSet(), facts.bookings()));
        return OversightReports.of(
                facts, ledger, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 3, 3), isPublished, Finish.UNKNOWN);
    }

    private static BigDecimal pct(String text) {
        return new BigDecimal(text);
    }

    private CompletionGroup group(Dimension dimension, String name) {
        return report.completion().stream()
                .filter(group -> group.dimension() == dimension && group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** 8 requirements of 5 people, 10 half days. P3 did not come, so 5 of 8 are booked or attended; P2 has nothing left. */
    @Test
    void completionCountsHeadsRequirementsAndHalfDays() {
        CompletionGroup all = group(Dimension.ALL, "");

        assertThat(all.required()).isEqualTo(new Amount(5, 8, 10));
        assertThat(all.booked()).isEqualTo(new Amount(2, 5, 6));
        assertThat(all.attended()).isEqualTo(new Amount(1, 3, 3));
        assertThat(all.credited()).isEqualTo(1);
        assertThat(all.bookedPct()).isEqualTo(pct("62.5"));
        assertThat(all.attendedPct()).isEqualTo(pct("37.5"));
    }

    /** 5 of 9 training days have passed by the end of the first week: 5 * 5/9 heads, 8 * 5/9, 10 * 5/9, rounded down. */
    @Test
    void trajectoryFollowsTrainingDays() {
        CompletionGroup all = group(Dimension.ALL, "");

        assertThat(all.weeks()).hasSize(2);
        assertThat(all.weeks().get(0).trajectory()).isEqualTo(new Amount(2, 4, 5));
        assertThat(all.weeks().get(0).booked()).isEqualTo(new Amount(1, 3, 3));
        assertThat(all.weeks().get(0).attended()).isEqualTo(new Amount(1, 3, 3));
        assertThat(all.weeks().get(1).trajectory()).isEqualTo(all.required());
        assertThat(all.weeks().get(1).booked()).isEqualTo(all.booked());
        assertThat(report.bookedByTargetDatePct()).isEqualTo(pct("37.5"));
    }

    @Test
    void completionIsToldByBcuModuleAndRole() {
        assertThat(group(Dimension.BCU, "CN").required()).isEqualTo(new Amount(4, 6, 7));
        assertThat(group(Dimension.BCU, "SE").booked()).isEqualTo(new Amount(0, 1, 1));
        assertThat(group(Dimension.MODULE, "B").required()).isEqualTo(new Amount(2, 2, 4));
        assertThat(group(Dimension.MODULE, "B").booked()).isEqualTo(new Amount(1, 1, 2));
        assertThat(group(Dimension.MODULE, "B").credited()).isEqualTo(1);
        assertThat(group(Dimension.ROLE, "CID").required()).isEqualTo(new Amount(1, 2, 3));
    }

    @Test
    void attendanceSaysWhatBecameOfBookings() {
        OversightReport.AttendanceGroup all = report.attendance().get(0);

        assertThat(all.booked()).isEqualTo(6);
        assertThat(all.attended()).isEqualTo(3);
        assertThat(all.noShows()).isEqualTo(1);
        assertThat(all.open()).isEqualTo(2);
        assertThat(all.noShowPct()).isEqualTo(pct("25.0"));
    }

    /** 10 + 4 + 10 seats, 3 + 1 + 1 booked; a seat that was booked is taken even if nobody came. */
    @Test
    void occupancyCountsSeatsOfSessionsThatRun() {
        assertThat(report.occupancy().get(0))
                .isEqualTo(new OccupancyGroup(Dimension.ALL, "", 3, 24, 5, 2, pct("20.8")));
        assertThat(report.occupancy())
                .contains(
                        new OccupancyGroup(Dimension.MODULE, "A", 2, 20, 4, 2, pct("20.0")),
                        new OccupancyGroup(Dimension.WEEK, "2025-03-31", 2, 14, 2, 0, pct("14.3")));
    }

    /** S1 costs 1000 in the old year. S2 is 2 * 20000 + 50000, S3 1000 + 50000 in the new one, both still to come. */
    @Test
    void moneyIsToldByFinancialYear() {
        assertThat(report.money())
                .containsExactly(
                        new YearMoney("2024/25", 100_000L, 1000, 0, 0, 1000, 99_000L),
                        new YearMoney("2025/26", null, 0, 141_000, 0, 141_000, null));
        assertThat(report(SmallWorld.plan(), List.of(), false).money().get(1))
                .isEqualTo(new YearMoney("2025/26", null, 0, 0, 141_000, 141_000, null));
    }

    /** 142000 over 5 seats booked; 1000 over 2 attended; 3 to catch up, all in rooms: P3 and P4 for A, P5 for B. */
    @Test
    void seatsHaveAPrice() {
        assertThat(report.seatCost().perBookedSeatPence()).isEqualTo(28_400);
        assertThat(report.seatCost().perAttendedSeatPence()).isEqualTo(500);
        assertThat(report.seatCost().catchUpPence()).isEqualTo(3 * 28_400);
    }

    /** I may deliver on 2 days in each of 2 weeks, and does on 1. E is away on 2 of 9 days, may on 3 + 4, and does on 2. */
    @Test
    void trainersAreMeasuredAgainstTheDaysTheyMayDeliver() {
        assertThat(report.trainers())
                .containsExactly(
                        new TrainerUse(true, 1, 1, 4, 1, 1, pct("25.0"), 0),
                        new TrainerUse(false, 1, 1, 7, 2, 3, pct("28.6"), 100_000));
    }

    @Test
    void venuesShareTheHalfDays() {
        assertThat(report.venues())
                .containsExactly(
                        new VenueUse("V1", "Hendon", true, 2, 2, 20, 4, pct("50.0"), 2000),
                        new VenueUse("V2", "Friends House", false, 1, 2, 4, 1, pct("50.0"), 40_000));
    }

    /** 4 on duty on 5 days, half of whom may train: 2, but 1 on Monday, when P3 is away: 4 - 1 - 2. */
    @Test
    void abstractionIsHeldAgainstTheCeiling() {
        OversightReport.AbstractionWeek week = report.abstraction().get(0);

        assertThat(week.bcu()).isEqualTo("CN");
        assertThat(week.weekStarting()).isEqualTo(MONDAY);
        assertThat(week.onDuty()).isEqualTo(20);
        assertThat(week.cap()).isEqualTo(9);
        assertThat(week.used()).isEqualTo(3);
        assertThat(week.minutes()).isEqualTo(3 * 210);
        assertThat(week.teamDaysOverCap()).isEqualTo(1);
        assertThat(week.teamDaysAtCap()).isZero();
        assertThat(week.usedOfOnDutyPct()).isEqualTo(pct("15.0"));
    }

    /** Two people with two dates are one line. */
    @Test
    void exclusionsDoNotTellDatesOfSinglePeople() {
        assertThat(report.exclusions())
                .containsExactly(
                        new Exclusion("OUT_OF_SCOPE", "RULE-1", "Left on (a date).", "B", 2),
                        new Exclusion("CREDITED", "RULE-1", "Had it on (a date).", "B", 1));
    }

    @Test
    void theBacklogHoldsUnbookedRequirementsAndNoShows() {
        assertThat(report.backlog())
                .containsExactly(
                        new Backlog("A", "CN", "NO_SHOW", 1, 0),
                        new Backlog("A", "CN", "TEAM_CEILING", 1, 1),
                        new Backlog("B", "SE", "NOT_AVAILABLE", 1, 0));
    }

    @Test
    void changesFallIntoNoticeBands() {
        assertThat(report.noticeBands())
                .containsExactly(
                        new NoticeBand(28, 1, 0, 0, 0),
                        new NoticeBand(15, 3, 1, 1, 3000),
                        new NoticeBand(0, 30, 0, 0, 0));
        assertThat(report.restDays()).isEqualTo(new RestDays(0, 0, 0, 0));
    }

    /** Told on 3 March: Sat 15 March is 12 days off, Sat 29 March 26. */
    @Test
    void restDaysWithShortNoticeArePaidOthersReplaced() {
        Plan plan = SmallWorld.plan();
        List<Booking> bookings = new ArrayList<>(plan.bookings());
        bookings.add(SmallWorld.booking("P5", "B", null, LocalDate.of(2025, 3, 15), "AM", "PM"));
        bookings.add(SmallWorld.booking("P4", "A", null, LocalDate.of(2025, 3, 29), "AM"));
        Plan withRestDays =
                new Plan(plan.scope(), plan.sessions(), bookings, plan.unbooked(), plan.changes(), plan.summary());

        assertThat(report(withRestDays, List.of(), true).restDays()).isEqualTo(new RestDays(2, 1, 1, 50_000));
    }

    @Test
    void withoutASimulationTheFinishIsUnknownAndSaysSo() {
        assertThat(report.finish().p50()).isNull();
        assertThat(report.finish().note()).contains("simulate");
    }

    @Test
    void aBcuSeesItsOwnRowsOnly() {
        OversightReport own = report.ofBcu("SE");

        assertThat(own.completion()).extracting(CompletionGroup::name).containsExactly("SE");
        assertThat(own.attendance()).hasSize(1);
        assertThat(own.abstraction()).allMatch(week -> week.bcu().equals("SE"));
        assertThat(own.backlog()).extracting(Backlog::bcu).containsExactly("SE");
        assertThat(own.money()).isEmpty();
        assertThat(own.venues()).isEmpty();
    }
}
