/** Tests of reports: small cases counted by hand. */
@NullMarked
package io.muster.api.service.report;

import org.jspecify.annotations.NullMarked;
