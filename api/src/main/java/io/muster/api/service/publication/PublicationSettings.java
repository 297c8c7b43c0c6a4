package io.muster.api.service.publication;

import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of publishing ({@code muster.publication.*}).
 *
 * @param gapPct cost above its proven bound, per cent of it, from which on whoever publishes is to know of it, {@code >= 0}
 */
@Validated
@ConfigurationProperties("muster.publication")
record PublicationSettings(
        @DecimalMin("0") @DefaultValue("10") double gapPct) {}
