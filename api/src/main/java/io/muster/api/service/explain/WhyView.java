package io.muster.api.service.explain;

import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.ScopeTrace;
import io.muster.solver.explain.BookingWhy.Hold;
import io.muster.solver.explain.UnbookedWhy.Block;
import io.muster.solver.explain.UnbookedWhy.Kind;
import io.muster.solver.explain.UnbookedWhy.RuleShare;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why things are as they are for a person.
 *
 * @param staffId the person
 * @param modules module by module, in the data set's order
 * @param notes what is worth knowing besides, such as that the plan was made by another rule set
 */
public record WhyView(String staffId, List<Module> modules, List<String> notes) {

    /**
     * One module.
     *
     * @param moduleId the module
     * @param moduleName its name
     * @param scope why it is in scope or not; null: nothing is decided
     * @param booking why the booking is where it is; null: not booked
     * @param unbooked why it is not booked; null: booked, or not required
     */
    public record Module(
            String moduleId,
            String moduleName,
            @Nullable Scope scope,
            @Nullable Booking booking,
            @Nullable Unbooked unbooked) {}

    /**
     * Why a module is in scope or not.
     *
     * @param decision what the plan says
     * @param ruleId by which rule
     * @param reason the rule's sentence
     * @param priority 0 normal, 1 high, 2 highest
     * @param earliest first day it may be booked; null: any
     * @param latest last day it may be booked; null: any
     * @param trace how the rules come to it; null: the rule set is not at hand
     */
    public record Scope(
            Decision decision,
            String ruleId,
            String reason,
            int priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable Trace trace) {}

    /**
     * How rules come to a decision.
     *
     * @param ruleName the rule that decided
     * @param sheetRow its row of the sheet; null: a clause or the default
     * @param facts facts that were used
     * @param applied every rule that shaped the decision
     * @param overruled rules that proposed something else and did not count
     * @param nearest for a negative decision, the rule that came nearest to the opposite; null: none
     */
    public record Trace(
            String ruleName,
            @Nullable Integer sheetRow,
            List<String> facts,
            List<ScopeTrace.Step> applied,
            List<ScopeTrace.Step> overruled,
            ScopeTrace.@Nullable Nearest nearest) {}

    /**
     * Why a booking is where it is.
     *
     * @param spot where it is
     * @param adds its share of each cost line
     * @param held why it may not be moved; empty when it may
     * @param alternatives the next best places, the cheapest first
     * @param possible how many there are in all
     */
    public record Booking(
            SpotView spot, PriceView adds, List<Hold> held, List<AlternativeView> alternatives, int possible) {}

    /**
     * Why a requirement is unbooked.
     *
     * @param reason a stable code
     * @param detail its sentence
     * @param withStaffIds members of the cohort to be booked with them, as far as the caller may see them
     * @param daySlots day-slots looked at
     * @param open those that nothing stands in the way of
     * @param rules the rules that block some, those that block most first
     * @param nearest the blocked day-slots where least stands in the way
     * @param relaxations what would book it, the smallest first
     */
    public record Unbooked(
            String reason,
            String detail,
            List<String> withStaffIds,
            int daySlots,
            int open,
            List<RuleShare> rules,
            List<Miss> nearest,
            List<Relaxation> relaxations) {}

    /**
     * A day-slot at which it cannot be booked.
     *
     * @param spot the best try
     * @param blocks what stands in the way
     */
    public record Miss(SpotView spot, List<Block> blocks) {}

    /**
     * What would book it.
     *
     * @param steps what has to be granted, all of it
     * @param spot where it would be booked then
     * @param price what the plan would cost more, the grant left out; null: another session is in the way
     */
    public record Relaxation(
            List<Step> steps, SpotView spot, @Nullable PriceView price) {}

    /**
     * One thing to be granted.
     *
     * @param kind a stable code
     * @param ruleId the rule it gives way on; null: another booking is moved
     * @param amount how much, in the unit of the kind
     * @param what a sentence for the planner
     * @param moves other bookings of the same person to be moved or made
     */
    public record Step(Kind kind, @Nullable String ruleId, long amount, String what, List<Move> moves) {}

    /**
     * Another booking of the same person that has to be somewhere else.
     *
     * @param moduleId the module
     * @param to where to
     */
    public record Move(String moduleId, SpotView to) {}
}
