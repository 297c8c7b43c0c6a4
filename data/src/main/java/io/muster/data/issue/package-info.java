/** What may be wrong with an input: the catalogue of codes and the issues found. Uses no other package. */
@NullMarked
package io.muster.data.issue;

import org.jspecify.annotations.NullMarked;
