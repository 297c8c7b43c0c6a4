/** What is compared: Muster's own solver and other ways to plan, all asked the same and all judged by the auditor. */
@NullMarked
package io.muster.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
