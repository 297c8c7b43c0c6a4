/** Hand-made results for tests. */
package io.muster.benchmarks.support;
