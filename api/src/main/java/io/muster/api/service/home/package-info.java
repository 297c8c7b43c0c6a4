/**
 * The way around the pages, and the first ones: all programmes, and one at a glance. Uses whatever feature there is, for what
 * can be gone to and for what is worth knowing first; nothing uses it. The {@code Allowed} of each page says whom to show its
 * link.
 */
@NullMarked
package io.muster.api.service.home;

import org.jspecify.annotations.NullMarked;
