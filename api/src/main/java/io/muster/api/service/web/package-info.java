/**
 * What all controllers share: problem details, pages of lists, entity tags, idempotency keys, limits of requests and
 * uploads. Uses {@link io.muster.api.service.content} only.
 */
@NullMarked
package io.muster.api.service.web;

import org.jspecify.annotations.NullMarked;
