/** Tests of what all pages share. */
@NullMarked
package io.muster.api.service.page;

import org.jspecify.annotations.NullMarked;
