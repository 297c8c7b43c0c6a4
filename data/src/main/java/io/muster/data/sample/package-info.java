/**
 * Seeded generators of synthetic programmes: {@link io.muster.data.sample.SampleGenerator} makes a whole
 * {@link io.muster.data.model.DataSet} in memory from a programme, a number of people and a seed. Every figure comes
 * from the domain facts the project documents and stands as a named constant or parameter; nobody in it is real. Uses
 * {@code io.muster.data.model} only.
 */
@NullMarked
package io.muster.data.sample;

import org.jspecify.annotations.NullMarked;
