package io.muster.api.service.live;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is kept in memory: at full size a plan takes about 100 MB.
 *
 * @param plans plans
 */
@ConfigurationProperties("muster.live")
record LiveSettings(int plans) {}
