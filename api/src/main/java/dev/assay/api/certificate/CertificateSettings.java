package dev.assay.api.certificate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How certificates are made.
 *
 * @param address where this server is reached from outside, such as {@code https://credit.example.gov.cn}: the code on a certificate leads there; null if the
 *     code shall hold the signed statement alone. It is never taken from a request: what is signed would then lead wherever the asker wants
 */
@ConfigurationProperties("assay.certificate")
public record CertificateSettings(@Nullable String address) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]/-]{1,200}");

    /** Checks the address, and takes a slash at its end away. */
    public CertificateSettings {
        if (address != null) {
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException(
                        "The setting assay.certificate.address (%s) is no address.%nMaybe write https://HOST."
                                .formatted(address));
            }
            address = address.replaceFirst("/+$", "");
        }
    }
}
