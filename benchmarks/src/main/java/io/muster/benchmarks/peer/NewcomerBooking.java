package io.muster.benchmarks.peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A requirement that takes one of the offers it is eligible for, or none. MUTATED BY SOLVER. */
@PlanningEntity
public class NewcomerBooking {

    @PlanningId
    private int requirement;

    private @Nullable Problem problem;
    private List<Offer> choices = List.of();

    @PlanningPin
    private boolean pinned;

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "choices")
    private @Nullable Offer offer;

    /** For Timefold. */
    NewcomerBooking() {}

    /**
     * A requirement.
     *
     * @param problem the problem
     * @param requirement its index
     * @param choices offers it may take
     * @param offer the offer it takes to begin with; null: unbooked
     * @param pinned whether that stays so
     */
    NewcomerBooking(Problem problem, int requirement, List<Offer> choices, @Nullable Offer offer, boolean pinned) {
        this.problem = problem;
        this.requirement = requirement;
        this.choices = choices;
        this.offer = offer;
        this.pinned = pinned;
    }

    /** {@return the requirement's index} */
    public int getRequirement() {
        return requirement;
    }

    /** {@return the offers it may take} */
    @ValueRangeProvider(id = "choices")
    public List<Offer> getChoices() {
        return choices;
    }

    /** {@return the offer taken; null: unbooked} */
    public @Nullable Offer getOffer() {
        return offer;
    }

    /** Sets the offer taken; null: unbooked. */
    public void setOffer(@Nullable Offer offer) {
        this.offer = offer;
    }

    private Problem facts() {
        return java.util.Objects.requireNonNull(problem);
    }

    private Offer taken() {
        return java.util.Objects.requireNonNull(offer);
    }

    int staff() {
        return facts().requirements.staffOf[requirement];
    }

    int module() {
        return facts().requirements.moduleOf[requirement];
    }

    long weight() {
        return 1L + facts().requirements.priorityOf[requirement];
    }

    boolean isTaught() {
        return !taken().isDigital();
    }

    private int dayBits() {
        return facts().workforce.dayBits[staff() * facts().calendar.days + taken().day()];
    }

    boolean isOnDuty() {
        return (dayBits() & Workforce.ON_DUTY) != 0;
    }

    boolean isTooSoonAfterDuty() {
        return (dayBits() & Workforce.START_OK << Integer.numberOfTrailingZeros(taken().mask())) == 0;
    }

    boolean isTooSoonBeforeDuty() {
        return (dayBits() & Workforce.END_OK << 31 - Integer.numberOfLeadingZeros(taken().mask())) == 0;
    }

    int dayBefore() {
        return facts().calendar.dayBefore[taken().day()];
    }

    int dayAfter() {
        return facts().calendar.dayAfter[taken().day()];
    }

    NewcomerKey staffDay() {
        return new NewcomerKey(staff(), taken().day(), 1);
    }

    NewcomerKey staffWeek() {
        return new NewcomerKey(
                staff(),
                facts().calendar.weekOf[taken().day()],
                facts().dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek());
    }

    NewcomerKey teamDay() {
        int team = facts().workforce.teamOf[staff()];
        int day = taken().day();
        return new NewcomerKey(team, day, facts().workforce.cap[team * facts().calendar.days + day]);
    }

    int day() {
        return taken().day();
    }

    boolean hasPrerequisites() {
        return facts().curriculum.after[module()].length > 0;
    }

    /** Whether this module has to come after another's and does not (H11). */
    boolean isTooEarlyAfter(NewcomerBooking other) {
        return taken().asksFor(other.module()) && (other.offer == null || !taken().follows(other.offer));
    }

    /** Whether two bookings of one person cannot both be. */
    boolean isAtOddsWith(NewcomerBooking other) {
        return taken().isAtOddsWith(other.taken());
    }

    long travelPence() {
        int venue = taken().venue();
        return venue < 0
                ? 0
                : facts().estate.travelPence[facts().workforce.teamOf[staff()] * facts().estate.venues + venue];
    }

    long dayPence() {
        return facts().prices.abstractionDay + (isOnDuty() ? 0 : facts().prices.restDay);
    }

    long priorityPence() {
        return facts().prices.priorityWeek * (weight() - 1) * facts().calendar.wholeWeeks[taken().day()];
    }

    @Override
    public String toString() {
        return "requirement " + requirement;
    }
}
