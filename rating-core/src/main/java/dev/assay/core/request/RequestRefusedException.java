package dev.assay.core.request;

/** A step on a request that may not be taken. Nothing was changed. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a step may not be taken. */
    public enum Refusal {
        /** The request does not stand where this step begins. */
        OUT_OF_ORDER,
        /** Who decided what the request is about, or took it in hand, may not decide it. */
        OWN_WORK,
        /** The entry has not stood long enough, or a false application is not long enough ago. */
        TOO_EARLY,
        /** A condition is not fulfilled. */
        NOT_FULFILLED,
        /** What it is about is never repaired early. */
        NEVER,
        /** What it is about is not there, or stands no more. */
        NOT_STANDING,
        /** There is one already that is not decided. */
        PENDING,
        /** The reason is blank or too long, or the promise was not given. */
        NO_REASON,
        /** A paper is too large, or not what it says. */
        BAD_PAPER,
        /** Somebody else has moved the request in the meantime. */
        CHANGED_SINCE
    }

    private final Refusal refusal;

    /**
     * A refusal.
     *
     * @param refusal why
     * @param message the same in words, with what to do
     */
    public RequestRefusedException(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Refusal refusal() {
        return refusal;
    }
}
