/** Tests of answers about plans. */
@NullMarked
package io.muster.api.service.explain;

import org.jspecify.annotations.NullMarked;
