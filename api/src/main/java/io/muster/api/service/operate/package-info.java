/**
 * Running the service: health, metrics, the API's description, backup and restore. Reads what the features store; no
 * feature uses it.
 */
@NullMarked
package io.muster.api.service.operate;

import org.jspecify.annotations.NullMarked;
