/**
 * The command line: reads arguments, asks a service, prints what it answers. Uses {@link io.muster.api.plan}, {@link
 * io.muster.api.scope} and {@link io.muster.api.error}; no Timefold, no Drools, no Spring.
 */
@NullMarked
package io.muster.api.cli;

import org.jspecify.annotations.NullMarked;
