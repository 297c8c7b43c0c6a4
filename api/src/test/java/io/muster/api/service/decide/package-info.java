/** Tests of manual decisions. */
@NullMarked
package io.muster.api.service.decide;

import org.jspecify.annotations.NullMarked;
