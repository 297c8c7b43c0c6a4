/**
 * The way around the pages, and the first one: a programme at a glance. Uses {@code dataset} and {@code plan} for what can be
 * gone to, and the {@code Allowed} of each page for whom to show it.
 */
@NullMarked
package io.muster.api.service.home;

import org.jspecify.annotations.NullMarked;
