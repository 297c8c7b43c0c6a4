/** What all controllers share: problem details, pages of lists, entity tags, idempotency keys. */
@NullMarked
package io.muster.api.service.web;

import org.jspecify.annotations.NullMarked;
