/**
 * The first full plan, near the coverage bound at once: cohorts first, then day by day whole days of people who train
 * together, then the seats left over, then ejection chains for the last unbooked, then teams planned anew around them; then
 * thin classes are closed and trainers' days saved. Valid at every step. Uses {@code problem}, {@code state} and, to know
 * who lacks more than he or she would alone, {@code bound}.
 */
@NullMarked
package io.muster.solver.construct;

import org.jspecify.annotations.NullMarked;
