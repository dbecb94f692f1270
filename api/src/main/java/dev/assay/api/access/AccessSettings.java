package dev.assay.api.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How access is given.
 *
 * @param invitation how long the code is good that a business gets for its login
 * @param reset how long the code is good with which a person sets a password
 * @param token how long the token is good that a platform's program gets for its secret
 * @param overlap how long a program's old secret stays good beside a new one
 * @param tokenKey Base64 of the 32 bytes or more with which tokens are signed; null for a key that each start makes
 * @param body the most bytes of a request's body; files have a limit of their own
 * @param limits how many requests are answered
 */
@ConfigurationProperties("assay.access")
public record AccessSettings(
        @DefaultValue("30d") Duration invitation,
        @DefaultValue("24h") Duration reset,
        @DefaultValue("10m") Duration token,
        @DefaultValue("7d") Duration overlap,
        @Nullable String tokenKey,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue Limits limits) {

    /**
     * Requests that are answered in a minute; so many may also come at once. 0 for any number.
     *
     * @param client of each platform's program
     * @param account of each account
     * @param anonymous of each address without login
     * @param doors logins, claims of codes and requests for tokens of each address
     * @param together of everybody at the same time; who comes beyond is asked to come again
     */
    public record Limits(
            @DefaultValue("6000") int client,
            @DefaultValue("1200") int account,
            @DefaultValue("300") int anonymous,
            @DefaultValue("60") int doors,
            @DefaultValue("1000") int together) {}

    /** Checks the times. */
    public AccessSettings {
        require("assay.access.invitation", invitation);
        require("assay.access.reset", reset);
        require("assay.access.token", token);
        require("assay.access.overlap", overlap);
    }

    private static void require(String name, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(
                    "The setting %s (%s) is not a time.%nMaybe write 30d.".formatted(name, time));
        }
    }

    /** Leaves the key out, because settings are printed. */
    @Override
    public String toString() {
        return "AccessSettings[invitation=%s, reset=%s, token=%s, overlap=%s, body=%s, limits=%s]"
                .formatted(invitation, reset, token, overlap, body, limits);
    }
}
