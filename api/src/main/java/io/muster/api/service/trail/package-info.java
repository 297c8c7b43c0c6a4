/**
 * The audit trail: every change and every read of personal data, append-only and hash-chained. An entry of a change is
 * kept or lost with the change; entries wait in a table, or in memory those of reads, until one thread links them into the
 * chain, so that nobody waits for anybody else's. Uses the database only.
 */
@NullMarked
package io.muster.api.service.trail;

import org.jspecify.annotations.NullMarked;
