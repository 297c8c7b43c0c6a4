/** Attendance over HTTP. */
@NullMarked
package io.muster.api.service.attendance;

import org.jspecify.annotations.NullMarked;
