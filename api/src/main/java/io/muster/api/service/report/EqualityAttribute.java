package io.muster.api.service.report;

import io.muster.data.model.StaffMember;

/** What an equality report tells people apart by: all that a data set says of them that is not their name or need. */
public enum EqualityAttribute {
    /** Officer, police staff, PCSO, special constable. */
    EMPLOYMENT,
    /** Rank or grade. */
    RANK,
    /** Role family. */
    ROLE,
    /** BCU of the team. */
    BCU,
    /** The team's pattern, or an own one: part-time and flexible workers. */
    WORKING_PATTERN,
    /** Whether a room feature or a latest start is given: adjusted duties. */
    ADJUSTMENTS;

    /** {@return the value of a staff member} */
    String of(PlanFacts facts, StaffMember member) {
        return switch (this) {
            case EMPLOYMENT -> member.employment().name();
            case RANK -> member.rank();
            case ROLE -> member.role();
            case BCU -> facts.bcuOf(member.id());
            case WORKING_PATTERN -> member.patternId() == null ? "TEAM" : "OWN";
            case ADJUSTMENTS -> member.needs().isEmpty() && member.notBefore() == null ? "NONE" : "ADJUSTED";
        };
    }
}
