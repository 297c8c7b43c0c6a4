/**
 * Every "why" about a plan: why a booking is where it is, why a requirement is unbooked, what a team, room, trainer or
 * session costs, what else could be done and at what price. One layer for the command line, the API and the pages: answers
 * are plain records. Uses {@code problem}, {@code state} and {@code catalogue}, and lets
 * {@code check} read what a manual decision would break.
 */
@NullMarked
package io.muster.solver.explain;

import org.jspecify.annotations.NullMarked;
