/** Tests of the shell launcher at the repository's root, run with stubs instead of JDKs and Maven. */
@NullMarked
package io.muster.api.launcher;

import org.jspecify.annotations.NullMarked;
