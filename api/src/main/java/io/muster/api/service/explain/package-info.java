/**
 * Every "why" about a plan, alternatives, who could fill seats, and ledgers: the answers of {@code io.muster.solver.explain}
 * with names beside ids. Uses {@link io.muster.api.service.live} for plans that are open for questions and {@link
 * io.muster.api.service.booking} for what a caller may see.
 */
@NullMarked
package io.muster.api.service.explain;

import org.jspecify.annotations.NullMarked;
