package io.muster.api.service.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the service takes. Rates are tokens a second, and a burst is how many may be saved up. Behind a proxy an
 * address is what the proxy says; behind an office's gateway many users share one.
 *
 * @param enabled whether rates are limited
 * @param exemptLoopback whether this machine's own requests are not, as for load tests
 * @param perUser requests a second of a user, {@code > 0}
 * @param perUserBurst most at once, {@code >= 1}
 * @param perAddress requests a second of an address, before sign-in, {@code > 0}
 * @param perAddressBurst most at once, {@code >= 1}
 * @param failures failed sign-ins a second of an address, {@code > 0}
 * @param failuresBurst most at once, {@code >= 1}
 * @param body most bytes of a body that is no upload
 */
@ConfigurationProperties("muster.limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean exemptLoopback,
        @DefaultValue("50") double perUser,
        @DefaultValue("300") int perUserBurst,
        @DefaultValue("200") double perAddress,
        @DefaultValue("1000") int perAddressBurst,
        @DefaultValue("0.1") double failures,
        @DefaultValue("30") int failuresBurst,
        @DefaultValue("10MB") DataSize body) {

    /** Checks the bounds. */
    public LimitSettings {
        if (perUser <= 0 || perAddress <= 0 || failures <= 0) {
            throw new IllegalArgumentException("muster.limits: rates must be above 0.");
        }
        if (perUserBurst < 1 || perAddressBurst < 1 || failuresBurst < 1) {
            throw new IllegalArgumentException("muster.limits: bursts must be at least 1.");
        }
    }
}
