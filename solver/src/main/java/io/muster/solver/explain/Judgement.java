package io.muster.solver.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What manual decisions would do, taken together.
 *
 * @param decisions the decisions
 * @param changes what becomes of each booking they are about, in their order
 * @param allowed whether they keep every hard rule
 * @param breaches the rules they would break, as the auditor reads them; those the plan breaks already are left out
 * @param price what the plan would cost more or less; null where a booking is no requirement, which no line knows
 * @param notes what is worth knowing besides, such as a pin that goes along
 */
public record Judgement(
        List<Decision> decisions,
        List<Outcome> changes,
        boolean allowed,
        List<Breach> breaches,
        @Nullable Price price,
        List<String> notes) {

    /** Copies the lists. */
    public Judgement {
        decisions = List.copyOf(decisions);
        changes = List.copyOf(changes);
        breaches = List.copyOf(breaches);
        notes = List.copyOf(notes);
    }

    /**
     * What becomes of one booking.
     *
     * @param staffId the staff member
     * @param moduleId the module
     * @param from where it is; null: unbooked
     * @param to where it would be; null: unbooked
     * @param pinned whether it would be pinned
     */
    public record Outcome(
            String staffId,
            String moduleId,
            @Nullable Spot from,
            @Nullable Spot to,
            boolean pinned) {}

    /**
     * A rule that would be broken.
     *
     * @param ruleId {@code H01} to {@code H18}; {@code FORMAT} where the rows would not hang together
     * @param sentence what the rule says; empty for {@code FORMAT}
     * @param subject ids concerned
     * @param what what exactly, in the auditor's words
     */
    public record Breach(String ruleId, String sentence, String subject, String what) {}
}
