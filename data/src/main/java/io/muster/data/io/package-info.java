/**
 * Readers, writers and validation of the interchange format ({@code DATASET.md}). Every file's columns are defined once,
 * in its table, for reading and writing alike. The only package that knows Jackson and fastexcel; uses
 * {@link io.muster.data.model}, {@link io.muster.data.plan} and {@link io.muster.data.issue}.
 */
@NullMarked
package io.muster.data.io;

import org.jspecify.annotations.NullMarked;
