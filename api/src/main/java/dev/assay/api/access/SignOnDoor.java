package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.signon.IssuerCalls;
import dev.assay.api.signon.SignOnAccounts;
import dev.assay.api.signon.SignOnIssuer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Puts the sign-on into the security filters, where the settings name an issuer. State, nonce, proof of the key (PKCE) and the checks of the token
 * are Spring Security's; whose account it is, and whether a second factor is asked for, is decided here.
 */
@Component
final class SignOnDoor {

    private static final String BEGIN = "/sign-on/at";

    private final SignOnIssuer issuer;
    private final SignOnAccounts accounts;
    private final IssuerCalls calls;
    private final SecondFactor factors;
    private final LoginThrottle throttle;
    private final AuthorityClock clock;

    SignOnDoor(
            SignOnIssuer issuer,
            SignOnAccounts accounts,
            IssuerCalls calls,
            SecondFactor factors,
            LoginThrottle throttle,
            AuthorityClock clock) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.calls = calls;
        this.factors = factors;
        this.throttle = throttle;
        this.clock = clock;
    }

    void apply(HttpSecurity http) {
        if (!issuer.settings().isOn()) {
            return;
        }
        SignOnUsers users = new SignOnUsers(calls.users(), issuer.settings(), accounts, factors);
        SignOnFailures failures = new SignOnFailures(accounts, clock);
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(issuer)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(begin -> begin.baseUri(BEGIN).authorizationRequestResolver(resolver()))
                .redirectionEndpoint(back -> back.baseUri(SignOnIssuer.RETURN))
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(calls.tokens()))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .defaultSuccessUrl("/")
                .failureHandler(failures)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(failures);
                        return filter;
                    }
                }));
        http.addFilterAfter(codes(users, failures), OAuth2LoginAuthenticationFilter.class);
        OidcClientInitiatedLogoutSuccessHandler end = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        end.setPostLogoutRedirectUri("{baseUrl}/");
        http.logout(logout -> logout.logoutSuccessHandler(end));
    }

    /** One address alone begins a sign-on. The issuer is told what is required of it; that it did so is checked in its token. */
    private OAuth2AuthorizationRequestResolver resolver() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(issuer, BEGIN);
        List<String> acr = issuer.settings().requiredAcr();
        if (!acr.isEmpty()) {
            resolver.setAuthorizationRequestCustomizer(
                    request -> request.additionalParameters(more -> more.put("acr_values", String.join(" ", acr))));
        }
        RequestMatcher begins =
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, BEGIN + "/" + SignOnIssuer.ID);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return begins.matches(request) ? resolver.resolve(request) : null;
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
                return resolver.resolve(request, id);
            }
        };
    }

    private CodeAfterSignOn codes(SignOnUsers users, SignOnFailures failures) {
        CodeAfterSignOn codes = new CodeAfterSignOn(users, factors, throttle, clock);
        codes.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        codes.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()))));
        codes.setAuthenticationSuccessHandler(new SavedRequestAwareAuthenticationSuccessHandler());
        codes.setAuthenticationFailureHandler(failures);
        return codes;
    }
}
