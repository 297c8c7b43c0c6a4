/**
 * The front of Muster: services that take a command through reading, scope, solving, audit and writing ({@code dataset},
 * {@code scope}, {@code plan}), the errors they report ({@code error}), and the command line that translates ({@code
 * cli}). This package itself is empty.
 */
@NullMarked
package io.muster.api;

import org.jspecify.annotations.NullMarked;
