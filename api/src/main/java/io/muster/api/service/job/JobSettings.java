package io.muster.api.service.job;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many jobs an instance does at once.
 *
 * @param threads jobs of all kinds, {@code >= 1}
 * @param heavy solves, re-plans and simulations among them, {@code >= 0}; 0: this instance leaves them to others
 */
@ConfigurationProperties("muster.jobs")
record JobSettings(int threads, int heavy) {

    JobSettings {
        if (threads < 1 || heavy < 0) {
            throw new IllegalArgumentException("muster.jobs: threads must be at least 1 and heavy at least 0, not "
                    + threads + " and " + heavy + ".");
        }
    }
}
