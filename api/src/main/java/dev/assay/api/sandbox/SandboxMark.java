package dev.assay.api.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says of every answer of a sandbox, refusals included, that it is of one: a program can refuse to take made-up data for real ones. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SandboxMark extends OncePerRequestFilter {

    /** The header; other servers never send it. */
    public static final String HEADER = "Assay-Sandbox";

    private final SandboxSettings settings;

    SandboxMark(SandboxSettings settings) {
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !settings.on();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HEADER, "made-up data");
        response.setHeader("X-Robots-Tag", "noindex");
        chain.doFilter(request, response);
    }
}
