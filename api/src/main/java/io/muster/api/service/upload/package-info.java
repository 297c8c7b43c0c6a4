/**
 * Files that callers send: received within limits into the work folder, never trusted. Uses {@link
 * io.muster.api.service.content} and {@link io.muster.api.service.web}.
 */
@NullMarked
package io.muster.api.service.upload;

import org.jspecify.annotations.NullMarked;
