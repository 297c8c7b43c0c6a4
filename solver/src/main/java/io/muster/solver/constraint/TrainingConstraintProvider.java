package io.muster.solver.constraint;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.collectAndThen;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.toList;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.model.TrainerPlace;
import io.muster.solver.problem.Problem;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Every hard rule, coverage and every cost line of {@code DATASET.md} sections 3 and 4, one constraint for each entry of
 * the catalogue, on any assignment, valid or not. The score is minus the points of the hard rules, minus the coverage
 * shortfall, minus the cost in pence.
 *
 * <p>Three entries of the catalogue have no stream. {@link TrainingConstraint#H02_ONCE} cannot be broken: a requirement
 * has one enrolment. {@link TrainingConstraint#H18_FROZEN} and {@link TrainingConstraint#CHANGE} ask for a baseline,
 * which the planning problem does not have.
 *
 * <p>What the input format cannot say, but an assignment can, counts so:
 *
 * <ul>
 *   <li>a booking whose module is not its session's, or of a two-slot module that does not stand at the first of two
 *       slots, is one point of H01, and its session counts it as usual;
 *   <li>a session without a module does not run: its bookings count in H01 and H04 (capacity 0) and, in one slot, in
 *       the rules and cost of their staff; its trainers count nowhere;
 *   <li>where a module does not suit the place, the module decides, see {@link Place}.
 * </ul>
 */
public final class TrainingConstraintProvider implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            scope(factory),
            clash(factory),
            capacity(factory),
            duty(factory),
            absence(factory),
            rest(factory),
            travelLimit(factory),
            oneVenue(factory),
            needs(factory),
            order(factory),
            abstractionCap(factory),
            week(factory),
            room(factory),
            trainers(factory),
            notice(factory),
            cohort(factory),
            frozen(factory),
            coverage(factory),
            roomHire(factory),
            trainerDays(factory),
            travel(factory),
            abstraction(factory),
            restDay(factory),
            seats(factory),
            mix(factory),
            priority(factory),
            trajectory(factory),
            change(factory)
        };
    }

    /** H01, hard, 1 per booking. */
    Constraint scope(ConstraintFactory factory) {
        return each(TrainingConstraint.H01_SCOPE, judged(factory).filter(Placement::isOutOfScope));
    }

    /** H03, hard, 1 per booking beyond the first of a staff member, day and slot. */
    Constraint clash(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.H03_CLASH, judgedDays(factory).filter(day -> day.clashes() > 0), StaffDay::clashes);
    }

    /** H04, hard, 1 per booking over the capacity of a session. */
    Constraint capacity(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.H04_CAPACITY,
                sessions(factory)
                        .filter(session -> !session.place().isPast())
                        .filter(session -> session.overCapacity() > 0),
                RunningSession::overCapacity);
    }

    /** H05, hard, 1 per booking. */
    Constraint duty(ConstraintFactory factory) {
        return each(TrainingConstraint.H05_DUTY, judged(factory).filter(Placement::isOffDuty));
    }

    /** H06, hard, 1 per booking. */
    Constraint absence(ConstraintFactory factory) {
        return each(TrainingConstraint.H06_ABSENCE, judged(factory).filter(Placement::isInAbsence));
    }

    /** H07, hard, 1 per staff member and pair of neighbouring days, at least one of them booked. */
    Constraint rest(ConstraintFactory factory) {
        return sum(TrainingConstraint.H07_REST, staff(factory).flattenLast(StaffDays::restBreaches), Breach::points);
    }

    /** H08, hard, 1 per face-to-face booking. */
    Constraint travelLimit(ConstraintFactory factory) {
        return each(TrainingConstraint.H08_TRAVEL, judged(factory).filter(Placement::isTooFar));
    }

    /** H09, hard, 1 per venue beyond the first of a staff member and day, virtual counting as one. */
    Constraint oneVenue(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.H09_ONE_VENUE,
                judgedDays(factory).filter(day -> day.venuesTooMany() > 0),
                StaffDay::venuesTooMany);
    }

    /** H10, hard, 1 per booking in a room that lacks a feature, and 1 per staff member and day that starts too early. */
    Constraint needs(ConstraintFactory factory) {
        UniConstraintStream<Breach> rooms =
                judged(factory).filter(Placement::lacksFeature).map(booking -> new Breach(booking, 1));
        UniConstraintStream<Breach> starts =
                judgedDays(factory).filter(StaffDay::isTooEarly).map(day -> new Breach(day, 1));
        return sum(TrainingConstraint.H10_NEEDS, rooms.concat(starts), Breach::points);
    }

    /** H11, hard, 1 per booking and prerequisite module. */
    Constraint order(ConstraintFactory factory) {
        return each(TrainingConstraint.H11_ORDER, staff(factory).flattenLast(StaffDays::orderBreaches));
    }

    /** H12, hard, 1 per staff member over the cap of a team and day. */
    Constraint abstractionCap(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.H12_ABSTRACTION,
                judgedDays(factory)
                        .filter(StaffDay::isOnDuty)
                        .groupBy(StaffDay::teamDay, count())
                        .filter((day, heads) -> day.over(heads) > 0)
                        .map((day, heads) -> new Breach(day, day.over(heads))),
                Breach::points);
    }

    /** H13, hard, 1 per training day over the limit of a staff member and ISO week. */
    Constraint week(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.H13_WEEK,
                staffDays(factory)
                        .groupBy(StaffDay::week, count(), ConstraintCollectors.sum(day -> day.isPast() ? 1 : 0))
                        .filter((week, days, past) -> week.over(days, past) > 0)
                        .map((week, days, past) -> new Breach(week, week.over(days, past))),
                Breach::points);
    }

    /** H14, hard, 1 per session in no room or a closed one, and 1 per session beyond the first of a room, day and slot. */
    Constraint room(ConstraintFactory factory) {
        UniConstraintStream<Breach> rooms =
                judgedSessions(factory).filter(RunningSession::lacksOpenRoom).map(session -> new Breach(session, 1));
        UniConstraintStream<Breach> overlaps = judgedSessions(factory)
                .filter(session -> session.place().room() != Place.NONE)
                .groupBy(RunningSession::roomDay, collectAndThen(toList(RunningSession::place), RoomDay::overlaps))
                .filter((day, points) -> points > 0)
                .map(Breach::new);
        return sum(TrainingConstraint.H14_ROOM, rooms.concat(overlaps), Breach::points);
    }

    /** H15, hard, 1 per point of a session's trainers, of a trainer's day and of a trainer's week. */
    Constraint trainers(ConstraintFactory factory) {
        UniConstraintStream<Breach> ofSessions = judgedSessions(factory)
                .filter(session -> session.trainerPoints() > 0)
                .map(session -> new Breach(session, session.trainerPoints()));
        UniConstraintStream<Breach> ofDays = engagements(factory)
                .groupBy(Engagement::day, collectAndThen(toList(Engagement::place), TrainerDay::points))
                .filter((day, points) -> points > 0 && !day.isPast())
                .map(Breach::new);
        UniConstraintStream<Breach> ofWeeks = engagements(factory)
                .groupBy(Engagement::day)
                .groupBy(TrainerDay::week, count(), ConstraintCollectors.sum(day -> day.isPast() ? 1 : 0))
                .filter((week, days, past) -> week.over(days, past) > 0)
                .map((week, days, past) -> new Breach(week, week.over(days, past)));
        return sum(TrainingConstraint.H15_TRAINERS, ofSessions.concat(ofDays).concat(ofWeeks), Breach::points);
    }

    /** H16, hard, 1 per booking that the baseline does not have; without one every booking is new. */
    Constraint notice(ConstraintFactory factory) {
        return each(TrainingConstraint.H16_NOTICE, placements(factory).filter(Placement::isShortNotice));
    }

    /** H17, hard, 1 per session beyond the first of a cohort and module, and 1 per cohort beyond the first in a session. */
    Constraint cohort(ConstraintFactory factory) {
        UniConstraintStream<Breach> together = wants(factory)
                .filter(Want::isOfCohort)
                .filter(want -> !want.isPast())
                .groupBy(Want::cohortModule, countDistinct(Want::session))
                .filter((cohort, sessions) -> sessions > 1)
                .map((cohort, sessions) -> new Breach(cohort, sessions - 1));
        UniConstraintStream<Breach> apart = judgedSessions(factory)
                .filter(session -> session.cohortsTooMany() > 0)
                .map(session -> new Breach(session, session.cohortsTooMany()));
        return sum(TrainingConstraint.H17_COHORT, together.concat(apart), Breach::points);
    }

    /** H18, hard, 1 per baseline booking. */
    Constraint frozen(ConstraintFactory factory) {
        UniConstraintStream<Breach> moved =
                placements(factory).filter(Placement::isFrozenAndMoved).map(booking -> new Breach(booking, 1));
        UniConstraintStream<Breach> dropped =
                wants(factory).filter(Want::isFrozenAndDropped).map(want -> new Breach(want, 1));
        return sum(TrainingConstraint.H18_FROZEN, moved.concat(dropped), Breach::points);
    }

    /** Coverage, medium, 1 + priority per unbooked requirement. */
    Constraint coverage(ConstraintFactory factory) {
        return sum(TrainingConstraint.COVERAGE, wants(factory).filter(Want::isUnbooked), Want::weight);
    }

    /** Cost line {@code room}, soft, pence. */
    Constraint roomHire(ConstraintFactory factory) {
        return sum(TrainingConstraint.ROOM, taught(factory), RunningSession::roomPence);
    }

    /** Cost line {@code trainer}, soft, pence. */
    Constraint trainerDays(ConstraintFactory factory) {
        return sum(TrainingConstraint.TRAINER, engagements(factory).groupBy(Engagement::day), TrainerDay::pence);
    }

    /** Cost line {@code travel}, soft, pence. */
    Constraint travel(ConstraintFactory factory) {
        return sum(TrainingConstraint.TRAVEL, staffDays(factory), StaffDay::travelPence);
    }

    /** Cost line {@code abstraction}, soft, pence. */
    Constraint abstraction(ConstraintFactory factory) {
        return sum(TrainingConstraint.ABSTRACTION, staffDays(factory), day -> day.problem().prices.abstractionDay);
    }

    /** Cost line {@code restDay}, soft, pence. */
    Constraint restDay(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.REST_DAY,
                staffDays(factory).filter(StaffDay::isPaidRestDay),
                day -> day.problem().prices.restDay);
    }

    /** Cost line {@code seats}, soft, pence. */
    Constraint seats(ConstraintFactory factory) {
        return sum(TrainingConstraint.SEATS, taught(factory), RunningSession::seatsPence);
    }

    /** Cost line {@code mix}, soft, pence. */
    Constraint mix(ConstraintFactory factory) {
        return sum(TrainingConstraint.MIX, taught(factory), RunningSession::mixPence);
    }

    /** Cost line {@code priority}, soft, pence. */
    Constraint priority(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.PRIORITY,
                placements(factory).filter(booking -> booking.priorityPence() > 0),
                Placement::priorityPence);
    }

    /** Cost line {@code trajectory}, soft, pence; a BCU nobody of which is booked is behind as well. */
    Constraint trajectory(ConstraintFactory factory) {
        return sum(
                TrainingConstraint.TRAJECTORY,
                wants(factory)
                        .filter(Want::isRequired)
                        .groupBy(Want::bcu, BookedByWeek.INSTANCE)
                        .filter((bcu, booked) -> bcu.trajectoryPence(booked) > 0)
                        .map((bcu, booked) -> new Breach(bcu, bcu.trajectoryPence(booked))),
                Breach::points);
    }

    /** Cost line {@code change}, soft, pence; baseline bookings without a requirement go whatever is planned. */
    Constraint change(ConstraintFactory factory) {
        UniConstraintStream<Breach> moved = placements(factory)
                .filter(booking -> booking.changePence() > 0)
                .map(booking -> new Breach(booking, booking.changePence()));
        UniConstraintStream<Breach> dropped = wants(factory)
                .filter(want -> want.droppingPence() > 0)
                .map(want -> new Breach(want, want.droppingPence()));
        UniConstraintStream<Breach> gone = factory.forEach(Problem.class)
                .flattenLast(Gone::of)
                .filter(booking -> booking.pence() > 0)
                .map(booking -> new Breach(booking, booking.pence()));
        return sum(TrainingConstraint.CHANGE, moved.concat(dropped).concat(gone), Breach::points);
    }

    /**
     * All bookings. The session is joined, not read from the enrolment: its module may change while the enrolment does
     * not.
     */
    private static UniConstraintStream<Placement> placements(ConstraintFactory factory) {
        return factory.forEach(Enrolment.class)
                .join(
                        factory.forEachIncludingUnassigned(Session.class),
                        equal(Enrolment::getSession, session -> session))
                .join(Problem.class)
                .map(Placement::of);
    }

    /** All bookings but the past ones of a re-plan, which break no rule. */
    private static UniConstraintStream<Placement> judged(ConstraintFactory factory) {
        return placements(factory).filter(booking -> !booking.isPast());
    }

    /** All requirements, booked or not. */
    private static UniConstraintStream<Want> wants(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Enrolment.class)
                .join(Problem.class)
                .map(Want::of);
    }

    /** All staff members with bookings. */
    private static UniConstraintStream<StaffDays> staff(ConstraintFactory factory) {
        return placements(factory)
                .groupBy(Placement::staff, collectAndThen(toList(), StaffDays::of))
                .map((staff, days) -> days);
    }

    /** All days with bookings of a staff member. */
    private static UniConstraintStream<StaffDay> staffDays(ConstraintFactory factory) {
        return staff(factory).flattenLast(StaffDays::days);
    }

    /** All days with bookings of a staff member but the past ones of a re-plan. */
    private static UniConstraintStream<StaffDay> judgedDays(ConstraintFactory factory) {
        return staffDays(factory).filter(day -> !day.isPast());
    }

    /** All sessions with bookings. */
    private static UniConstraintStream<RunningSession> sessions(ConstraintFactory factory) {
        UniConstraintStream<SessionPart> bookings = placements(factory).map(booking -> booking);
        UniConstraintStream<SessionPart> teachings =
                factory.forEach(TrainerPlace.class).map(Teaching::of);
        return bookings.concat(teachings)
                .groupBy(SessionPart::session, collectAndThen(toList(), RunningSession::of))
                .filter((index, session) -> session != null)
                .map((index, session) -> Objects.requireNonNull(session));
    }

    /** All sessions that run: those with bookings and a module that is not digital. */
    private static UniConstraintStream<RunningSession> taught(ConstraintFactory factory) {
        return sessions(factory).filter(RunningSession::isTaught);
    }

    /** All sessions that run but the past ones of a re-plan. */
    private static UniConstraintStream<RunningSession> judgedSessions(ConstraintFactory factory) {
        return taught(factory).filter(session -> !session.place().isPast());
    }

    /** All trainers of sessions that run. */
    private static UniConstraintStream<Engagement> engagements(ConstraintFactory factory) {
        return taught(factory).flattenLast(RunningSession::engagements);
    }

    private static <A extends Subject> Constraint each(TrainingConstraint constraint, UniConstraintStream<A> stream) {
        return sum(constraint, stream, subject -> 1);
    }

    private static <A extends Subject> Constraint sum(
            TrainingConstraint constraint, UniConstraintStream<A> stream, ToLongFunction<A> amount) {
        return stream.penalizeLong(weight(constraint), amount)
                .justifyWith((subject, score) -> subject.justify(constraint, amount.applyAsLong(subject)))
                .asConstraintDescribed(constraint.id(), constraint.sentence());
    }

    private static HardMediumSoftLongScore weight(TrainingConstraint constraint) {
        long weight = constraint.defaultWeight();
        return switch (constraint.level()) {
            case HARD -> HardMediumSoftLongScore.ofHard(weight);
            case MEDIUM -> HardMediumSoftLongScore.ofMedium(weight);
            case SOFT -> HardMediumSoftLongScore.ofSoft(weight);
        };
    }
}
