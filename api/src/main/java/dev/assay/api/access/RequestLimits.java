package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.signon.SignOnIssuer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Announces and keeps the limits: under {@code /v1} for each program, account or address, and at the doors, where passwords and codes are tried, for
 * each address. The headers are those of draft-ietf-httpapi-ratelimit-headers-06: {@code RateLimit-Limit}, {@code RateLimit-Remaining} and
 * {@code RateLimit-Reset}, the last in seconds.
 */
final class RequestLimits extends OncePerRequestFilter {

    private static final Set<String> DOORS = Set.of("/login", "/claim", "/reset", "/oauth2/token", "/sign-on/code");

    private final AccessSettings.Limits limits;
    private final AuthorityClock clock;
    private final TokenBuckets buckets;
    private final boolean atDoors;

    /**
     * A filter.
     *
     * @param atDoors true for the one before logins are checked, false for the one that knows who asks
     */
    RequestLimits(AccessSettings.Limits limits, AuthorityClock clock, TokenBuckets buckets, boolean atDoors) {
        this.limits = limits;
        this.clock = clock;
        this.buckets = buckets;
        this.atDoors = atDoors;
    }

    /** The filter beyond the doors, which knows who asks. */
    RequestLimits beyond() {
        return new RequestLimits(limits, clock, new TokenBuckets(), false);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return atDoors
                ? !path.equals(SignOnIssuer.RETURN)
                        && (!HttpMethod.POST.matches(request.getMethod()) || !DOORS.contains(path))
                : !path.startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = atDoors ? new Caller("door:" + request.getRemoteAddr(), limits.doors()) : caller(request);
        if (caller.limit() > 0) {
            TokenBuckets.Count count = buckets.take(caller.key(), caller.limit(), clock.now());
            if (!atDoors) {
                response.setHeader("RateLimit-Limit", Integer.toString(count.limit()));
                response.setHeader("RateLimit-Remaining", Integer.toString(count.remaining()));
                response.setHeader("RateLimit-Reset", Long.toString(count.reset()));
            }
            if (!count.allowed()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(count.retry()));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private record Caller(String key, int limit) {}

    private Caller caller(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return switch (known) {
            case JwtAuthenticationToken program -> new Caller("client:" + program.getName(), limits.client());
            case null -> new Caller("address:" + request.getRemoteAddr(), limits.anonymous());
            case AnonymousAuthenticationToken _ -> new Caller("address:" + request.getRemoteAddr(), limits.anonymous());
            default -> new Caller("account:" + known.getName(), limits.account());
        };
    }
}
