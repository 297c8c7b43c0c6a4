/**
 * Builders of small data sets, plans and assignments for tests, and what the auditor says of them. Of the solver it uses
 * the problem, assignments, the plan mapper and the auditor.
 */
@NullMarked
package io.muster.solver.support;

import org.jspecify.annotations.NullMarked;
