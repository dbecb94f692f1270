package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.problem.Problems;
import dev.assay.store.repetition.MarkedRequests;
import dev.assay.store.repetition.MarkedRequests.Known;
import dev.assay.store.repetition.MarkedRequests.Marked;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a program repeat a write whose answer it did not get: with the same {@code Idempotency-Key} and the same request it gets the answer of
 * before, and nothing is done twice (draft-ietf-httpapi-idempotency-key-header). Answers that did something are kept for a day; one that refused is
 * forgotten, so that the same key may be tried again.
 */
final class MarkedWrites extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final MarkedRequests requests;
    private final AuthorityClock clock;

    MarkedWrites(MarkedRequests requests, AuthorityClock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getHeader(KEY) == null
                || !request.getRequestURI()
                        .substring(request.getContextPath().length())
                        .startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!USABLE.matcher(key).matches()) {
            Problems.refuse(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "The header Idempotency-Key is not 1 to 128 letters, digits and signs without blanks.%nMaybe send a UUID.");
            return;
        }
        ReadRequest read = new ReadRequest(request);
        Marked marked = new Marked(caller(), key, digest(request, read.body()));
        switch (requests.begin(marked, clock.now())) {
            case Known.Begun _ -> answer(marked, read, response, chain);
            case Known.Another _ ->
                Problems.refuse(
                        request,
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Another request had the same Idempotency-Key.%nMaybe give each request a key of its own, and send a repeated one unchanged.");
            case Known.UnderWay _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                Problems.refuse(
                        request,
                        response,
                        HttpStatus.CONFLICT,
                        "The request with this Idempotency-Key is being answered.%nMaybe wait a second and repeat it; if it stays so, look whether it was done, and send it with another key if not.");
            }
            case Known.Answered answered -> {
                response.setStatus(answered.status());
                response.setHeader("Idempotency-Replayed", "true");
                if (answered.contentType() != null) {
                    response.setContentType(answered.contentType());
                }
                response.getOutputStream().write(answered.body().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Programs and accounts may have the same name. */
    private static String caller() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return switch (known) {
            case null -> "";
            case JwtAuthenticationToken program -> "client:" + program.getName();
            default -> "account:" + known.getName();
        };
    }

    private void answer(Marked marked, ReadRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = HttpStatus.valueOf(kept.getStatus()).is2xxSuccessful();
            if (done) {
                requests.keep(
                        marked,
                        new Known.Answered(
                                kept.getStatus(),
                                kept.getContentType(),
                                new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8)));
            }
        } finally {
            if (!done) {
                requests.forget(marked);
            }
            kept.copyBodyToResponse();
        }
    }

    private static String digest(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((request.getMethod()
                            + "\n"
                            + request.getRequestURI()
                            + "\n"
                            + Objects.requireNonNullElse(request.getQueryString(), "")
                            + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
