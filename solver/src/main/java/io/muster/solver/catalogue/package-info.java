/**
 * The catalogue of hard rules and cost lines: the one definition that the constraint provider, the fast evaluation, the
 * auditor, the reports and the README table cite. Uses no other package.
 */
@NullMarked
package io.muster.solver.catalogue;

import org.jspecify.annotations.NullMarked;
