package io.muster.solver.constraint;

/** What a session is made of: a staff member booked in it, or a trainer in it. */
sealed interface SessionPart permits Placement, Teaching {

    /** {@return the session index} */
    int session();
}
