/**
 * Work that takes longer than a request: jobs in the database, run by any instance, taken over when one dies. Uses db-scheduler,
 * {@link io.muster.api.service.content} and {@link io.muster.api.service.event}.
 */
@NullMarked
package io.muster.api.service.job;

import org.jspecify.annotations.NullMarked;
