/**
 * Scope of a data set under a rule set: decisions and how each came about, what another rule set would change, and what
 * rules out full coverage. Uses {@link io.muster.api.service.dataset} and {@link io.muster.api.service.ruleset}.
 */
@NullMarked
package io.muster.api.service.scope;

import org.jspecify.annotations.NullMarked;
