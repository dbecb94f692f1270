package dev.assay.api.signon;

import org.springframework.security.core.AuthenticationException;

/** Somebody signed on at the issuer, and may not do so here. */
public final class SignOnRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String user;
    private final String account;

    /** Why a sign-on was refused: the words of the audit log. */
    public enum Reason {
        /** No account is linked with the user. */
        NOT_LINKED,
        /** An account is linked with the user's name, but it is another person's by now. */
        OTHER_PERSON,
        /** The account is locked. */
        LOCKED,
        /** Accounts of the role log in here. */
        ROLE,
        /** The issuer does not say that the person proved who he is as well as is required. */
        ASSURANCE,
        /** The code of the account's own second factor is wrong or missing. */
        CODE,
        /** The code came too late, or nobody had signed on. */
        TOO_LATE,
        /** The issuer's token cannot be relied on. */
        TOKEN,
        /** The token answers another question than this server's. */
        NONCE,
        /** The answer is not one to what this browser asked. */
        STATE,
        /** The issuer itself refused. */
        ISSUER
    }

    /**
     * A refusal.
     *
     * @param reason why
     * @param user the user, as the issuer says; empty where it does not
     * @param account the account; empty where there is none
     */
    public SignOnRefusedException(Reason reason, String user, String account) {
        super("The sign-on of (%s) was refused: %s.".formatted(user, reason));
        this.reason = reason;
        this.user = user;
        this.account = account;
    }

    /**
     * Why.
     *
     * @return it
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Who came.
     *
     * @return the user, as the issuer says; empty where it does not
     */
    public String user() {
        return user;
    }

    /**
     * Whose account it is.
     *
     * @return the account; empty where there is none
     */
    public String account() {
        return account;
    }
}
