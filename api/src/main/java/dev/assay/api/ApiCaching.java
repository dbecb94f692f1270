package dev.assay.api;

import dev.assay.api.access.KeptAnswers;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.CursorSeal;
import dev.assay.api.problem.Problems;
import dev.assay.batch.signing.KeyFiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Answers under {@code /v1} carry an ETag over their bytes and may be kept by the one who asked, but are to be checked each time:
 * a repeated question costs a 304.
 */
@Configuration(proxyBeanMethods = false)
class ApiCaching {

    private static final String API = "/v1/*";

    /** Those of this server, as {@link ShallowEtagHeaderFilter} makes them of the bytes; another is made up. */
    private static final Pattern TAGS =
            Pattern.compile("\\s*(\\*|TAG(\\s*,\\s*TAG)*)\\s*".replace("TAG", "(W/)?\"0[0-9a-f]{32}\""));

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns(API);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 2);
        return registration;
    }

    /** The last of all: who asks is known by then, and the tag is made of the bytes wherever they come from. */
    @Bean
    FilterRegistrationBean<KeptAnswers> answersBeforeControllers(KeptAnswers answers) {
        FilterRegistrationBean<KeptAnswers> registration = new FilterRegistrationBean<>(answers);
        registration.addUrlPatterns(API);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> cacheControl(AssaySettings settings) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(
                new CacheControl(new CursorSeal(KeyFiles.of(settings.dataDir(), "cursor"))));
        registration.addUrlPatterns(API);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return registration;
    }

    private static final class CacheControl extends OncePerRequestFilter {

        private final CursorSeal seal;

        CacheControl(CursorSeal seal) {
            this.seal = seal;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String asked = request.getHeader(HttpHeaders.IF_NONE_MATCH);
            if (asked != null && !TAGS.matcher(asked).matches()) {
                Problems.refuse(
                        request,
                        response,
                        HttpStatus.BAD_REQUEST,
                        "The header If-None-Match holds no ETag of this server.%nMaybe send the ETag of the last answer unchanged, with its quotation marks.");
                return;
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            request.setAttribute(Cursor.Listing.SEAL, seal);
            response.setHeader(HttpHeaders.VARY, "Authorization, Cookie");
            chain.doFilter(request, response);
        }
    }
}
