package io.muster.api.service.ruleset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the shipped rule sets compiled once the service is ready, so that nobody waits seconds for the first list of them. */
@Component
class ShippedRuleSets {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedRuleSets.class);

    private final RuleSets ruleSets;

    ShippedRuleSets(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @EventListener(ApplicationReadyEvent.class)
    void compile() {
        Thread thread = new Thread(
                () -> {
                    try {
                        ruleSets.list();
                    } catch (RuntimeException e) {
                        LOG.warn(
                                "the rule sets are compiled when they are first asked for: {}",
                                e.getClass().getSimpleName());
                    }
                },
                "rule-set-compiler");
        thread.setDaemon(true);
        thread.start();
    }
}
