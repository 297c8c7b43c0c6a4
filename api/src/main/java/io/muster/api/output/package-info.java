/** Where results are written: checked before work begins, so that minutes of solving are not lost to a bad path. */
@NullMarked
package io.muster.api.output;

import org.jspecify.annotations.NullMarked;
