/** Tests of {@code io.muster.api.service.dataset}, over HTTP. */
@NullMarked
package io.muster.api.service.dataset;

import org.jspecify.annotations.NullMarked;
