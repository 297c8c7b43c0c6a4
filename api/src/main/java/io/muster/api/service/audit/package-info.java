/**
 * The trail as auditors read it: lists, a file, and whether it is whole. Uses {@link io.muster.api.service.trail}, {@link
 * io.muster.api.service.access} and {@link io.muster.api.service.web}.
 */
@NullMarked
package io.muster.api.service.audit;

import org.jspecify.annotations.NullMarked;
