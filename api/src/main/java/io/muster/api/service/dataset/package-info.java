/**
 * Data sets and their revisions: uploaded, checked by a job, changed by JSON Patch. A revision never changes once it is
 * ready. Uses {@link io.muster.api.service.content}, {@link io.muster.api.service.event}, {@link io.muster.api.service.job}.
 */
@NullMarked
package io.muster.api.service.dataset;

import org.jspecify.annotations.NullMarked;
