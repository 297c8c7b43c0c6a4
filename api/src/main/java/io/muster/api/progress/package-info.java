/** How far long work is, told to whoever shows it. Uses no other package. */
@NullMarked
package io.muster.api.progress;

import org.jspecify.annotations.NullMarked;
