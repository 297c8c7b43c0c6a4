package io.muster.api.service.live;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is kept in memory: with 23,000 people a data set takes about 21 MB of heap and a plan about 26 MB, lists not
 * counted, and a plan that is open for questions about 50 MB more.
 *
 * @param plans plans
 * @param explainers plans that are open for questions
 */
@ConfigurationProperties("muster.live")
record LiveSettings(int plans, int explainers) {}
