package dev.assay.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Answers under {@code /v1} carry an ETag over their bytes and may be kept by the one who asked, but are to be checked each time:
 * a repeated question costs a 304.
 */
@Configuration(proxyBeanMethods = false)
class ApiCaching {

    private static final String API = "/v1/*";

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns(API);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> cacheControl() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new CacheControl());
        registration.addUrlPatterns(API);
        return registration;
    }

    private static final class CacheControl extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader(HttpHeaders.VARY, "Authorization, Cookie");
            chain.doFilter(request, response);
        }
    }
}
