package dev.assay.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457), and who gets them. */
public final class Problems {

    /** The attribute of a request that says why a filter refused it. */
    static final String DETAIL = "dev.assay.problem";

    /** After how long to come again where the server has too much to do: the header Retry-After. */
    public static final String COME_AGAIN_SECONDS = "1";

    private Problems() {}

    /**
     * Refuses a request in a filter, before any controller.
     *
     * @param request the request
     * @param response its answer
     * @param status the status
     * @param detail what is wrong and what to do, as a format without arguments; null for the status's own words
     * @throws IOException if the answer cannot be sent
     */
    public static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, @Nullable String detail)
            throws IOException {
        if (detail != null) {
            request.setAttribute(DETAIL, detail.formatted());
        }
        response.sendError(status.value());
    }

    /**
     * Whether a request comes from a program rather than from a person's browser.
     *
     * @param request the request
     * @return true under {@code /v1}, {@code /oauth2} and {@code /actuator}
     */
    public static boolean isForMachine(HttpServletRequest request) {
        return isForMachine(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean isForMachine(String path) {
        return path.startsWith("/v1/")
                || path.startsWith("/oauth2/")
                || path.equals("/v1")
                || path.startsWith("/actuator");
    }

    /**
     * A problem.
     *
     * @param status its status
     * @param detail what is wrong and what to do; null for the status's own words
     * @param path the path of the request
     * @return the problem; its type is {@code about:blank}, so that its title is the status's
     */
    static ProblemDetail problem(HttpStatus status, @Nullable String detail, String path) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(status.getReasonPhrase());
        problem.setDetail(detail == null ? detail(status) : detail);
        problem.setInstance(URI.create(path));
        return problem;
    }

    private static String detail(HttpStatus status) {
        return (switch (status) {
                    case UNAUTHORIZED ->
                        "This needs a login.%nMaybe send name and password with HTTP Basic, or check them; after"
                                + " several failures wait a minute.";
                    case FORBIDDEN ->
                        "This login may not see it.%nMaybe ask the authority for an account with another role.";
                    case NOT_FOUND ->
                        "There is nothing at this address.%nMaybe look at /api-docs for the addresses that exist.";
                    case CONFLICT ->
                        "It has been decided meanwhile, or a file is being taken in.%nMaybe read it again, and try again"
                                + " in a minute.";
                    case CONTENT_TOO_LARGE ->
                        "The body of the request is too large.%nMaybe send it in parts, or as a file on the page Quarantine.";
                    case TOO_MANY_REQUESTS ->
                        "Too many requests came in this minute.%nMaybe wait as many seconds as the header Retry-After says; the RateLimit headers tell what is left.";
                    case SERVICE_UNAVAILABLE ->
                        "The server has more to do than it can.%nMaybe come again in as many seconds as the header Retry-After says.";
                    case METHOD_NOT_ALLOWED -> "This address does not take this method.%nMaybe use GET.";
                    default ->
                        status.is5xxServerError()
                                ? "The server failed, and its log says why.%nMaybe try again, or tell the operator the time."
                                : "The request cannot be answered.%nMaybe look at /api-docs for what is expected.";
                })
                .formatted();
    }
}
