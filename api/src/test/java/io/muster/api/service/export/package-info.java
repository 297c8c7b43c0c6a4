/** Tests of exports: written, and read back by the libraries that others would read them with. */
@NullMarked
package io.muster.api.service.export;

import org.jspecify.annotations.NullMarked;
