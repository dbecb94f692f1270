package dev.assay.core.listing;

import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a case for a list stands from the decision to list on; see {@link ListingState} for the whole way. */
public sealed interface EntryState extends ListingState {

    /**
     * Decided by the county or the city, and not in effect until the level above consents.
     *
     * @param preparation what was done before
     * @param decision who decided, when and why
     * @param weighing what was weighed
     * @param level for which authority it was decided
     * @param consentBy by when the level above should answer
     */
    record AwaitingConsent(
            Preparation preparation, Decision decision, Weighing weighing, Level level, Deadline consentBy)
            implements EntryState {

        /** The word for this state. */
        public static final String CODE = "AWAITING_CONSENT";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Consents.
         *
         * @param step who consents, for which authority, when and why
         * @param procedure the procedure of the edition
         * @param calendar the working days
         * @return the decided case; the decision is that of the level below, and takes effect with the consent
         * @throws ListingRefusedException if the person decided or handled the case, or is not of the level above
         */
        public Decided consent(ListingStep.Consent step, Procedure procedure, WorkingDays calendar) {
            Decision consent = step.act();
            checkOther(consent, step.level(), step.division());
            return new Decided(
                    new Decision(decision.by(), decision.at(), consent.on(), decision.reason()),
                    weighing,
                    procedure.publish().after(consent.on(), calendar));
        }

        /**
         * Refuses the consent.
         *
         * @param step who refuses, for which authority, when and why
         * @return the dismissed case
         * @throws ListingRefusedException if the person decided or handled the case, or is not of the level above
         */
        public Dismissed refuseConsent(ListingStep.RefuseConsent step) {
            checkOther(step.act(), step.level(), step.division());
            return new Dismissed(step.act());
        }

        private void checkOther(Decision other, Level above, @Nullable String division) {
            preparation.checkOtherThanHandlers(other);
            if (other.by().equals(decision.by())) {
                throw new ListingRefusedException(
                        Refusal.OWN_WORK,
                        "(%s) decided this case, so somebody of the level above consents.%nMaybe ask there."
                                .formatted(other.by()));
            }
            if (!above.isAbove(level, division)) {
                throw new ListingRefusedException(
                        Refusal.NOT_ABOVE,
                        "The account (%s) acts for (%s), which is not above the authority that decided (%s) on a case of the division (%s).%nMaybe let an account consent that is kept to the division above, such as the prefecture's or the province's."
                                .formatted(
                                        other.by(),
                                        above.equals(Level.UNSAID) ? "every division" : above.beginning(),
                                        level.equals(Level.UNSAID) ? "every division" : level.beginning(),
                                        division == null ? "not known" : division));
            }
            ListingRefusedException.checkOrder(other.on(), decision.on());
        }
    }

    /**
     * Decided, and not yet published.
     *
     * @param decision who decided, the day on which the decision took effect, and why
     * @param weighing what was weighed
     * @param publishBy the last day for publishing it
     */
    record Decided(Decision decision, Weighing weighing, Deadline publishBy) implements EntryState {

        /** The word for this state. */
        public static final String CODE = "DECIDED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Publishes the entry.
         *
         * @param on the day
         * @param trigger the day of what proposed the case
         * @param term how long it stays
         * @return the entry
         * @throws ListingRefusedException if the day lies before the decision
         */
        public Listed publish(LocalDate on, LocalDate trigger, EntryTerm term) {
            ListingRefusedException.checkOrder(on, decision.on());
            return new Listed(decision, decision.on(), on, term.lastDay(trigger, decision.on()));
        }

        /**
         * Takes the decision back before anybody saw it.
         *
         * @param annulment who does, when and why
         * @return the annulled case
         */
        public Annulled annul(Decision annulment) {
            return new Annulled(null, annulment);
        }
    }

    /**
     * On the list, and published.
     *
     * @param decision who decided, when and why
     * @param listedOn the first day on the list, that of the decision
     * @param publishedOn the day on which it was published
     * @param endsOn the last day on the list; null for life
     */
    record Listed(
            Decision decision,
            LocalDate listedOn,
            LocalDate publishedOn,
            @Nullable LocalDate endsOn) implements EntryState {

        /** The word for this state. */
        public static final String CODE = "LISTED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Whether everyone may see the entry on a day.
         *
         * @param day the day
         * @return true from its publication to {@code endsOn}, both included
         */
        public boolean standsOn(LocalDate day) {
            return !day.isBefore(publishedOn) && (endsOn == null || !day.isAfter(endsOn));
        }

        /**
         * Ends the entry with its term.
         *
         * @param on the day
         * @return the expired entry
         * @throws ListingRefusedException if the term has not passed
         */
        public Expired expire(LocalDate on) {
            if (endsOn == null || !on.isAfter(endsOn)) {
                throw new ListingRefusedException(
                        Refusal.TOO_EARLY,
                        "The entry stands until %s.%nMaybe annul or remove it, if there is a ground."
                                .formatted(endsOn == null ? "the end of life" : endsOn));
            }
            return new Expired(this);
        }

        /**
         * Annuls the entry: its penalty was annulled or found illegal, or an objection won.
         *
         * @param annulment who does, when and why
         * @return the annulled entry
         * @throws ListingRefusedException if the day lies before the listing
         */
        public Annulled annul(Decision annulment) {
            ListingRefusedException.checkOrder(annulment.on(), listedOn);
            return new Annulled(this, annulment);
        }

        /**
         * Removes the entry early, after its credit was repaired.
         *
         * @param decision who granted the repair, when and why
         * @return the removed entry
         * @throws ListingRefusedException if the day lies before the listing
         */
        public Removed remove(Decision decision) {
            ListingRefusedException.checkOrder(decision.on(), listedOn);
            return new Removed(this, decision);
        }
    }

    /**
     * Removed early by credit repair.
     *
     * @param entry as it stood
     * @param decision who granted the repair, when and why
     */
    record Removed(Listed entry, Decision decision) implements EntryState {

        /** The word for this state. */
        public static final String CODE = "REMOVED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Puts the entry back: the application for repair was false. The term starts anew.
         *
         * @param restoring who does, when and why
         * @param term how long it stays
         * @return the entry, from the day of this decision
         */
        public Listed restore(Decision restoring, EntryTerm term) {
            ListingRefusedException.checkOrder(restoring.on(), decision.on());
            return new Listed(restoring, restoring.on(), restoring.on(), term.lastDay(restoring.on(), restoring.on()));
        }
    }

    /**
     * Ended with its term.
     *
     * @param entry as it stood
     */
    record Expired(Listed entry) implements EntryState {

        /** The word for this state. */
        public static final String CODE = "EXPIRED";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Annulled: as if it had never been.
     *
     * @param entry as it stood; null if it was not published yet
     * @param decision who annulled it, when and why
     */
    record Annulled(@Nullable Listed entry, Decision decision) implements EntryState {

        /** The word for this state. */
        public static final String CODE = "ANNULLED";

        @Override
        public String code() {
            return CODE;
        }
    }
}
