/** Objects for the tests of this module. */
package io.muster.rules.support;
