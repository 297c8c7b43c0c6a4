/**
 * Telling others what happens while it happens: streams of server-sent events for whoever looks on, and webhooks for other
 * systems. Uses {@link io.muster.api.service.access}, {@link io.muster.api.service.content}, {@link
 * io.muster.api.service.trail}, {@link io.muster.api.service.web} and db-scheduler.
 */
@NullMarked
package io.muster.api.service.event;

import org.jspecify.annotations.NullMarked;
