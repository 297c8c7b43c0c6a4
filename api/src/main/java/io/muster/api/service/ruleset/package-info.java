/**
 * Rule sets: shipped ones, uploaded versions and which of all decides scope of new plans. Uses {@link
 * io.muster.api.service.content}, {@link io.muster.api.service.upload}.
 */
@NullMarked
package io.muster.api.service.ruleset;

import org.jspecify.annotations.NullMarked;
