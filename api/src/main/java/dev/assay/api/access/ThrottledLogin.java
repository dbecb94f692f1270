package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a name and a password, unless too many were wrong before. Form and HTTP Basic both come through here. */
final class ThrottledLogin implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginThrottle throttle;
    private final AuthorityClock clock;

    ThrottledLogin(AuthenticationProvider passwords, LoginThrottle throttle, AuthorityClock clock) {
        this.passwords = passwords;
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
