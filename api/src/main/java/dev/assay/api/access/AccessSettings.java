package dev.assay.api.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access is given.
 *
 * @param invitation how long the code is good that a business gets for its login
 */
@ConfigurationProperties("assay.access")
public record AccessSettings(@DefaultValue("30d") Duration invitation) {

    /** Checks the times. */
    public AccessSettings {
        if (!invitation.isPositive()) {
            throw new IllegalArgumentException(
                    "The setting assay.access.invitation (%s) is not a time.%nMaybe write 30d.".formatted(invitation));
        }
    }
}
