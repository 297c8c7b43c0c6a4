/** Tests of {@link io.muster.api.service.retention}. */
@NullMarked
package io.muster.api.service.retention;

import org.jspecify.annotations.NullMarked;
