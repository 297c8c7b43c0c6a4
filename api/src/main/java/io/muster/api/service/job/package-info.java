/**
 * Work that takes longer than a request: jobs in the database, run by any instance, taken over when one dies. Uses db-scheduler
 * and {@link io.muster.api.service.content}.
 */
@NullMarked
package io.muster.api.service.job;

import org.jspecify.annotations.NullMarked;
