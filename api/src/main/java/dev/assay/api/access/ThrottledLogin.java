package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a name and a password, and the code of a second factor where the account has one, unless too many were wrong before. Form and HTTP Basic both
 * come through here; HTTP Basic has no place for a code, so that an account with a second factor cannot use it. Whatever was wrong, the answer is the same.
 */
final class ThrottledLogin implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SecondFactor factors;
    private final LoginThrottle throttle;
    private final AuthorityClock clock;

    ThrottledLogin(
            AuthenticationProvider passwords, SecondFactor factors, LoginThrottle throttle, AuthorityClock clock) {
        this.passwords = passwords;
        this.factors = factors;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String account = login.getName();
        String address =
                login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (throttle.mustWait(account, address, clock.now())) {
            throw new LockedException("Too many failed logins of (%s) from (%s).".formatted(account, address));
        }
        try {
            Authentication known = java.util.Objects.requireNonNull(passwords.authenticate(login));
            // Behind the password: who does not know it learns nothing of a second factor, and uses up none of its
            // codes.
            if (factors.isSet(account)
                    && !(login.getDetails() instanceof LoginWithCode form && factors.accepts(account, form.code()))) {
                throw new BadCredentialsException("The code of (%s) was wrong or missing.".formatted(account));
            }
            throttle.succeeded(account, address);
            return known;
        } catch (BadCredentialsException wrong) {
            throttle.failed(account, address, clock.now());
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
