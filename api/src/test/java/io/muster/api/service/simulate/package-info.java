/** Tests of simulations over HTTP. */
@NullMarked
package io.muster.api.service.simulate;

import org.jspecify.annotations.NullMarked;
