/**
 * The business sheet of a rule set: read cell by cell against known values, checked row against row, and turned into
 * rules by a template. Uses the data module and {@link io.muster.rules.fact}.
 */
@NullMarked
package io.muster.rules.sheet;

import org.jspecify.annotations.NullMarked;
