package io.muster.api.service.scope;

import io.muster.api.scope.ScopingService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One service decides scope for everybody, as it remembers what it decided last. */
@Configuration
class ScopeConfig {

    @Bean
    ScopingService scopingService() {
        return new ScopingService();
    }
}
