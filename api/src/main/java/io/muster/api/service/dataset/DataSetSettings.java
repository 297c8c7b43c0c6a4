package io.muster.api.service.dataset;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How data sets are kept.
 *
 * @param inMemory how many stay in memory; at full size one takes about 60 MB
 */
@ConfigurationProperties("muster.data-sets")
record DataSetSettings(int inMemory) {}
