package io.muster.api.service.scope;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How decided scopes are kept.
 *
 * @param inMemory how many stay in memory; at full size one takes about 100 MB
 */
@ConfigurationProperties("muster.scope")
record ScopeSettings(int inMemory) {}
