/** What becomes of the service's work when a process, a disk or a database fails. */
@NullMarked
package io.muster.api.fault;

import org.jspecify.annotations.NullMarked;
