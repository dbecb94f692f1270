package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.SignOnUsers.CodeNeededException;
import dev.assay.api.signon.IssuerDownException;
import dev.assay.api.signon.SignOnAccounts;
import dev.assay.api.signon.SignOnRefusedException;
import dev.assay.api.signon.SignOnRefusedException.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.ResourceAccessException;

/** What becomes of a sign-on that does not lead in: a code is asked for, or the login page says why, and the audit log keeps it. */
final class SignOnFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnFailures.class);
    private static final String CODE_PAGE = "/sign-on/code";
    private static final String DOWN = "/login?sign-on=DOWN";
    private static final int MOST_CAUSES = 20;
    private static final String NOT_ASKED = "authorization_request_not_found";

    /** Errors that this server's own checks of a token find; all others are the issuer's. */
    private static final Set<String> OF_TOKEN = Set.of(
            "invalid_id_token", "invalid_user_info_response", "missing_user_info_uri", "missing_signature_verifier");

    private final SignOnAccounts accounts;
    private final AuthorityClock clock;

    SignOnFailures(SignOnAccounts accounts, AuthorityClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String page = switch (failure) {
            case CodeNeededException needed -> {
                PendingSignOn.keep(needed.person(), needed.account(), clock.now(), request);
                yield CODE_PAGE;
            }
            case SignOnRefusedException refused -> refused(refused);
            case LockedException _ -> "/login?wait";
            case IssuerDownException _ -> DOWN;
            case OAuth2AuthenticationException wrong -> wrong(wrong, request);
            // The first filter wraps what the issuer's description threw.
            default -> failure.getCause() instanceof IssuerDownException ? DOWN : unknown(failure);
        };
        response.sendRedirect(request.getContextPath() + page);
    }

    private String refused(SignOnRefusedException refused) {
        accounts.note(refused);
        return refused.reason() == Reason.CODE ? CODE_PAGE + "?error" : "/login?sign-on=" + refused.reason();
    }

    private String wrong(OAuth2AuthenticationException wrong, HttpServletRequest request) {
        String code = wrong.getError().getErrorCode();
        LOG.warn("A sign-on was refused ({}): {}", word(code), word(wrong.getMessage()));
        if (isUnanswered(wrong)) {
            return DOWN;
        }
        if (code.equals(NOT_ASKED) && !hasAsked(request)) {
            // Whoever never began one here could fill the audit log with them.
            return "/login?sign-on=" + Reason.STATE;
        }
        Reason reason = switch (code) {
            case NOT_ASKED, "invalid_request" -> Reason.STATE;
            case "invalid_nonce" -> Reason.NONCE;
            default -> OF_TOKEN.contains(code) ? Reason.TOKEN : Reason.ISSUER;
        };
        return refused(new SignOnRefusedException(reason, "", ""));
    }

    /** The issuer went away between the question and the answer: nobody was refused. */
    private static boolean isUnanswered(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof ResourceAccessException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean hasAsked(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && Collections.list(session.getAttributeNames()).stream()
                        .anyMatch(name -> session.getAttribute(name) instanceof OAuth2AuthorizationRequest);
    }

    private static String unknown(AuthenticationException failure) {
        LOG.warn("A sign-on failed.", failure);
        return "/login?sign-on=" + Reason.ISSUER;
    }

    /** What others wrote makes no lines of its own in the log. */
    private static String word(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    }
}
