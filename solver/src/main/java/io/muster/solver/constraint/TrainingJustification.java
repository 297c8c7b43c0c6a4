package io.muster.solver.constraint;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a constraint counts: one record for each kind of subject, by the ids of the data set. */
public sealed interface TrainingJustification extends ConstraintJustification {

    /** {@return the constraint} */
    TrainingConstraint constraint();

    /** {@return what it counts, in the constraint's {@linkplain TrainingConstraint#unit() unit}} */
    long amount();

    /**
     * A requirement left unbooked.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param staffId the staff member
     * @param moduleId the module required
     */
    record OfRequirement(TrainingConstraint constraint, long amount, String staffId, String moduleId)
            implements TrainingJustification {}

    /**
     * A booking.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param staffId the staff member
     * @param moduleId the module required
     * @param date the day
     */
    record OfBooking(TrainingConstraint constraint, long amount, String staffId, String moduleId, LocalDate date)
            implements TrainingJustification {}

    /**
     * A booking and a module that comes before it.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param staffId the staff member
     * @param moduleId the module required
     * @param prerequisiteId the module that comes before
     * @param date the day of the booking
     */
    record OfPrerequisite(
            TrainingConstraint constraint,
            long amount,
            String staffId,
            String moduleId,
            String prerequisiteId,
            LocalDate date)
            implements TrainingJustification {}

    /**
     * A staff member's day with a booking; of two neighbouring days, the booked one or the second.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param staffId the staff member
     * @param date the day
     */
    record OfStaffDay(TrainingConstraint constraint, long amount, String staffId, LocalDate date)
            implements TrainingJustification {}

    /**
     * A staff member's ISO week.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param staffId the staff member
     * @param monday the week's first day
     */
    record OfStaffWeek(TrainingConstraint constraint, long amount, String staffId, LocalDate monday)
            implements TrainingJustification {}

    /**
     * A team's day.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param teamId the team
     * @param date the day
     */
    record OfTeamDay(TrainingConstraint constraint, long amount, String teamId, LocalDate date)
            implements TrainingJustification {}

    /**
     * A session; of a room's slot with several sessions, the room and day.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param roomId the room; null: virtual or none
     * @param moduleId the module taught; null: none
     * @param date the day
     * @param slotId the slot at which it stands
     */
    record OfSession(
            TrainingConstraint constraint,
            long amount,
            @Nullable String roomId,
            @Nullable String moduleId,
            LocalDate date,
            String slotId)
            implements TrainingJustification {}

    /**
     * A room's day.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param roomId the room
     * @param date the day
     */
    record OfRoomDay(TrainingConstraint constraint, long amount, String roomId, LocalDate date)
            implements TrainingJustification {}

    /**
     * A trainer's day.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param trainerId the trainer
     * @param date the day
     */
    record OfTrainerDay(TrainingConstraint constraint, long amount, String trainerId, LocalDate date)
            implements TrainingJustification {}

    /**
     * A trainer's ISO week.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param trainerId the trainer
     * @param monday the week's first day
     */
    record OfTrainerWeek(TrainingConstraint constraint, long amount, String trainerId, LocalDate monday)
            implements TrainingJustification {}

    /**
     * A cohort and a cohort module.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param cohort the cohort
     * @param moduleId the module
     */
    record OfCohort(TrainingConstraint constraint, long amount, String cohort, String moduleId)
            implements TrainingJustification {}

    /**
     * A BCU, over all weeks of the programme.
     *
     * @param constraint the constraint
     * @param amount what it counts
     * @param bcu the BCU
     */
    record OfBcu(TrainingConstraint constraint, long amount, String bcu) implements TrainingJustification {}
}
