package dev.assay.api.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access is given.
 *
 * @param invitation how long the code is good that a business gets for its login
 * @param reset how long the code is good with which a person sets a password
 */
@ConfigurationProperties("assay.access")
public record AccessSettings(
        @DefaultValue("30d") Duration invitation,
        @DefaultValue("24h") Duration reset) {

    /** Checks the times. */
    public AccessSettings {
        require("assay.access.invitation", invitation);
        require("assay.access.reset", reset);
    }

    private static void require(String name, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(
                    "The setting %s (%s) is not a time.%nMaybe write 30d.".formatted(name, time));
        }
    }
}
