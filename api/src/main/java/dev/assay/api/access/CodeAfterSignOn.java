package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.signon.SignOnIssuer;
import dev.assay.api.signon.SignOnRefusedException;
import dev.assay.api.signon.SignOnRefusedException.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code of the account's own second factor from somebody who signed on at the issuer. Wrong ones count as wrong logins. */
final class CodeAfterSignOn extends AbstractAuthenticationProcessingFilter {

    private final SignOnUsers users;
    private final SecondFactor factors;
    private final LoginThrottle throttle;
    private final AuthorityClock clock;

    CodeAfterSignOn(SignOnUsers users, SecondFactor factors, LoginThrottle throttle, AuthorityClock clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-on/code"));
        this.users = users;
        this.factors = factors;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        PendingSignOn pending = PendingSignOn.find(request, clock.now())
                .orElseThrow(() -> new SignOnRefusedException(Reason.TOO_LATE, "", ""));
        String account = pending.account();
        String address = request.getRemoteAddr();
        if (throttle.mustWait(account, address, clock.now())) {
            throw new LockedException("Too many failed codes of (%s) from (%s).".formatted(account, address));
        }
        String code =
                Objects.requireNonNullElse(request.getParameter("code"), "").strip();
        if (!factors.accepts(account, code)) {
            throttle.failed(account, address, clock.now());
            throw new SignOnRefusedException(Reason.CODE, pending.person().user(), account);
        }
        throttle.succeeded(account, address);
        PendingSignOn.forget(request);
        SignedOnUser user = users.enter(pending.person());
        return new OAuth2AuthenticationToken(user, user.getAuthorities(), SignOnIssuer.ID);
    }
}
