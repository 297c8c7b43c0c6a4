/**
 * The auditor: plain Java straight from {@code DATASET.md}, which judges every plan before anyone sees it. Shares no
 * code with the solver; of this module it may use the catalogue alone.
 */
@NullMarked
package io.muster.solver.check;

import org.jspecify.annotations.NullMarked;
