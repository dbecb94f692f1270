package dev.assay.api.access;

import dev.assay.api.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a refused proof of a key (RFC 9449) its problem details: who refuses it answers with a status and a header alone. */
final class ProofRefusals extends OncePerRequestFilter {

    private static final String SCHEME = "DPoP ";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown == null || !shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value() && !response.isCommitted()) {
            Problems.refuse(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "The token or the proof of its key does not hold.%nMaybe make a new proof for each request, with its method, its address without the question, and the digest of the token.");
        }
    }
}
