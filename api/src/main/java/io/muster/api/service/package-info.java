/**
 * The service: everything that is reached over HTTP, and the only place that knows Spring. Each package below is a
 * feature with its controllers, its rows in the database and what it does; the work itself is done by the services of
 * {@code io.muster.api} that the command line calls too.
 */
@NullMarked
package io.muster.api.service;

import org.jspecify.annotations.NullMarked;
