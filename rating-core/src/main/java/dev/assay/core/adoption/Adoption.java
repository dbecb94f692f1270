package dev.assay.core.adoption;

import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.listing.Decision;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a version of a grading model stands between its first draft and its last day:
 *
 * <pre>
 *           ┌──────────────── edit, give back ────────────────┐
 *           ▼                                                 │
 * DRAFT ──check──► CHECKED ──simulate──► SIMULATED ──approve──┼──► APPROVED ──retire──► RETIRED
 *   └───────────────────┴────────────────────┴────── drop ──► DROPPED
 * </pre>
 *
 * <p>A version is in force from a day after its approval, which somebody gives who did not write it: the principle of four eyes, and no
 * grade of a past day changes. From its approval on its text is what it is; whoever wants another one drafts another version.
 * The types hold the order: a state has only the moves that begin there.
 */
public sealed interface Adoption {

    /**
     * The word for the state in the store and in the API.
     *
     * @return such as {@code DRAFT}
     */
    String code();

    /**
     * The states in which the text may still become another one.
     */
    sealed interface Open extends Adoption {

        /**
         * Who wrote the text.
         *
         * @return accounts, at least one
         */
        Set<String> editors();

        /**
         * Gives the version another text; what was checked and simulated was another one.
         *
         * @param by who writes it
         * @return the draft
         */
        default Draft edit(String by) {
            Set<String> all = new TreeSet<>(editors());
            all.add(by);
            return new Draft(all);
        }

        /**
         * Gives the version up.
         *
         * @param decision who, when and why
         * @return the dropped version
         */
        default Dropped drop(Decision decision) {
            return new Dropped(decision);
        }
    }

    /**
     * A text that nobody has vouched for.
     *
     * @param editors who wrote it
     */
    record Draft(Set<String> editors) implements Open {

        /** The word for this state. */
        public static final String CODE = "DRAFT";

        /** Copies the set. */
        public Draft {
            editors = Set.copyOf(editors);
        }

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Notes that the text has no faults.
         *
         * @param digest SHA-256 of the whole text, with all that it draws in
         * @return the checked version
         */
        public Checked check(String digest) {
            return new Checked(editors, digest);
        }
    }

    /**
     * Without faults.
     *
     * @param editors who wrote it
     * @param digest SHA-256 of the text that was checked
     */
    record Checked(Set<String> editors, String digest) implements Open {

        /** The word for this state. */
        public static final String CODE = "CHECKED";

        /** Copies the set. */
        public Checked {
            editors = Set.copyOf(editors);
        }

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Notes that the text was tried on all credit files.
         *
         * @param simulated SHA-256 of the text that was simulated
         * @return the simulated version
         * @throws MoveRefusedException if that is another text
         */
        public Simulated simulate(String simulated) {
            if (!simulated.equals(digest)) {
                throw new MoveRefusedException(
                        Refusal.OTHER_TEXT,
                        "What was simulated (%s) is not the text that was checked (%s).%nMaybe simulate again."
                                .formatted(simulated, digest));
            }
            return new Simulated(editors, digest);
        }
    }

    /**
     * Tried, and waiting for somebody's approval.
     *
     * @param editors who wrote it
     * @param digest SHA-256 of the text that was simulated
     */
    record Simulated(Set<String> editors, String digest) implements Open {

        /** The word for this state. */
        public static final String CODE = "SIMULATED";

        /** Copies the set. */
        public Simulated {
            editors = Set.copyOf(editors);
        }

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Approves the version.
         *
         * @param decision who decides, when and why
         * @param from the first day in force
         * @return the approved version
         * @throws MoveRefusedException if the person wrote the text, or the day is before that of the decision
         */
        public Approved approve(Decision decision, LocalDate from) {
            checkFourEyes(decision);
            checkDay(decision, from);
            return new Approved(digest, decision, from);
        }

        /**
         * Gives the version back to those who wrote it.
         *
         * @param decision who decides, when and why
         * @return the draft
         * @throws MoveRefusedException if the person wrote the text
         */
        public Draft giveBack(Decision decision) {
            checkFourEyes(decision);
            return new Draft(editors);
        }

        private void checkFourEyes(Decision decision) {
            if (editors.contains(decision.by())) {
                throw new MoveRefusedException(
                        Refusal.OWN_WORK,
                        "(%s) wrote this version, so somebody else decides on it.%nMaybe ask a colleague who did not edit it."
                                .formatted(decision.by()));
            }
        }
    }

    /**
     * Approved; its text can never change.
     *
     * @param digest SHA-256 of the whole text
     * @param decision who approved it, when and why
     * @param from the first day in force
     */
    record Approved(String digest, Decision decision, LocalDate from) implements Adoption {

        /** The word for this state. */
        public static final String CODE = "APPROVED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Takes the version out of force.
         *
         * @param retirement who decides, when and why
         * @param lastDay the last day in force; one before {@code from} for a version that shall never come into force
         * @return the retired version
         * @throws MoveRefusedException if grades of a past day would lose their ground
         */
        public Retired retire(Decision retirement, LocalDate lastDay) {
            // Yesterday is the nearest: then today is the first day without it, and no day that has passed is touched.
            checkDay(retirement, lastDay.plusDays(1));
            return new Retired(this, retirement, lastDay);
        }

        /**
         * Whether the version may be in force on a day, were there no later one.
         *
         * @param day the day
         * @return true from its first day on
         */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from);
        }
    }

    /**
     * Approved, and taken out of force from a day.
     *
     * @param approved as it was approved
     * @param retirement who decided that, when and why
     * @param lastDay the last day in force
     */
    record Retired(Approved approved, Decision retirement, LocalDate lastDay) implements Adoption {

        /** The word for this state. */
        public static final String CODE = "RETIRED";

        @Override
        public String code() {
            return CODE;
        }

        /**
         * Whether the version may be in force on a day, were there no later one.
         *
         * @param day the day
         * @return true from its first to its last day
         */
        public boolean covers(LocalDate day) {
            return approved.covers(day) && !day.isAfter(lastDay);
        }
    }

    /**
     * Given up without ever having been approved.
     *
     * @param decision who did, when and why
     */
    record Dropped(Decision decision) implements Adoption {

        /** The word for this state. */
        public static final String CODE = "DROPPED";

        @Override
        public String code() {
            return CODE;
        }
    }

    private static void checkDay(Decision decision, LocalDate first) {
        if (first.isBefore(decision.on())) {
            throw new MoveRefusedException(
                    Refusal.DAY_PAST,
                    "The day (%s) is before that of the decision (%s).%nMaybe take today or a later one."
                            .formatted(first, decision.on()));
        }
    }
}
