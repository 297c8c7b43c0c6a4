/**
 * Re-plans measured: kinds of disruption of a published plan, again and again in a warm process. Uses the solver's ports
 * and the auditor.
 */
@NullMarked
package io.muster.benchmarks.replan;

import org.jspecify.annotations.NullMarked;
