/** The report as one HTML file that needs nothing else: markup, scales, charts drawn as SVG. Uses {@code result}. */
@NullMarked
package io.muster.benchmarks.report;

import org.jspecify.annotations.NullMarked;
