/**
 * From a data set on disk to an audited plan on disk, and the audit of any plan: the one service behind the command line
 * and later the web. Uses {@link io.muster.api.dataset}, {@link io.muster.api.scope},
 * {@link io.muster.api.output}, {@link io.muster.api.progress} and {@link io.muster.api.error}.
 */
@NullMarked
package io.muster.api.plan;

import org.jspecify.annotations.NullMarked;
