package io.muster.api.service.live;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is kept in memory: at full size a data set takes about 60 MB and a plan about 100 MB.
 *
 * @param dataSets data sets
 * @param plans plans
 */
@ConfigurationProperties("muster.live")
record LiveSettings(int dataSets, int plans) {}
