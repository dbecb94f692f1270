package dev.assay.core.listing;

import dev.assay.core.grading.Basis;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.LegalTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done next on a case, by whom, and by when: its clock.
 *
 * @param step the word of the step, as {@link ListingStep#code}; {@code answer} for what the party may do
 * @param whose whose turn it is
 * @param by the last day for it; null where no rule sets one
 * @param basis the legal ground of that day; null without one
 */
public record NextStep(
        String step,
        Party whose,
        @Nullable Deadline by,
        @Nullable Basis basis) {

    /** Whose turn it is. */
    public enum Party {
        /** The business or person whom the case concerns. */
        PARTY,
        /** Whoever handles the case at the authority. */
        HANDLER,
        /** Whoever decides at the authority, and did not handle the case. */
        DECIDER,
        /** The authority of the level above. */
        LEVEL_ABOVE
    }

    /** What the party may do while its term runs. */
    public static final String ANSWER = "answer";

    /**
     * What is next.
     *
     * @param state where the case stands
     * @param procedure the procedure of its edition
     * @return the steps, those with a last day first; empty once the case has ended, or its entry only waits for its last day
     */
    public static List<NextStep> of(ListingState state, Procedure procedure) {
        return switch (state) {
            case ListingState.Proposed _ ->
                List.of(
                        procedure.answer() == null
                                ? new NextStep("decide", Party.DECIDER, null, null)
                                : new NextStep("notice", Party.HANDLER, null, null),
                        new NextStep("dismiss", Party.HANDLER, null, null));
            case ListingState.Noticed noticed ->
                List.of(
                        new NextStep(
                                ANSWER, Party.PARTY, noticed.preparation().answerUntil(), basis(procedure.answer())),
                        new NextStep("decide", Party.DECIDER, null, null),
                        new NextStep("dismiss", Party.DECIDER, null, null));
            case ListingState.HearingAsked _ -> List.of(new NextStep("fix-hearing", Party.HANDLER, null, null));
            case ListingState.HearingFixed fixed ->
                List.of(new NextStep(
                        "hold-hearing",
                        Party.HANDLER,
                        new Deadline(fixed.day(), false),
                        basis(procedure.hearingNotice())));
            case ListingState.Heard _ ->
                List.of(
                        new NextStep("decide", Party.DECIDER, null, null),
                        new NextStep("dismiss", Party.DECIDER, null, null));
            case EntryState.AwaitingConsent waiting ->
                List.of(
                        new NextStep("consent", Party.LEVEL_ABOVE, waiting.consentBy(), basis(procedure.consent())),
                        new NextStep("refuse-consent", Party.LEVEL_ABOVE, null, null));
            case EntryState.Decided decided ->
                List.of(new NextStep(
                        "publish",
                        Party.HANDLER,
                        decided.publishBy(),
                        procedure.publish().basis()));
            case EntryState.Listed _,
                    EntryState.Removed _,
                    EntryState.Expired _,
                    EntryState.Annulled _,
                    ListingState.Dismissed _ -> List.of();
        };
    }

    private static @Nullable Basis basis(@Nullable LegalTerm term) {
        return term == null ? null : term.basis();
    }
}
