package dev.assay.core.listing;

import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step of a case, as a person or the nightly job wants to take it. Whether it may be taken, the state on which it is taken says. */
public sealed interface ListingStep {

    /**
     * Who takes the step, when, and what is written down with it.
     *
     * @return it
     */
    Decision act();

    /**
     * The word for the step in the store, in the API and in the audit log.
     *
     * @return such as {@code notice}
     */
    String code();

    /**
     * Under what a case runs.
     *
     * @param procedure the procedure of the edition under which it began
     * @param term how long its entry stays
     * @param trigger the day of what proposed it
     * @param calendar the working days
     */
    record Rules(Procedure procedure, EntryTerm term, LocalDate trigger, WorkingDays calendar) {}

    /**
     * Takes the step.
     *
     * @param state where the case stands
     * @param rules under what it runs
     * @return where it stands then
     * @throws ListingRefusedException if the step may not be taken there, by this person, or on this day
     */
    default ListingState takeFrom(ListingState state, Rules rules) {
        Procedure procedure = rules.procedure();
        WorkingDays calendar = rules.calendar();
        return switch (this) {
            case Notice step
            when state instanceof ListingState.Proposed proposed -> proposed.serveNotice(step.act, procedure, calendar);
            case Statement step
            when state instanceof ListingState.Noticed noticed -> noticed.receiveStatement(step.act);
            case AskHearing step
            when state instanceof ListingState.Noticed noticed -> noticed.askHearing(step.act, procedure);
            case FixHearing step
            when state instanceof ListingState.HearingAsked asked ->
                asked.fixHearing(step.act, step.day, procedure, calendar);
            case HoldHearing step when state instanceof ListingState.HearingFixed fixed -> fixed.holdHearing(step.act);
            case Decide step
            when state instanceof ListingState.Decidable open ->
                open.decide(step.act, step.weighing, step.level, procedure, calendar);
            case Consent step
            when state instanceof EntryState.AwaitingConsent waiting -> waiting.consent(step, procedure, calendar);
            case RefuseConsent step
            when state instanceof EntryState.AwaitingConsent waiting -> waiting.refuseConsent(step);
            case Dismiss step when state instanceof ListingState.Open open -> open.dismiss(step.act);
            case Publish step
            when state instanceof EntryState.Decided decided ->
                decided.publish(step.act.on(), rules.trigger(), rules.term());
            case Expire step when state instanceof EntryState.Listed listed -> listed.expire(step.act.on());
            case Annul step when state instanceof EntryState.Decided decided -> decided.annul(step.act);
            case Annul step when state instanceof EntryState.Listed listed -> listed.annul(step.act);
            case Remove step when state instanceof EntryState.Listed listed -> listed.remove(step.act);
            case Restore step
            when state instanceof EntryState.Removed removed -> removed.restore(step.act, rules.term());
            default ->
                throw ListingRefusedException.outOfOrder(
                        "The step (%s) does not begin where the case stands (%s).".formatted(code(), state.code()));
        };
    }

    /**
     * Gives the party notice.
     *
     * @param act who, when, and the words of the notice
     */
    record Notice(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "notice";
        }
    }

    /**
     * Takes down what the party says.
     *
     * @param act who takes it down, when, and what was said
     */
    record Statement(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "statement";
        }
    }

    /**
     * Takes down that the party asks for a hearing.
     *
     * @param act who takes it down, when, and why it is asked for
     */
    record AskHearing(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "ask-hearing";
        }
    }

    /**
     * Fixes the day of the hearing.
     *
     * @param act who tells it, when, and where it is
     * @param day the day
     */
    record FixHearing(Decision act, LocalDate day) implements ListingStep {
        @Override
        public String code() {
            return "fix-hearing";
        }
    }

    /**
     * Puts the record of the hearing down.
     *
     * @param act who keeps it, when, and what it says
     */
    record HoldHearing(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "hold-hearing";
        }
    }

    /**
     * Decides to list.
     *
     * @param act who, when and why
     * @param weighing what was weighed
     * @param level for which authority
     */
    record Decide(Decision act, Weighing weighing, Level level) implements ListingStep {
        @Override
        public String code() {
            return "decide";
        }
    }

    /**
     * Consents, as the level above.
     *
     * @param act who, when and why
     * @param level for which authority
     * @param division the code of the case's division; null where not known
     */
    record Consent(Decision act, Level level, @Nullable String division) implements ListingStep {
        @Override
        public String code() {
            return "consent";
        }
    }

    /**
     * Refuses the consent, as the level above.
     *
     * @param act who, when and why
     * @param level for which authority
     * @param division the code of the case's division; null where not known
     */
    record RefuseConsent(
            Decision act, Level level, @Nullable String division) implements ListingStep {
        @Override
        public String code() {
            return "refuse-consent";
        }
    }

    /**
     * Closes the case without listing.
     *
     * @param act who, when and why
     */
    record Dismiss(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "dismiss";
        }
    }

    /**
     * Publishes the entry.
     *
     * @param act who, when, and how the decision was served
     */
    record Publish(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "publish";
        }
    }

    /**
     * Ends the entry with its term.
     *
     * @param act who or what, when and why
     */
    record Expire(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "expire";
        }
    }

    /**
     * Annuls the entry.
     *
     * @param act who, when and why
     */
    record Annul(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "annul";
        }
    }

    /**
     * Removes the entry early, its credit repaired.
     *
     * @param act who granted the repair, when and why
     */
    record Remove(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "remove";
        }
    }

    /**
     * Puts the entry back, because the repair was got by false papers.
     *
     * @param act who, when and why
     */
    record Restore(Decision act) implements ListingStep {
        @Override
        public String code() {
            return "restore";
        }
    }
}
