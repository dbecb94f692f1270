package dev.assay.core.listing;

import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;

/**
 * Where a case for a list stands, such as the serious-violation list 严重违法失信名单. A rule proposes; only persons list, each step by somebody who
 * may take it:
 *
 * <pre>
 * PROPOSED ──notice──► NOTICED ──ask──► HEARING_ASKED ──fix──► HEARING_FIXED ──hold──► HEARD
 *    │                    │  (statement)                                                 │
 *    │                    └──────────────────────── decide ──────────────────────────────┤
 *    │ (no notice asked for)                                                             ▼
 *    ├──────────────────────────── decide ───────────────► [AWAITING_CONSENT ──consent──►] DECIDED ──publish──► LISTED
 *    ▼                                                                                                           │
 * DISMISSED ◄── dismiss, refuse consent                          REMOVED (repair) · EXPIRED · ANNULLED ◄─────────┘
 * </pre>
 *
 * <p>The types hold the order: a state has only the steps that begin there. {@link EntryState} holds those from the decision on, and {@link
 * ListingStep} takes the steps that come from outside.
 */
public sealed interface ListingState permits ListingState.Open, ListingState.Dismissed, EntryState {

    /**
     * The word for the state in the store and in the API.
     *
     * @return such as {@code PROPOSED}
     */
    String code();

    /** States before the decision. */
    sealed interface Open extends ListingState {

        /**
         * What was done so far.
         *
         * @return who handled it, the notice, the statement
         */
        Preparation preparation();

        /**
         * Closes the case without listing.
         *
         * @param decision who decides, when and why
         * @return the dismissed case
         * @throws ListingRefusedException if notice was given and the person handled the case
         */
        default Dismissed dismiss(Decision decision) {
            if (preparation().notice() != null) {
                preparation().checkOtherThanHandlers(decision);
            }
            return new Dismissed(decision);
        }
    }

    /** States from which the listing can be decided. */
    sealed interface Decidable extends Open {

        /**
         * Decides to list.
         *
         * @param decision who decides, when and why
         * @param weighing what was weighed
         * @param level for which authority
         * @param procedure the procedure of the edition under which the case began
         * @param calendar the working days
         * @return the decided case, or one that waits for the consent of the level above
         * @throws ListingRefusedException if the party may still answer, the person handled the case, a factor is not weighed, or there was no intent
         */
        default ListingState decide(
                Decision decision, Weighing weighing, Level level, Procedure procedure, WorkingDays calendar) {
            checkAnswered(decision, procedure);
            preparation().checkOtherThanHandlers(decision);
            checkWeighed(weighing, procedure);
            if (procedure.consent() != null) {
                return new EntryState.AwaitingConsent(
                        preparation(),
                        decision,
                        weighing,
                        level,
                        procedure.consent().after(decision.on(), calendar));
            }
            return new EntryState.Decided(
                    decision, weighing, procedure.publish().after(decision.on(), calendar));
        }

        /**
         * Refuses while the party may still answer.
         *
         * @param decision who would decide
         * @param procedure the procedure
         */
        void checkAnswered(Decision decision, Procedure procedure);

        private static void checkWeighed(Weighing weighing, Procedure procedure) {
            if (weighing.intentDisproved()) {
                throw new ListingRefusedException(
                        Refusal.NO_INTENT,
                        "The party has proved that it did not mean to, so it is not listed.%nMaybe dismiss the case."
                                .formatted());
            }
            procedure.factors().stream()
                    .filter(factor -> !weighing.factors().containsKey(factor.id()))
                    .findFirst()
                    .ifPresent(factor -> {
                        throw new ListingRefusedException(
                                Refusal.NOT_WEIGHED,
                                "The factor (%s) was not weighed.%nMaybe write what was found on it, or that nothing was."
                                        .formatted(factor.title().en()));
                    });
        }
    }

    /**
     * Proposed by a rule; nobody has done anything, and nobody outside the authority may know of it.
     *
     * @param on the as-of day of the run that proposed it
     */
    record Proposed(LocalDate on) implements Decidable {

        /** The word for this state. */
        public static final String CODE = "PROPOSED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Preparation preparation() {
            return Preparation.NONE;
        }

        /**
         * Tells the party in writing what is meant to be decided, on which facts and grounds (Administrative Penalty Law art. 44).
         *
         * @param notice who gave it, when and in which words
         * @param procedure the procedure of the edition
         * @param calendar the working days
         * @return the noticed case
         * @throws ListingRefusedException if the procedure has no notice, or the day lies before the proposal
         */
        public Noticed serveNotice(Decision notice, Procedure procedure, WorkingDays calendar) {
            if (procedure.answer() == null) {
                throw ListingRefusedException.outOfOrder("The rules of this list ask for no notice.");
            }
            ListingRefusedException.checkOrder(notice.on(), on);
            return new Noticed(
                    Preparation.NONE.noticed(notice, procedure.answer().after(notice.on(), calendar)));
        }

        @Override
        public void checkAnswered(Decision decision, Procedure procedure) {
            if (procedure.answer() != null) {
                throw ListingRefusedException.outOfOrder("The party was not given notice.");
            }
            ListingRefusedException.checkOrder(decision.on(), on);
        }
    }

    /**
     * The party was told, and may speak.
     *
     * @param preparation what was done so far
     */
    record Noticed(Preparation preparation) implements Decidable {

        /** The word for this state. */
        public static final String CODE = "NOTICED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Takes down what the party says 陈述申辩. Late words are taken down too: they may be weighed.
         *
         * @param statement who took it down, when, and what was said
         * @return the case with it
         */
        public Noticed receiveStatement(Decision statement) {
            return new Noticed(preparation.stated(statement));
        }

        /**
         * Takes down that the party asks for a hearing 听证.
         *
         * @param asked who took it down, when, and why it asks
         * @param procedure the procedure of the edition
         * @return the case that waits for the day of the hearing
         * @throws ListingRefusedException if there are no hearings, or the term has passed
         */
        public HearingAsked askHearing(Decision asked, Procedure procedure) {
            if (procedure.hearingNotice() == null) {
                throw ListingRefusedException.outOfOrder("The rules of this list know no hearing.");
            }
            Deadline until = preparation.answerUntil();
            if (until != null && until.isPast(asked.on())) {
                throw new ListingRefusedException(
                        Refusal.TOO_LATE,
                        "A hearing could be asked for until %s.%nMaybe take down the words as a statement."
                                .formatted(until.day()));
            }
            return new HearingAsked(preparation.handledBy(asked.by()), asked);
        }

        @Override
        public void checkAnswered(Decision decision, Procedure procedure) {
            if (!preparation.isAnswered(decision.on())) {
                throw new ListingRefusedException(
                        Refusal.TOO_EARLY,
                        "The party may answer until %s.%nMaybe decide once it has, or after that day."
                                .formatted(
                                        preparation.answerUntil() == null
                                                ? ""
                                                : preparation.answerUntil().day()));
            }
        }
    }

    /**
     * The party asked to be heard.
     *
     * @param preparation what was done so far
     * @param asked who took that down, when, and why it asks
     */
    record HearingAsked(Preparation preparation, Decision asked) implements Open {

        /** The word for this state. */
        public static final String CODE = "HEARING_ASKED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Fixes the day of the hearing and tells it.
         *
         * @param told who told it, when and where the hearing is
         * @param day the day of the hearing
         * @param procedure the procedure of the edition
         * @param calendar the working days
         * @return the case with the day
         * @throws ListingRefusedException if the day is sooner than the term allows (Administrative Penalty Law art. 64: told 7 days before)
         */
        public HearingFixed fixHearing(Decision told, LocalDate day, Procedure procedure, WorkingDays calendar) {
            if (procedure.hearingNotice() != null) {
                LocalDate earliest =
                        procedure.hearingNotice().after(told.on(), calendar).day();
                if (day.isBefore(earliest)) {
                    throw new ListingRefusedException(
                            Refusal.TOO_EARLY,
                            "A hearing told on %s is on %s at the earliest.%nMaybe choose that day or a later one."
                                    .formatted(told.on(), earliest));
                }
            }
            return new HearingFixed(preparation.handledBy(told.by()), told, day);
        }
    }

    /**
     * The hearing has its day.
     *
     * @param preparation what was done so far
     * @param told who told the day, when and where the hearing is
     * @param day the day of the hearing
     */
    record HearingFixed(Preparation preparation, Decision told, LocalDate day) implements Open {

        /** The word for this state. */
        public static final String CODE = "HEARING_FIXED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Puts down what was said at the hearing.
         *
         * @param record who keeps the record, when, and what it says
         * @return the heard case
         * @throws ListingRefusedException if the day has not come
         */
        public Heard holdHearing(Decision record) {
            if (record.on().isBefore(day)) {
                throw new ListingRefusedException(
                        Refusal.TOO_EARLY,
                        "The hearing is on %s.%nMaybe put its record down on that day.".formatted(day));
            }
            return new Heard(preparation.handledBy(record.by()), day, record);
        }
    }

    /**
     * The party was heard, or did not come.
     *
     * @param preparation what was done so far
     * @param day the day of the hearing
     * @param record who keeps its record, when, and what it says
     */
    record Heard(Preparation preparation, LocalDate day, Decision record) implements Decidable {

        /** The word for this state. */
        public static final String CODE = "HEARD";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public void checkAnswered(Decision decision, Procedure procedure) {
            ListingRefusedException.checkOrder(decision.on(), record.on());
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
