package io.muster.benchmarks.peer;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.max;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.Objects;

/**
 * The rules as a newcomer writes them, on given sessions: what one requirement may take at all is settled by its choices
 * beforehand, so that only rules between bookings are left. Not counted: the cost lines {@code mix} and {@code
 * trajectory}.
 */
public final class NewcomerConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            capacity(factory),
            atOdds(factory),
            restBefore(factory),
            restAfter(factory),
            order(factory),
            abstractionCap(factory),
            week(factory),
            coverage(factory),
            staffDays(factory),
            sessions(factory),
            trainerDays(factory),
            priority(factory)
        };
    }

    private static UniConstraintStream<NewcomerBooking> booked(ConstraintFactory factory) {
        return factory.forEach(NewcomerBooking.class);
    }

    private static Constraint capacity(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::isTaught)
                .groupBy(NewcomerBooking::getOffer, count())
                .filter((offer, heads) -> heads > Objects.requireNonNull(offer).capacity())
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_HARD,
                        (offer, heads) -> heads - Objects.requireNonNull(offer).capacity())
                .asConstraint("capacity");
    }

    private static Constraint atOdds(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        NewcomerBooking.class, equal(NewcomerBooking::staff), filtering(NewcomerBooking::isAtOddsWith))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint("clash, one venue a day, rest");
    }

    private static Constraint restBefore(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::isTooSoonAfterDuty)
                .ifNotExists(
                        NewcomerBooking.class,
                        equal(NewcomerBooking::staff),
                        equal(NewcomerBooking::dayBefore, NewcomerBooking::day))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint("rest after the duty of the day before");
    }

    private static Constraint restAfter(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::isTooSoonBeforeDuty)
                .ifNotExists(
                        NewcomerBooking.class,
                        equal(NewcomerBooking::staff),
                        equal(NewcomerBooking::dayAfter, NewcomerBooking::day))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint("rest before the duty of the day after");
    }

    private static Constraint order(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::hasPrerequisites)
                .join(
                        factory.forEachIncludingUnassigned(NewcomerBooking.class),
                        equal(NewcomerBooking::staff),
                        filtering(NewcomerBooking::isTooEarlyAfter))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint("order");
    }

    private static Constraint abstractionCap(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::isOnDuty)
                .groupBy(NewcomerBooking::teamDay, countDistinct(NewcomerBooking::staff))
                .filter((day, heads) -> heads > day.limit())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (day, heads) -> heads - day.limit())
                .asConstraint("abstraction");
    }

    private static Constraint week(ConstraintFactory factory) {
        return booked(factory)
                .groupBy(NewcomerBooking::staffWeek, countDistinct(NewcomerBooking::day))
                .filter((week, days) -> days > week.limit())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (week, days) -> days - week.limit())
                .asConstraint("days a week");
    }

    private static Constraint coverage(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(NewcomerBooking.class)
                .filter(booking -> booking.getOffer() == null)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, NewcomerBooking::weight)
                .asConstraint("coverage");
    }

    private static Constraint staffDays(ConstraintFactory factory) {
        return booked(factory)
                .groupBy(NewcomerBooking::staffDay, max(NewcomerBooking::travelPence), max(NewcomerBooking::dayPence))
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (day, travel, pence) -> travel + pence)
                .asConstraint("days and travel");
    }

    private static Constraint sessions(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::isTaught)
                .groupBy(NewcomerBooking::getOffer, count())
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_SOFT,
                        (offer, heads) -> Objects.requireNonNull(offer).pence(heads))
                .asConstraint("rooms and seats");
    }

    private static Constraint trainerDays(ConstraintFactory factory) {
        return booked(factory)
                .filter(NewcomerBooking::isTaught)
                .groupBy(NewcomerBooking::getOffer)
                .flattenLast(offer -> Objects.requireNonNull(offer).trainerDays())
                .groupBy(day -> day)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Offer.TrainerDay::pence)
                .asConstraint("trainers");
    }

    private static Constraint priority(ConstraintFactory factory) {
        return booked(factory)
                .filter(booking -> booking.weight() > 1)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, NewcomerBooking::priorityPence)
                .asConstraint("priority");
    }
}
