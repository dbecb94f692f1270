package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.problem.Problems;
import dev.assay.store.account.Account;
import dev.assay.store.account.Accounts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Makes the security filters from the {@link Route}s: nothing is open that no route opens. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** No inline script or style, nothing from elsewhere, never in a frame. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
            + " base-uri 'none'";

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ThrottledLogin login, Accounts accounts) {
        http.authenticationProvider(login);
        http.addFilterBefore(new SessionCheck(accounts), AuthorizationFilter.class);
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll();
            for (Route route : Route.ALL) {
                var guarded = requests.requestMatchers(matchers(route).toArray(RequestMatcher[]::new));
                if (route.audience() == Audience.EVERYONE) {
                    guarded.permitAll();
                } else {
                    guarded.hasAnyRole(route.audience().roleNames());
                }
            }
            requests.anyRequest().denyAll();
        });
        http.formLogin(form -> form.loginPage("/login")
                .defaultSuccessUrl("/")
                .failureHandler((request, response, failure) -> response.sendRedirect(request.getContextPath()
                        + (failure instanceof LockedException ? "/login?wait" : "/login?error"))));
        http.logout(logout -> logout.logoutSuccessUrl("/"));
        http.httpBasic(basic -> basic.authenticationEntryPoint(entryPoint()));
        http.exceptionHandling(
                refusals -> refusals.authenticationEntryPoint(entryPoint()).accessDeniedHandler(denied()));
        // A form on another site can send neither JSON nor a token; programs have no page to take a token from.
        http.csrf(forms -> forms.ignoringRequestMatchers(request ->
                Problems.isForMachine(request) && MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType())));
        http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    @Bean
    ThrottledLogin throttledLogin(Accounts accounts, PasswordEncoder encoder, AuthorityClock clock) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users(accounts));
        passwords.setPasswordEncoder(encoder);
        return new ThrottledLogin(passwords, new LoginThrottle(), clock);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    private static UserDetailsService users(Accounts accounts) {
        return name -> {
            Account account = accounts.find(name)
                    .filter(candidate -> !candidate.locked())
                    .orElseThrow(() ->
                            new UsernameNotFoundException("There is no account (%s) that may log in.".formatted(name)));
            return new AccountUser(account);
        };
    }

    private static AuthenticationEntryPoint entryPoint() {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, failure) -> {
            if (!isRoute(request)) {
                response.sendError(HttpStatus.NOT_FOUND.value());
            } else if (Problems.isForMachine(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Assay\", charset=\"UTF-8\"");
                response.sendError(HttpStatus.UNAUTHORIZED.value());
            } else {
                page.commence(request, response, failure);
            }
        };
    }

    private static AccessDeniedHandler denied() {
        return (request, response, failure) ->
                response.sendError((isRoute(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
    }

    private static boolean isRoute(HttpServletRequest request) {
        return Route.ALL.stream().flatMap(SecurityRules::matchers).anyMatch(matcher -> matcher.matches(request));
    }

    private static Stream<RequestMatcher> matchers(Route route) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        List<HttpMethod> methods = route.method().equals(HttpMethod.GET)
                ? List.of(HttpMethod.GET, HttpMethod.HEAD)
                : List.of(route.method());
        return methods.stream().map(method -> paths.matcher(method, route.pattern()));
    }
}
