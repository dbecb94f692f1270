package dev.assay.api.access;

import dev.assay.api.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many requests at the same time and no more: beyond what the machine can do, requests that wait take its memory and all end too late, and
 * nobody is answered. Who comes beyond is told at once to come again (503). Somebody who waits for changes holds no place, and whether the server
 * lives is answered in any case.
 */
final class LoadLimit extends OncePerRequestFilter {

    /** Without the frame of the other pages, which asks the database. */
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh"><head><meta charset="UTF-8"><title>503</title></head>
            <body><h1>系统繁忙</h1><p>请稍候片刻后重试。</p><h1 lang="en">The server has more to do than it can</h1><p lang="en">Come again in a moment.</p></body></html>
            """;

    private final Semaphore places;

    LoadLimit(int together) {
        this.places = new Semaphore(together);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Problems.COME_AGAIN_SECONDS);
            if (Problems.isForMachine(request)) {
                Problems.refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, null);
            } else {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                response.setContentType("text/html;charset=UTF-8");
                response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
