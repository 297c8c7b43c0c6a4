package io.muster.api.service.dataset;

import java.time.Instant;

/**
 * A data set, of which there are revisions.
 *
 * @param id its id
 * @param name for people
 * @param createdAt when it was made
 * @param createdBy who made it
 */
public record StoredDataSet(String id, String name, Instant createdAt, String createdBy) {}
