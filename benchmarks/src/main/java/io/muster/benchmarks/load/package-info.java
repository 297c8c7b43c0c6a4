/** Load on a running service, over HTTP only: how long readers wait while others read and a solve runs. Uses Jackson. */
@NullMarked
package io.muster.benchmarks.load;

import org.jspecify.annotations.NullMarked;
