/** Tests of {@code io.muster.api.service.ruleset}, over HTTP. */
@NullMarked
package io.muster.api.service.ruleset;

import org.jspecify.annotations.NullMarked;
