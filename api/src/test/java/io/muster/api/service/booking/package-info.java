/** Tests of lists and pages of plans. */
@NullMarked
package io.muster.api.service.booking;

import org.jspecify.annotations.NullMarked;
