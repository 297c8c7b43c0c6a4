/** Tests of {@link io.muster.api.service.audit}. */
@NullMarked
package io.muster.api.service.audit;

import org.jspecify.annotations.NullMarked;
