/**
 * The immutable input model of {@code DATASET.md} section 1: one record for each file's row, gathered in
 * {@link io.muster.data.model.DataSet}. Records hold what the files say and nothing derived; readers have checked
 * every reference before a data set exists. Knows no framework and no other package.
 */
@NullMarked
package io.muster.data.model;

import org.jspecify.annotations.NullMarked;
