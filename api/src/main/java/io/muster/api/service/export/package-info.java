/**
 * Files for people and other systems: tables as CSV and XLSX, rows for duty management, calendars. Small ones are written
 * into the answer, those of a whole programme by a job. Uses {@link io.muster.api.service.report}, {@link
 * io.muster.api.service.live}, {@link io.muster.api.service.plan}, {@link io.muster.api.service.dataset}, {@link
 * io.muster.api.service.job}, {@link io.muster.api.service.content}; ical4j stays in here.
 */
@NullMarked
package io.muster.api.service.export;

import org.jspecify.annotations.NullMarked;
