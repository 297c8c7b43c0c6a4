/** Tests of {@link io.muster.api.service.access}. */
@NullMarked
package io.muster.api.service.access;

import org.jspecify.annotations.NullMarked;
