package io.muster.solver.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a requirement is unbooked.
 *
 * <p>Looked at is every day-slot of the programme: each training day and each slot at which the module may start. At each
 * the best try counts, the session or free room where fewest rules stand in the way.
 *
 * @param staffId the staff member
 * @param moduleId the module
 * @param reason the code of {@code unbooked.csv}
 * @param detail its sentence
 * @param withStaffIds who would have to be booked with them: the other members of the cohort, by id
 * @param daySlots day-slots looked at
 * @param open those of them that nothing stands in the way of: it could be booked there as the plan is
 * @param rules the rules that block some, those that block most first
 * @param nearest the blocked day-slots where least stands in the way, the nearest first
 * @param relaxations what would book it, the smallest first; each was tried out
 */
public record UnbookedWhy(
        String staffId,
        String moduleId,
        String reason,
        String detail,
        List<String> withStaffIds,
        int daySlots,
        int open,
        List<RuleShare> rules,
        List<Miss> nearest,
        List<Relaxation> relaxations) {

    /** Copies the lists. */
    public UnbookedWhy {
        withStaffIds = List.copyOf(withStaffIds);
        rules = List.copyOf(rules);
        nearest = List.copyOf(nearest);
        relaxations = List.copyOf(relaxations);
    }

    /**
     * How much one rule blocks.
     *
     * @param ruleId the rule, {@code H01} to {@code H17}
     * @param sentence what it says
     * @param first day-slots at which it is the first that blocks, in the order in which a planner would ask; over all
     *     rules these add up to the day-slots that are not open
     * @param all day-slots at which it blocks, alone or with others
     */
    public record RuleShare(String ruleId, String sentence, int first, int all) {}

    /**
     * A day-slot at which it cannot be booked.
     *
     * @param spot the best try
     * @param blocks what stands in the way
     */
    public record Miss(Spot spot, List<Block> blocks) {

        /** Copies the list. */
        public Miss {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * One thing in the way.
     *
     * @param ruleId the rule
     * @param what what exactly, with the figures
     */
    public record Block(String ruleId, String what) {}

    /**
     * What would book it.
     *
     * @param steps what has to be granted, all of it
     * @param spot where it would be booked then
     * @param price what the plan would cost more, as far as it is known: what the grant itself costs is not in it; null
     *     when another session is in the way
     */
    public record Relaxation(
            List<Step> steps, Spot spot, @Nullable Price price) {

        /** Copies the list. */
        public Relaxation {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One thing to be granted.
     *
     * @param kind a stable code
     * @param ruleId the rule it gives way on; null where another booking is moved, by the rules
     * @param amount how much, in the unit of the kind
     * @param what a sentence for the planner
     * @param moves the booking to be moved or made; none where something is granted
     */
    public record Step(Kind kind, @Nullable String ruleId, long amount, String what, List<OwnMove> moves) {

        /** Copies the list. */
        public Step {
            moves = List.copyOf(moves);
        }
    }

    /**
     * Another booking of the same staff member that has to be somewhere else.
     *
     * @param staffId the staff member
     * @param moduleId the module
     * @param to where to
     */
    public record OwnMove(String staffId, String moduleId, Spot to) {}

    /** Kinds of grants, from the smallest to the largest. */
    public enum Kind {
        /** Other training of theirs moved, which nobody has to grant. */
        OTHER_TRAINING,
        /** A prerequisite booked first, or earlier. */
        PREREQUISITE,
        /** Seats in a session. */
        SEAT,
        /** Places on a team's ceiling on a day. */
        CEILING,
        /** Trainers for a session. */
        TRAINER,
        /** A room on a day. */
        ROOM,
        /** Days of notice. */
        NOTICE,
        /** Minutes of travel beyond the limit. */
        TRAVEL,
        /** A training day more in a week. */
        WEEK,
        /** Minutes of rest. */
        REST,
        /** A feature of a room. */
        ROOM_FEATURE,
        /** Minutes before the earliest start. */
        EARLY_START,
        /** Rest-day training. */
        REST_DAY,
        /** Days before the earliest or after the latest date. */
        DATES,
        /** A decision of scope about a prerequisite. */
        SCOPE_DECISION,
        /** An absence. */
        ABSENCE,
        /** Being deployable. */
        DEPLOYABLE,
        /** Another cohort in the session. */
        COHORT
    }
}
