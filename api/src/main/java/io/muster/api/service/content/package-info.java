/** Whole files in the database, under their hash, and ids for everything else. Used by all features. */
@NullMarked
package io.muster.api.service.content;

import org.jspecify.annotations.NullMarked;
