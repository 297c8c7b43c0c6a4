/** Tests of {@link io.muster.api.service.web}. */
@NullMarked
package io.muster.api.service.web;

import org.jspecify.annotations.NullMarked;
