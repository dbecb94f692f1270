package dev.assay.api.access;

import dev.assay.api.signon.SignOnIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;

/**
 * No inline script or style, nothing from elsewhere, never in a frame. A form leads elsewhere in one case: the logout of somebody who signed on at an
 * issuer goes on to the issuer, which browsers count as the form's own target.
 */
final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'self'";

    private final SignOnIssuer issuer;

    ContentPolicy(SignOnIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            String end = known != null && known.getPrincipal() instanceof SignedOnUser
                    ? issuer.endOrigin().map(origin -> " " + origin).orElse("")
                    : "";
            response.setHeader(HEADER, POLICY + end);
        }
    }
}
