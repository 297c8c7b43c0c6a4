/**
 * The dense, immutable planning problem: ids become ints here, availability becomes bits, prices become tables. Uses the
 * data model only; everything inside the solver's border reads it.
 */
@NullMarked
package io.muster.solver.problem;

import org.jspecify.annotations.NullMarked;
