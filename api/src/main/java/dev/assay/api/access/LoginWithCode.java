package dev.assay.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What the form of the login sends beside name and password: the code of the second factor, empty without. */
final class LoginWithCode extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1;

    private final transient String code;

    LoginWithCode(HttpServletRequest request) {
        super(request);
        this.code = Objects.requireNonNullElse(request.getParameter("code"), "").strip();
    }

    String code() {
        return code;
    }

    /** By address and session: the code is no part of who somebody is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoginWithCode && super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
