package dev.assay.core.listing;

import java.time.LocalDate;

/**
 * Where a case for the serious-violation list 严重违法失信名单 stands. A rule proposes; only a person lists:
 *
 * <pre>
 * PROPOSED ──confirm──► CONFIRMED
 *     └─────dismiss───► DISMISSED
 * </pre>
 *
 * <p>Only a proposed case can be decided, and the types say so: the other states have no way on.
 */
public sealed interface ListingState {

    /**
     * The word for the state in the store and in the API.
     *
     * @return {@code PROPOSED}, {@code CONFIRMED} or {@code DISMISSED}
     */
    String code();

    /**
     * Proposed by a rule; nobody has decided, and nobody outside the authority may know of it.
     *
     * @param on the as-of day of the run that proposed it
     */
    record Proposed(LocalDate on) implements ListingState {

        /** The word for this state. */
        public static final String CODE = "PROPOSED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Puts the business on the list, from the day of the decision.
         *
         * @param decision who decides, when and why
         * @return the confirmed case, with its last day on the list
         * @throws IllegalArgumentException if the decision lies before the proposal
         */
        public Confirmed confirm(Decision decision) {
            checkOrder(decision);
            return new Confirmed(decision, decision.on(), ListingTerm.lastDay(decision.on()));
        }

        /**
         * Closes the case without listing.
         *
         * @param decision who decides, when and why
         * @return the dismissed case
         * @throws IllegalArgumentException if the decision lies before the proposal
         */
        public Dismissed dismiss(Decision decision) {
            checkOrder(decision);
            return new Dismissed(decision);
        }

        private void checkOrder(Decision decision) {
            if (decision.on().isBefore(on)) {
                throw new IllegalArgumentException(
                        "The decision (%s) lies before the proposal (%s).%nMaybe the last run was given a day in the future."
                                .formatted(decision.on(), on));
            }
        }
    }

    /**
     * On the list, and public.
     *
     * @param decision who decided, when and why
     * @param listedOn the first day on the list
     * @param endsOn the last day on the list
     */
    record Confirmed(Decision decision, LocalDate listedOn, LocalDate endsOn) implements ListingState {

        /** The word for this state. */
        public static final String CODE = "CONFIRMED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Whether the entry stands on a day.
         *
         * @param day the day
         * @return true from {@code listedOn} to {@code endsOn}, both included
         */
        public boolean standsOn(LocalDate day) {
            return !day.isBefore(listedOn) && !day.isAfter(endsOn);
        }
    }

    /**
     * Closed without listing.
     *
     * @param decision who decided, when and why
     */
    record Dismissed(Decision decision) implements ListingState {

        /** The word for this state. */
        public static final String CODE = "DISMISSED";

        @Override
        public String code() {
            return CODE;
        }
    }
}
