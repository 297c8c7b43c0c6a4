/**
 * The words that policy clauses are written in: what is known about people, modules and the programme, and the
 * {@link io.muster.rules.fact.Proposal} that a clause inserts. Public because clauses are compiled against it; facts
 * never change once they are in a session. Uses the data module only.
 */
@NullMarked
package io.muster.rules.fact;

import org.jspecify.annotations.NullMarked;
