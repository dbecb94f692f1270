package dev.assay.store.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As whom an account signs on at an issuer.
 *
 * @param account the account
 * @param issuer the issuer, as it calls itself
 * @param user the user whom an administrator named
 * @param subject the issuer's own word for the person, which counts once it is kept; null until the first sign-on
 * @param linkedBy who named the user
 * @param linkedAt when
 * @param boundAt when the subject was kept; null until the first sign-on
 */
public record SignOnLink(
        String account,
        String issuer,
        String user,
        @Nullable String subject,
        String linkedBy,
        Instant linkedAt,
        @Nullable Instant boundAt) {}
