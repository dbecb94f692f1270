package dev.assay.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.AccessSettings.Limits;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class RequestLimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private Instant now = NOON;
    private final RequestLimits limits =
            new RequestLimits(new Limits(0, 5, 2, 1, 1), new AuthorityClock(() -> now), new TokenBuckets(), false);
    private final RequestLimits doors =
            new RequestLimits(new Limits(0, 5, 2, 1, 1), new AuthorityClock(() -> now), new TokenBuckets(), true);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    private static MockHttpServletResponse ask(RequestLimits filter, String method, String path, String address)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void what_is_left_is_announced_and_beyond_it_comes_429_until_the_bucket_has_filled_again() throws Exception {
        MockHttpServletResponse first = ask(limits, "GET", "/v1/models", "10.0.0.1");
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getHeader("RateLimit-Limit")).isEqualTo("2");
        assertThat(first.getHeader("RateLimit-Remaining")).isEqualTo("1");
        // Two a minute: one comes back in 30 seconds.
        assertThat(first.getHeader("RateLimit-Reset")).isEqualTo("30");

        assertThat(ask(limits, "GET", "/v1/models", "10.0.0.1").getHeader("RateLimit-Remaining"))
                .isEqualTo("0");
        MockHttpServletResponse refused = ask(limits, "GET", "/v1/models", "10.0.0.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
        assertThat(refused.getHeader("RateLimit-Reset")).isEqualTo("60");

        now = NOON.plusSeconds(29);
        assertThat(ask(limits, "GET", "/v1/models", "10.0.0.1").getStatus()).isEqualTo(429);
        now = NOON.plusSeconds(30);
        assertThat(ask(limits, "GET", "/v1/models", "10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(ask(limits, "GET", "/v1/models", "10.0.0.1").getStatus()).isEqualTo(429);
    }

    @Test
    void each_address_and_each_account_counts_for_itself() throws Exception {
        ask(limits, "GET", "/v1/models", "10.0.0.1");
        ask(limits, "GET", "/v1/models", "10.0.0.1");
        assertThat(ask(limits, "GET", "/v1/models", "10.0.0.2").getStatus()).isEqualTo(200);

        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "wang", "", AuthorityUtils.createAuthorityList("ROLE_PARTNER")));
        assertThat(ask(limits, "GET", "/v1/models", "10.0.0.1").getHeader("RateLimit-Limit"))
                .isEqualTo("5");
    }

    @Test
    void doors_count_for_each_address_before_anyone_is_known() throws Exception {
        assertThat(ask(doors, "POST", "/login", "10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(ask(doors, "POST", "/oauth2/token", "10.0.0.1").getStatus()).isEqualTo(429);
        assertThat(ask(doors, "GET", "/login", "10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(ask(doors, "POST", "/login", "10.0.0.2").getStatus()).isEqualTo(200);
    }

    @Test
    void pages_are_not_counted_and_no_limit_is_none() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(limits, "GET", "/overview", "10.0.0.1").getStatus()).isEqualTo(200);
        }
        RequestLimits none =
                new RequestLimits(new Limits(0, 0, 0, 0, 1), new AuthorityClock(() -> now), new TokenBuckets(), false);
        assertThat(ask(none, "GET", "/v1/models", "10.0.0.1").getHeader("RateLimit-Limit"))
                .isNull();
    }
}
