/** Disruptions and re-plans over HTTP. */
@NullMarked
package io.muster.api.service.replan;

import org.jspecify.annotations.NullMarked;
