/**
 * Decides who is in scope of which module. {@link io.muster.rules.RuleSetLoader} reads and checks a rule set,
 * {@link io.muster.rules.ScopeService} applies it to a data set, {@link io.muster.rules.ScopeResult} explains each
 * decision. Uses the data module; Drools stays inside.
 */
@NullMarked
package io.muster.rules;

import org.jspecify.annotations.NullMarked;
