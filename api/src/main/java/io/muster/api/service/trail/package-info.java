/** The audit trail: every change and every read of personal data, append-only and hash-chained. */
@NullMarked
package io.muster.api.service.trail;

import org.jspecify.annotations.NullMarked;
