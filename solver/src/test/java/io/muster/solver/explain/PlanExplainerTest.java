package io.muster.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.solver.PlanLoader;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.explain.Decision.Kind;
import io.muster.solver.explain.UnbookedWhy.Relaxation;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Answers that can be worked out by hand: one room of 20 seats, one trainer, a programme of a Monday and a Tuesday. */
class PlanExplainerTest {

    private static final String MONDAY_AM = "2025-04-07-AM-R1";
    private static final String MONDAY_PM = "2025-04-07-PM-R1";

    private final DataSetBuilder data =
            Fixtures.dataSet().programme(p -> p.lastDay = Fixtures.TUESDAY).staff("P1", "P2");

    private static PlanExplainer explainer(DataSet dataSet, Plan plan) {
        Problem problem = Problem.of(dataSet, plan.scope());
        return new PlanExplainer(
                PlanState.of(
                        problem,
                        new PlanLoader(problem)
                                .load(plan.sessions(), plan.bookings())
                                .assignment()),
                plan,
                null);
    }

    private PlanExplainer explainer(Consumer<PlanBuilder> rows) {
        DataSet dataSet = data.build();
        PlanBuilder plan = Fixtures.plan(dataSet);
        rows.accept(plan);
        return explainer(dataSet, plan.build());
    }

    private static void bothOnMonday(PlanBuilder plan) {
        plan.session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM).book(MONDAY_AM, "P1", "P2");
    }

    private static void oneOnMonday(PlanBuilder plan) {
        plan.session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .book(MONDAY_AM, "P1")
                .require(Fixtures.MODULE, "P2");
    }

    // ---- Bookings --------------------------------------------------------------------------------------------------

    @Test
    void aBookingAddsItsDayAndFillsASeat() {
        BookingWhy why = explainer(PlanExplainerTest::bothOnMonday).whyBooked("P1", "M1", 10);

        // A day, one empty seat of 17 less, one booking nearer to the trajectory.
        assertThat(why.adds())
                .isEqualTo(new Price(5450, Map.of("abstraction", 6000L, "seats", -500L, "trajectory", -50L), -1));
        assertThat(why.held()).isEmpty();
    }

    @Test
    void alternativesComeCheapestFirstWithTheirLines() {
        BookingWhy why = explainer(PlanExplainerTest::bothOnMonday).whyBooked("P1", "M1", 2);

        assertThat(why.possible()).isEqualTo(3);
        Alternative first = why.alternatives().get(0);
        assertThat(first.spot().sessionId()).isEqualTo(MONDAY_PM);
        assertThat(first.spot().opens()).isTrue();
        assertThat(first.spot().trainerIds()).containsExactly(Fixtures.TRAINER);
        // The room again; the trainer is there that day; one seat more empty in the morning, 16 in the afternoon.
        assertThat(first.price()).isEqualTo(new Price(13_500, Map.of("room", 5000L, "seats", 8500L), 0));
        assertThat(first.noticeDays()).isEqualTo(35);
        assertThat(why.alternatives().get(1).price())
                .isEqualTo(new Price(43_500, Map.of("room", 5000L, "trainer", 30_000L, "seats", 8500L), 0));
    }

    // ---- Whole days -----------------------------------------------------------------------------------------------

    private DataSetBuilder twoModules() {
        return data.module("M2", module -> {})
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"));
    }

    @Test
    void aDayMovesAsAWhole() {
        twoModules();
        PlanExplainer explainer = explainer(plan -> plan.session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .session(MONDAY_PM, "M2", Fixtures.MONDAY, Fixtures.PM, Fixtures.ROOM, Fixtures.TRAINER)
                .book(MONDAY_AM, "P1", "P2")
                .book(MONDAY_PM, "P1"));

        List<DayOptions> days = explainer.days("P1", null, 10);

        assertThat(days).hasSize(1);
        assertThat(days.get(0).moduleIds()).containsExactly("M1", "M2");
        // Tuesday either way round; on Monday P2 is in the one room in the morning, so that the two cannot change
        // places.
        assertThat(days.get(0).possible()).isEqualTo(2);
        DayOptions.Day first = days.get(0).alternatives().get(0);
        assertThat(first.spots()).extracting(Spot::sessionId).containsExactly("2025-04-08-AM-R1", "2025-04-08-PM-R1");
        // The room once more, a trainer's day, an empty seat more on Monday and 16 on Tuesday; the class of M2 goes
        // along.
        assertThat(first.price())
                .isEqualTo(new Price(43_500, Map.of("room", 5000L, "trainer", 30_000L, "seats", 8500L), 0));
        assertThat(first.noticeDays()).isEqualTo(36);
        assertThat(explainer.days("P2", null, 10)).isEmpty();
    }

    @Test
    void modulesThatStandAloneComeTogether() {
        twoModules();
        PlanExplainer explainer = explainer(plan -> plan.session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .session("S2", "M2", Fixtures.TUESDAY, Fixtures.PM, Fixtures.ROOM, Fixtures.TRAINER)
                .book(MONDAY_AM, "P1")
                .book("S2", "P1"));

        DayOptions together = explainer.days("P1", "M2", 10).get(0);

        assertThat(together.possible()).isEqualTo(4);
        // A trainer's day and a day of P1's less, whichever of the two days it is.
        assertThat(together.alternatives())
                .extracting(DayOptions.Day::price)
                .containsOnly(new Price(-36_000, Map.of("trainer", -30_000L, "abstraction", -6000L), 0));
        assertThat(together.alternatives())
                .filteredOn(day -> day.spots().get(0).date().equals(Fixtures.MONDAY))
                .anySatisfy(day ->
                        assertThat(day.spots()).extracting(Spot::sessionId).containsExactly(MONDAY_AM, MONDAY_PM));
    }

    @Test
    void aPrerequisiteComesFirstOnTheDay() {
        twoModules().module("M2", module -> module.after = List.of(Fixtures.MODULE));
        PlanExplainer explainer =
                explainer(plan -> plan.require(Fixtures.MODULE, "P1").require("M2", "P1"));

        DayOptions together = explainer.days("P1", null, 10).get(0);

        assertThat(together.now()).containsExactly(null, null);
        assertThat(together.possible()).isEqualTo(2);
        assertThat(together.alternatives())
                .extracting(day -> day.spots().stream().map(Spot::slotIds).toList())
                .containsOnly(List.of(List.of("AM"), List.of("PM")));
        // Two classes: two rooms' slots, a trainer's day, 16 empty seats each, below the least class; a day; booked
        // both.
        assertThat(together.alternatives().get(0).price().shortfall()).isEqualTo(-2);
        assertThat(together.alternatives().get(0).price().lines())
                .containsEntry("room", 10_000L)
                .containsEntry("trainer", 30_000L)
                .containsEntry("abstraction", 6000L)
                .containsEntry("seats", 16_000L);
    }

    // ---- Unbooked --------------------------------------------------------------------------------------------------

    @Test
    void aFullSessionNeedsASeatMore() {
        data.programme(p -> p.lastDay = Fixtures.MONDAY)
                .module("M1", m -> m.maxClass = 1)
                .staff("P3")
                .absence("P2", "2025-04-07T13:00", "2025-04-07T18:00");

        UnbookedWhy why = explainer(PlanExplainerTest::oneOnMonday).whyUnbooked("P2", "M1");

        assertThat(why.daySlots()).isEqualTo(2);
        assertThat(why.open()).isZero();
        assertThat(why.rules())
                .extracting(UnbookedWhy.RuleShare::ruleId, UnbookedWhy.RuleShare::first, UnbookedWhy.RuleShare::all)
                .containsExactly(tuple("H04", 1, 1), tuple("H06", 1, 1));
        assertThat(steps(why.relaxations().get(0)))
                .containsExactly(tuple(UnbookedWhy.Kind.SEAT, "H04", 1L, "1 more seat in session " + MONDAY_AM));
        assertThat(booksIt(
                        data.module("M1", m -> m.maxClass = 2).build(),
                        why.relaxations().get(0)))
                .isTrue();
    }

    @Test
    void aTeamAtItsCeilingNeedsAPlaceMore() {
        data.programme(p -> {
            p.lastDay = Fixtures.MONDAY;
            p.ceilingPct = "50";
        });

        UnbookedWhy why = explainer(PlanExplainerTest::oneOnMonday).whyUnbooked("P2", "M1");

        assertThat(why.reason()).isEqualTo("TEAM_CEILING");
        assertThat(why.rules()).extracting(UnbookedWhy.RuleShare::ruleId).containsExactly("H12");
        assertThat(why.nearest().get(0).blocks())
                .containsExactly(new UnbookedWhy.Block("H12", "team T1 has 1 of 1 places taken on 2025-04-07"));
        Relaxation smallest = why.relaxations().get(0);
        assertThat(steps(smallest))
                .containsExactly(
                        tuple(UnbookedWhy.Kind.CEILING, "H12", 1L, "1 more place on team T1's ceiling on 2025-04-07"));
        // A day, one empty seat less, one booking nearer to the trajectory.
        assertThat(smallest.price())
                .isEqualTo(new Price(5450, Map.of("abstraction", 6000L, "seats", -500L, "trajectory", -50L), -1));
        assertThat(booksIt(data.programme(p -> p.ceilingPct = "100").build(), smallest))
                .isTrue();
    }

    @Test
    void aLateDutyBeforeNeedsLessRest() {
        data.programme(p -> p.lastDay = Fixtures.MONDAY)
                .pattern("LATE", Fixtures.MONDAY, "14:00-23:30")
                .staff("P3")
                .staff("P2", p -> p.pattern = "LATE")
                .absence("P2", "2025-04-07T13:00", "2025-04-07T18:00");

        UnbookedWhy why = explainer(PlanExplainerTest::oneOnMonday).whyUnbooked("P2", "M1");

        // 23:30 to 09:00 is nine and a half hours of eleven.
        assertThat(steps(why.relaxations().get(0)))
                .containsExactly(tuple(
                        UnbookedWhy.Kind.REST,
                        "H07",
                        90L,
                        "90 minutes less rest for P2 after work until 2025-04-06T23:30"));
        assertThat(booksIt(
                        data.programme(p -> p.minRestHours = "9.5").build(),
                        why.relaxations().get(0)))
                .isTrue();
        assertThat(booksIt(
                        data.programme(p -> p.minRestHours = "9.6").build(),
                        why.relaxations().get(0)))
                .isFalse();
    }

    @Test
    void lateNoticeNeedsSoManyDaysLess() {
        data.programme(p -> {
            p.lastDay = Fixtures.MONDAY;
            p.asOf = Fixtures.MONDAY.minusDays(25);
        });
        DataSet dataSet = data.build();
        PlanExplainer explainer = explainer(
                dataSet, Fixtures.plan(dataSet).require(Fixtures.MODULE, "P2").build());

        UnbookedWhy why = explainer.whyUnbooked("P2", "M1");

        assertThat(steps(why.relaxations().get(0)))
                .containsExactly(tuple(UnbookedWhy.Kind.NOTICE, "H16", 3L, "3 days less notice, for 2025-04-07"));
    }

    @Test
    void aMissingTrainerIsNamedByModuleAndDay() {
        data.programme(p -> p.lastDay = Fixtures.MONDAY).trainerAbsence("X1", Fixtures.MONDAY, Fixtures.MONDAY);
        DataSet dataSet = data.build();
        PlanExplainer explainer = explainer(
                dataSet, Fixtures.plan(dataSet).require(Fixtures.MODULE, "P2").build());

        assertThat(steps(explainer.whyUnbooked("P2", "M1").relaxations().get(0)))
                .containsExactly(tuple(UnbookedWhy.Kind.TRAINER, "H15", 1L, "1 trainer for M1 on 2025-04-07 AM"));
    }

    @Test
    void aPrerequisiteIsBookedFirst() {
        data.module("M2", m -> {})
                .module("M1", m -> m.after = List.of("M2"))
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2"));
        DataSet dataSet = data.build();
        PlanExplainer explainer = explainer(
                dataSet,
                Fixtures.plan(dataSet).require("M1", "P2").require("M2", "P2").build());

        UnbookedWhy why = explainer.whyUnbooked("P2", "M1");

        assertThat(why.rules()).extracting(UnbookedWhy.RuleShare::ruleId).containsExactly("H11");
        Relaxation smallest = why.relaxations().get(0);
        assertThat(smallest.steps()).hasSize(1);
        assertThat(smallest.steps().get(0).kind()).isEqualTo(UnbookedWhy.Kind.PREREQUISITE);
        assertThat(smallest.steps().get(0).moves().get(0).to().date()).isEqualTo(Fixtures.MONDAY);
        assertThat(smallest.steps().get(0).moves().get(0).to().slotIds()).isEqualTo(Fixtures.AM);
    }

    private static org.assertj.core.groups.Tuple[] steps(Relaxation relaxation) {
        return relaxation.steps().stream()
                .map(step -> tuple(step.kind(), step.ruleId(), step.amount(), step.what()))
                .toArray(org.assertj.core.groups.Tuple[]::new);
    }

    /** Whether the relaxation's booking is valid in a data set in which it was granted. */
    private boolean booksIt(DataSet granted, Relaxation relaxation) {
        PlanBuilder plan = Fixtures.plan(granted);
        oneOnMonday(plan);
        Plan booked = PlanRows.edited(
                plan.build(), List.of(new PlanRows.Edit(new BookingKey("P2", "M1"), relaxation.spot())));
        Plan recounted = booked.sessions().stream().anyMatch(row -> row.capacity() < row.booked())
                ? withCapacity(booked)
                : booked;
        return new PlanAuditor(granted).audit(recounted, null).isValid();
    }

    private static Plan withCapacity(Plan plan) {
        return new Plan(
                plan.scope(),
                plan.sessions().stream()
                        .map(row -> new io.muster.data.plan.SessionRow(
                                row.id(),
                                row.moduleId(),
                                row.date(),
                                row.slotIds(),
                                row.roomId(),
                                row.venueId(),
                                row.trainerIds(),
                                row.booked(),
                                row.booked(),
                                row.status()))
                        .toList(),
                plan.bookings(),
                plan.unbooked(),
                plan.changes(),
                null);
    }

    // ---- Seats -----------------------------------------------------------------------------------------------------

    @Test
    void seatsGoToTheUnbookedFirst() {
        data.staff("P3");
        PlanExplainer explainer = explainer(plan -> plan.session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .session(MONDAY_PM, Fixtures.MONDAY, Fixtures.PM)
                .book(MONDAY_AM, "P1")
                .book(MONDAY_PM, "P2")
                .require(Fixtures.MODULE, "P3"));

        SeatOptions options = explainer.seats(MONDAY_AM, 2, 10);

        assertThat(options.freeSeats()).isEqualTo(19);
        assertThat(options.unbooked()).isEqualTo(1);
        assertThat(options.movable()).isEqualTo(1);
        assertThat(options.picks())
                .extracting(
                        SeatOptions.Candidate::staffIds, pick -> pick.price().pence())
                .containsExactly(
                        tuple(List.of("P3"), 5450L),
                        // The afternoon's room and its 16 empty seats are saved, and one more seat is filled.
                        tuple(List.of("P2"), -5000L - 8000L - 500L));
    }

    // ---- Ledgers ---------------------------------------------------------------------------------------------------

    @Test
    void aTeamsLedgerSaysWhatMakesEachCap() {
        data.programme(p -> {
                    p.ceilingPct = "50";
                    p.minimumStrengthPct = "25";
                })
                .staff("P3", "P4")
                .absence("P4", "2025-04-08T00:00", "2025-04-09T00:00")
                .absence("P3", "2025-04-08T00:00", "2025-04-09T00:00")
                .demand(DemandScope.Kind.ALL, "", Fixtures.MONDAY, Fixtures.MONDAY, "0.5");

        TeamLedger ledger = explainer(plan -> plan.session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                        .book(MONDAY_AM, "P1")
                        .require(Fixtures.MODULE, "P2"))
                .team("T1");

        // 50% x 0.5 of 4 is 1; 4 less 25% of them leaves 3. On Tuesday 50% of 4 is 2; 4 less 2 absent less 1 leaves 1.
        assertThat(ledger.days())
                .extracting(
                        TeamLedger.Day::rostered,
                        TeamLedger.Day::absent,
                        TeamLedger.Day::byCeiling,
                        TeamLedger.Day::byStrength,
                        TeamLedger.Day::cap,
                        TeamLedger.Day::used,
                        TeamLedger.Day::headroom,
                        TeamLedger.Day::limit)
                .containsExactly(
                        tuple(4, 0, 1, 3, 1, 1, 0, TeamLedger.Limit.CEILING),
                        tuple(4, 2, 2, 1, 1, 0, 1, TeamLedger.Limit.STRENGTH));
        assertThat(ledger.booked()).isEqualTo(1);
        assertThat(ledger.requirements()).isEqualTo(2);
        // Room, trainer, a day, 16 empty seats; one booking nearer to the trajectory.
        assertThat(ledger.cost().pence()).isEqualTo(5000 + 30_000 + 6000 + 8000 - 50);
    }

    @Test
    void roomsAndTrainersSayHowFarTheyAreUsed() {
        data.closure("R1", Fixtures.TUESDAY, Fixtures.TUESDAY);
        PlanExplainer explainer = explainer(PlanExplainerTest::bothOnMonday);

        RoomLedger room = explainer.room("R1");
        assertThat(List.of(room.slotsOpen(), room.slotsUsed(), room.seats(), room.seatsTaken()))
                .containsExactly(2, 1, 20, 2);
        assertThat(room.hirePence()).isEqualTo(5000);
        TrainerLedger trainer = explainer.trainer("X1");
        assertThat(List.of(trainer.daysAvailable(), trainer.daysUsed(), trainer.slotsUsed(), trainer.slotsIdle()))
                .containsExactly(2, 1, 1, 1);
        assertThat(trainer.pence()).isEqualTo(30_000);
        assertThat(trainer.weeks()).containsExactly(new TrainerLedger.Week(Fixtures.MONDAY, 2, 4, 1));
        SessionLedger session = explainer.session(MONDAY_AM);
        assertThat(session.freeSeats()).isEqualTo(18);
        assertThat(session.teams()).containsExactly(new SessionLedger.TeamShare("T1", 2));
        assertThat(session.cost().pence()).isEqualTo(5000 + 30_000 + 2 * 6000 + 15 * 500 - 2 * 50);
    }

    // ---- Decisions -------------------------------------------------------------------------------------------------

    @Test
    void aMoveThatKeepsEveryRuleMakesAValidPlan() {
        DataSet dataSet = data.build();
        PlanBuilder rows = Fixtures.plan(dataSet);
        bothOnMonday(rows);
        PlanExplainer explainer = explainer(dataSet, rows.build());
        List<Decision> decisions =
                List.of(new Decision(Kind.MOVE, "P1", "M1", MONDAY_PM), new Decision(Kind.PIN, "P2", "M1", null));

        Judgement judgement = explainer.judge(decisions);
        Plan decided = explainer.decided(decisions);

        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.price()).isEqualTo(new Price(13_500, Map.of("room", 5000L, "seats", 8500L), 0));
        assertThat(decided.pins()).containsExactly(new BookingKey("P2", "M1"));
        AuditReport audit = new PlanAuditor(dataSet).audit(decided, null);
        assertThat(audit.isValid()).isTrue();
    }

    @Test
    void aDecisionAgainstARuleIsReadByTheAuditor() {
        data.programme(p -> p.ceilingPct = "50");

        Judgement judgement = explainer(PlanExplainerTest::oneOnMonday)
                .judge(List.of(new Decision(Kind.BOOK, "P2", "M1", MONDAY_AM)));

        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.breaches()).extracting(Judgement.Breach::ruleId).containsExactly("H12");
        assertThat(judgement.breaches().get(0).subject()).contains("T1").contains("2025-04-07");
    }

    @Test
    void onAPublishedPlanAChangeCostsByNoticeAndTheFrozenStays() {
        LocalDate asOf = Fixtures.MONDAY.minusDays(20);
        data.programme(p -> {
            p.lastDay = Fixtures.MONDAY.plusDays(25);
            p.asOf = asOf;
        });
        DataSet dataSet = data.build();
        PlanBuilder rows = Fixtures.plan(dataSet);
        bothOnMonday(rows);
        Plan plan = rows.build();
        Problem problem = Problem.of(
                dataSet,
                plan.scope(),
                new PublishedPlan(plan.sessions(), plan.bookings(), Set.of(), Set.of(), Set.of()));
        Baseline baseline = new Baseline(plan.bookings(), Set.of());
        PlanExplainer explainer = new PlanExplainer(
                PlanState.of(
                        problem,
                        new PlanLoader(problem)
                                .load(plan.sessions(), plan.bookings())
                                .assignment()),
                plan,
                baseline);
        List<Decision> cancel = List.of(new Decision(Kind.CANCEL, "P1", "M1", null));

        Judgement judgement = explainer.judge(cancel);
        Plan decided = explainer.decided(cancel);

        // Twenty days of notice: band 15, three times 1000 pence.
        assertThat(judgement.price().lines()).containsEntry("change", 3000L);
        assertThat(decided.changes())
                .containsExactly(
                        new Change("P1", "M1", MONDAY_AM, Fixtures.MONDAY, null, null, "BY_HAND", null, 20, 15, 3000));
        assertThat(new PlanAuditor(dataSet).audit(decided, baseline).isValid()).isTrue();
        assertThat(explainer
                        .judge(List.of(new Decision(Kind.MOVE, "P1", "M1", MONDAY_PM)))
                        .breaches())
                .extracting(Judgement.Breach::ruleId)
                .containsExactly("H16");
    }

    @Test
    void decisionsThatMakeNoSenseAreRefused() {
        PlanExplainer explainer = explainer(PlanExplainerTest::oneOnMonday);

        assertThatThrownBy(() -> explainer.judge(List.of(new Decision(Kind.BOOK, "P1", "M1", MONDAY_AM))))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("booked already");
        assertThatThrownBy(() -> explainer.judge(List.of(new Decision(Kind.CANCEL, "P2", "M1", null))))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("not booked");
        assertThatThrownBy(() -> explainer.judge(List.of(new Decision(Kind.BOOK, "P2", "M1", "2025-04-07-AM-R2"))))
                .isInstanceOf(UnknownIdException.class)
                .hasMessageContaining("Maybe " + MONDAY_AM);
        assertThatThrownBy(() -> explainer.whyBooked("P9", "M1", 1))
                .isInstanceOf(UnknownIdException.class)
                .hasMessageContaining("no staff member 'P9'")
                .hasMessageContaining("P1, P2");
    }

    // ---- Two plans -------------------------------------------------------------------------------------------------

    @Test
    void twoPlansAreComparedByWhatChanged() {
        DataSet dataSet = data.staff("P3").build();
        Plan before = Fixtures.plan(dataSet)
                .session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .book(MONDAY_AM, "P1", "P2")
                .require(Fixtures.MODULE, "P3")
                .build();
        Plan after = Fixtures.plan(dataSet)
                .session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .session(MONDAY_PM, Fixtures.MONDAY, Fixtures.PM)
                .book(MONDAY_AM, "P1")
                .book(MONDAY_PM, "P2", "P3")
                .build();
        PlanAuditor auditor = new PlanAuditor(dataSet);

        PlanDifference difference = new PlanComparer(dataSet)
                .compare(before, auditor.audit(before, null), after, auditor.audit(after, null));

        assertThat(difference.total()).isEqualTo(new PlanDifference.Counts(1, 0, 1, 1, 0, 2));
        assertThat(difference.byBcu()).containsOnlyKeys("B1");
        assertThat(difference.byModule().get("M1")).isEqualTo(difference.total());
        assertThat(difference.sessionsOnlyAfter()).isEqualTo(1);
        assertThat(difference.cost().get("room")).isEqualTo(new PlanDifference.CostChange(5000, 10_000));
        assertThat(difference.people())
                .extracting(PlanDifference.BookingChange::staffId, PlanDifference.BookingChange::kind)
                .containsExactly(tuple("P2", PlanDifference.Kind.MOVED), tuple("P3", PlanDifference.Kind.ADDED));
    }

    @Test
    void theDifferenceOfARepairHasThePriceOfItsChanges() {
        DataSet dataSet = data.staff("P3").build();
        Plan before = Fixtures.plan(dataSet)
                .session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .session(MONDAY_PM, Fixtures.MONDAY, Fixtures.PM)
                .book(MONDAY_AM, "P1", "P2")
                .book(MONDAY_PM, "P3")
                .build();
        Plan after = Fixtures.plan(dataSet)
                .session(MONDAY_AM, Fixtures.MONDAY, Fixtures.AM)
                .session(MONDAY_PM, Fixtures.MONDAY, Fixtures.PM)
                .book(MONDAY_AM, "P1")
                .book(MONDAY_PM, "P2")
                .require(Fixtures.MODULE, "P3")
                .build();
        Baseline baseline = new Baseline(before.bookings(), Set.of());
        PlanAuditor auditor = new PlanAuditor(dataSet);

        PlanDifference difference = new PlanComparer(dataSet)
                .compare(before, auditor.audit(before, baseline), after, auditor.audit(after, baseline));

        // One moved, one dropped, both 35 days ahead: 1000 pence each.
        assertThat(difference.cost().get("change")).isEqualTo(new PlanDifference.CostChange(0, 2000));
        assertThat(difference.listedChange()).isNull();
    }
}
