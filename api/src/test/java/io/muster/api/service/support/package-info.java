/** What tests of the service share. */
@NullMarked
package io.muster.api.service.support;

import org.jspecify.annotations.NullMarked;
