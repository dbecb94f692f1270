package dev.assay.core.request;

import dev.assay.core.listing.Decision;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.WorkingDays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a request of a business stands:
 *
 * <pre>
 * FILED ──accept──► ACCEPTED ──grant──► GRANTED ──revoke──► REVOKED (its papers were false)
 *   │                  └──────refuse──► REFUSED
 *   ├──decline──► DECLINED
 *   └──withdraw─► WITHDRAWN ◄── from ACCEPTED too
 * </pre>
 *
 * <p>Who decided what the request is about decides nothing on it, and who took it in hand does not decide it.
 */
public sealed interface RequestState {

    /**
     * The word for the state in the store and in the API.
     *
     * @return such as {@code FILED}
     */
    String code();

    /**
     * What the business asked for.
     *
     * @return who filed it, when, and in which words
     */
    Decision filing();

    /** A request that is not decided. */
    sealed interface Pending extends RequestState {

        /**
         * Takes the request back.
         *
         * @param act who does, when and why
         * @return the withdrawn request
         */
        default Withdrawn withdraw(Decision act) {
            return new Withdrawn(filing(), act);
        }
    }

    /**
     * Filed; the authority has not said whether it takes it in hand.
     *
     * @param filing who filed it, when, and in which words
     * @param excluded accounts that may not decide it, because they decided what it is about
     * @param acceptBy by when the authority answers
     */
    record Filed(Decision filing, Set<String> excluded, Deadline acceptBy) implements Pending {

        /** The word for this state. */
        public static final String CODE = "FILED";

        /** Copies the set. */
        public Filed {
            excluded = Set.copyOf(excluded);
        }

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Takes the request in hand.
         *
         * @param act who does, when and why
         * @param terms the terms
         * @param calendar the working days
         * @return the accepted request
         */
        public Accepted accept(Decision act, RequestTerms terms, WorkingDays calendar) {
            Set<String> others = new TreeSet<>(excluded);
            others.add(act.by());
            return new Accepted(filing, others, act, terms.decide().after(act.on(), calendar));
        }

        /**
         * Does not take it in hand.
         *
         * @param act who says so, when and why
         * @return the declined request
         * @throws RequestRefusedException if the person decided what the request is about
         */
        public Declined decline(Decision act) {
            checkOther(excluded, act);
            return new Declined(filing, act);
        }
    }

    /**
     * In hand.
     *
     * @param filing who filed it, when, and in which words
     * @param excluded accounts that may not decide it
     * @param acceptance who took it in hand, when and why
     * @param decideBy by when it is decided
     */
    record Accepted(Decision filing, Set<String> excluded, Decision acceptance, Deadline decideBy) implements Pending {

        /** The word for this state. */
        public static final String CODE = "ACCEPTED";

        /** Copies the set. */
        public Accepted {
            excluded = Set.copyOf(excluded);
        }

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Grants the request.
         *
         * @param decision who does, when and why
         * @param required the conditions that must be fulfilled, by id
         * @param fulfilled those that the person found fulfilled
         * @return the granted request
         * @throws RequestRefusedException if the person may not decide it, or a condition is not fulfilled
         */
        public Granted grant(Decision decision, Set<String> required, Set<String> fulfilled) {
            checkOther(excluded, decision);
            required.stream()
                    .filter(condition -> !fulfilled.contains(condition))
                    .findFirst()
                    .ifPresent(condition -> {
                        throw new RequestRefusedException(
                                Refusal.NOT_FULFILLED,
                                "The condition (%s) is not fulfilled.%nMaybe refuse the request, and say so."
                                        .formatted(condition));
                    });
            return new Granted(filing, decision);
        }

        /**
         * Refuses the request.
         *
         * @param decision who does, when and why
         * @return the refused request
         * @throws RequestRefusedException if the person may not decide it
         */
        public Refused refuse(Decision decision) {
            checkOther(excluded, decision);
            return new Refused(filing, decision);
        }
    }

    /**
     * Granted.
     *
     * @param filing who filed it, when, and in which words
     * @param decision who granted it, when and why
     */
    record Granted(Decision filing, Decision decision) implements RequestState {

        /** The word for this state. */
        public static final String CODE = "GRANTED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Takes the grant back, because it was got by false papers.
         *
         * @param act who does, when and why
         * @return the revoked request
         */
        public Revoked revoke(Decision act) {
            return new Revoked(filing, act);
        }
    }

    /**
     * Refused, with reasons.
     *
     * @param filing who filed it, when, and in which words
     * @param decision who refused it, when and why
     */
    record Refused(Decision filing, Decision decision) implements RequestState {

        /** The word for this state. */
        public static final String CODE = "REFUSED";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Not taken in hand, with reasons.
     *
     * @param filing who filed it, when, and in which words
     * @param decision who said so, when and why
     */
    record Declined(Decision filing, Decision decision) implements RequestState {

        /** The word for this state. */
        public static final String CODE = "DECLINED";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Taken back by who filed it.
     *
     * @param filing who filed it, when, and in which words
     * @param decision who took it back, when and why
     */
    record Withdrawn(Decision filing, Decision decision) implements RequestState {

        /** The word for this state. */
        public static final String CODE = "WITHDRAWN";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Granted once, and taken back because its papers were false.
     *
     * @param filing who filed it, when, and in which words
     * @param decision who took the grant back, when and why
     */
    record Revoked(Decision filing, Decision decision) implements RequestState {

        /** The word for this state. */
        public static final String CODE = "REVOKED";

        @Override
        public String code() {
            return CODE;
        }
    }

    private static void checkOther(Set<String> excluded, Decision decision) {
        if (excluded.contains(decision.by())) {
            throw new RequestRefusedException(
                    Refusal.OWN_WORK,
                    "(%s) decided what this request is about, or took it in hand, so somebody else decides it.%nMaybe ask a colleague."
                            .formatted(decision.by()));
        }
    }
}
