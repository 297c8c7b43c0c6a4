/**
 * Scope as the commands ask for it: decisions of a data set, why, and compared between two rule sets. Uses {@link
 * io.muster.api.error} and the rules module, never Drools itself.
 */
@NullMarked
package io.muster.api.scope;

import org.jspecify.annotations.NullMarked;
