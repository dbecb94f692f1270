package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.problem.Problems;
import dev.assay.api.signon.SignOnIssuer;
import dev.assay.store.account.Account;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.ClientScope;
import dev.assay.store.account.Role;
import dev.assay.store.repetition.MarkedRequests;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Makes the security filters from the {@link Route}s: nothing is open that no route opens. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** What programs send and no form on a page can. */
    private static final Set<String> NO_FORM = Set.of(
            MediaType.APPLICATION_JSON_VALUE,
            MediaType.APPLICATION_PDF_VALUE,
            MediaType.IMAGE_JPEG_VALUE,
            MediaType.IMAGE_PNG_VALUE);

    /** A program that asks for a token shows its secret as OAuth 2 has it, which is no account's password, and has no session. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenFilterChain(HttpSecurity http, RequestLimits doors) {
        http.securityMatcher("/oauth2/token");
        http.addFilterBefore(doors, HeaderWriterFilter.class);
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll();
            requests.requestMatchers(HttpMethod.POST, "/oauth2/token").permitAll();
            requests.anyRequest().denyAll();
        });
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.exceptionHandling(
                refusals -> refusals.authenticationEntryPoint(entryPoint()).accessDeniedHandler(denied()));
        return http.build();
    }

    /** Before logins are checked; the one that knows who asks is made beside it. */
    @Bean
    RequestLimits limitsAtDoors(AccessSettings settings, AuthorityClock clock) {
        return new RequestLimits(settings.limits(), clock, new TokenBuckets(), true);
    }

    /** Before everything else: nobody who is not known yet sends much. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(AccessSettings settings) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(settings.body()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Before it, too: what is refused here is to cost nothing. */
    @Bean
    FilterRegistrationBean<LoadLimit> loadLimit(AccessSettings settings) {
        FilterRegistrationBean<LoadLimit> registration =
                new FilterRegistrationBean<>(new LoadLimit(settings.limits().together()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    KeptAnswers keptAnswers(
            AnswerSettings settings,
            CurrentMark mark,
            Viewers viewers,
            ReadWatch watch,
            AuthorityClock clock,
            MeterRegistry meters) {
        return new KeptAnswers(settings, mark, viewers, watch, clock, meters);
    }

    /** It stands in the chains of filters, and not before all of them too. */
    @Bean
    FilterRegistrationBean<RequestLimits> doorsInChainsOnly(RequestLimits doors) {
        FilterRegistrationBean<RequestLimits> registration = new FilterRegistrationBean<>(doors);
        registration.setEnabled(false);
        return registration;
    }

    /**
     * What is asked of everybody who is logged in: whether the account still stands, and whether its second factor was given; and, beside the password,
     * the sign-on at an issuer, which also says where a page's form may lead.
     */
    record LoginChecks(SessionCheck session, FactorCheck factor, SignOnDoor signOn, ContentPolicy policy) {}

    @Bean
    LoginChecks loginChecks(Accounts accounts, SecondFactor factors, SignOnDoor signOn, SignOnIssuer issuer) {
        return new LoginChecks(new SessionCheck(accounts), new FactorCheck(factors), signOn, new ContentPolicy(issuer));
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ThrottledLogin login,
            LoginChecks checks,
            AccessTokens tokens,
            RequestLimits doors,
            MarkedRequests marked,
            AuthorityClock clock) {
        http.authenticationProvider(login);
        http.addFilterBefore(doors, HeaderWriterFilter.class);
        http.addFilterBefore(new ProofRefusals(), HeaderWriterFilter.class);
        http.addFilterBefore(checks.session(), AuthorizationFilter.class);
        http.addFilterBefore(checks.factor(), AuthorizationFilter.class);
        http.addFilterBefore(doors.beyond(), AuthorizationFilter.class);
        http.addFilterAfter(new MarkedWrites(marked, clock), AuthorizationFilter.class);
        http.oauth2ResourceServer(programs -> programs.authenticationEntryPoint(entryPoint())
                .jwt(jwt -> jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(SecurityRules::program)));
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll();
            for (Route route : Route.ALL) {
                var guarded = requests.requestMatchers(matchers(route).toArray(RequestMatcher[]::new));
                if (route.audience() == Audience.EVERYONE) {
                    guarded.permitAll();
                } else {
                    AuthorizationManager<RequestAuthorizationContext> people = AuthorityAuthorizationManager.hasAnyRole(
                            route.audience().roleNames());
                    guarded.access((known, request) -> known.get() instanceof JwtAuthenticationToken program
                            ? new AuthorizationDecision(allows(program, route))
                            : people.authorize(known, request));
                }
            }
            requests.anyRequest().denyAll();
        });
        http.formLogin(form -> form.loginPage("/login")
                .authenticationDetailsSource(LoginWithCode::new)
                .defaultSuccessUrl("/")
                .failureHandler((request, response, failure) -> response.sendRedirect(request.getContextPath()
                        + (failure instanceof LockedException ? "/login?wait" : "/login?error"))));
        http.logout(logout -> logout.logoutSuccessUrl("/"));
        checks.signOn().apply(http);
        http.httpBasic(basic -> basic.authenticationEntryPoint(entryPoint()));
        http.exceptionHandling(
                refusals -> refusals.authenticationEntryPoint(entryPoint()).accessDeniedHandler(denied()));
        // A form on another site can send neither JSON nor a picture nor a token; programs have no page to take a token
        // from.
        http.csrf(forms -> forms.ignoringRequestMatchers(
                request -> Problems.isForMachine(request) && isNoForm(request.getContentType())));
        http.headers(headers -> headers.addHeaderWriter(checks.policy())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    /** A program needs the scope of a route, whatever the route's audience; persons' accounts have no scopes. */
    private static boolean allows(JwtAuthenticationToken program, Route route) {
        return route.audience().isForPrograms()
                && route.findScope()
                        .filter(scope -> program.getAuthorities().contains(authority(scope)))
                        .isPresent();
    }

    private static boolean isNoForm(@Nullable String type) {
        return type != null && NO_FORM.contains(type);
    }

    private static JwtAuthenticationToken program(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + Role.PARTNER.name()));
        ClientScope.read(Objects.requireNonNullElse(token.getClaimAsString(AccessTokens.SCOPE), "")).stream()
                // A program without divisions is a platform's, whatever its token says.
                .filter(scope ->
                        !scope.isOfAuthority() || !AccessTokens.divisions(token).isEmpty())
                .forEach(scope -> authorities.add(authority(scope)));
        return new JwtAuthenticationToken(token, authorities);
    }

    /** What a program with a scope carries. */
    static GrantedAuthority authority(ClientScope scope) {
        return new SimpleGrantedAuthority("SCOPE_" + scope.code());
    }

    @Bean
    ThrottledLogin throttledLogin(
            Accounts accounts,
            PasswordEncoder encoder,
            SecondFactor factors,
            LoginThrottle throttle,
            AuthorityClock clock) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users(accounts));
        passwords.setPasswordEncoder(encoder);
        return new ThrottledLogin(passwords, factors, throttle, clock);
    }

    /** Codes after a sign-on count as those beside a password. */
    @Bean
    LoginThrottle loginThrottle() {
        return new LoginThrottle();
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
