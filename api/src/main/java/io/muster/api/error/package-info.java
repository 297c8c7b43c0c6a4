/** Errors the services report to whoever translates them. Uses {@link io.muster.data.issue} and the audit report. */
@NullMarked
package io.muster.api.error;

import org.jspecify.annotations.NullMarked;
