/**
 * Deletes what nobody needs any more, so that personal data is not kept for ever. Knows the tables of all features; uses
 * {@link io.muster.api.service.trail} and {@link io.muster.api.service.access}.
 */
@NullMarked
package io.muster.api.service.retention;

import org.jspecify.annotations.NullMarked;
