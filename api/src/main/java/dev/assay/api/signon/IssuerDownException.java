package dev.assay.api.signon;

import org.springframework.security.core.AuthenticationException;

/** The issuer does not answer, or not as an issuer must: nobody can sign on now, and nobody was refused. */
public final class IssuerDownException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    IssuerDownException(String message) {
        super(message);
    }
}
