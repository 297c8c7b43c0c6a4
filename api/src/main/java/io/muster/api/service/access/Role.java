package io.muster.api.service.access;

/** What somebody is to the service (docs/SERVICE.md has the table of who may do what). */
public enum Role {
    /** Manages users, webhooks and the service itself; sees no personal data by that. */
    ADMINISTRATOR,
    /** Makes, changes and publishes plans. */
    PLANNER,
    /** A resourcing desk: reads the plan of its own BCU, records attendance and disruptions of its people. */
    BCU_RESOURCING,
    /** Learning and development: rooms, trainers, modules, sessions; sees class lists. */
    LEARNING,
    /** A trainer: own sessions and their class lists, names only. */
    TRAINER,
    /** Reads everything, the audit trail too; changes nothing. */
    AUDITOR,
    /** Aggregates only. */
    GOVERNANCE
}
