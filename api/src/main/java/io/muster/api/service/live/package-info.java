/**
 * Data sets and plans in memory, ready to be read and asked: a few at a time, loaded from their contents when needed. Uses
 * {@link io.muster.api.service.content}, {@link io.muster.api.service.dataset}, {@link io.muster.api.service.plan},
 * {@link io.muster.api.service.web}, and {@link io.muster.api.explain} to open plans for questions.
 */
@NullMarked
package io.muster.api.service.live;

import org.jspecify.annotations.NullMarked;
