/** Tests of {@code io.muster.api.service.scope}, over HTTP. */
@NullMarked
package io.muster.api.service.scope;

import org.jspecify.annotations.NullMarked;
