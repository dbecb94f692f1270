package dev.assay.api.listing;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.ListingState;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries a regulator's decision on a case into the store. */
@Component
public class CaseDecisions {

    private final ListingCases cases;
    private final CreditFileReader files;
    private final AuthorityClock clock;

    CaseDecisions(ListingCases cases, CreditFileReader files, AuthorityClock clock) {
        this.cases = cases;
        this.files = files;
        this.clock = clock;
    }

    /** What became of a decision. */
    public enum Outcome {
        /** It stands. */
        DECIDED,
        /** Someone had decided the case before. */
        DECIDED_BEFORE,
        /** The penalty that the case rests on was annulled, or its credit repaired. */
        SEALED,
        /** The reason is blank or too long, or the decision lies before the proposal. */
        REFUSED
    }

    /**
     * A case by number.
     *
     * @param id the number
     * @return the case
     * @throws NotThere if there is none
     */
    public ListingCase get(long id) {
        return cases.find(id)
                .orElseThrow(() -> new NotThere(
                        "There is no listing case (%d).%nMaybe look for it on the page of lists.".formatted(id)));
    }

    /**
     * Puts the business of a case on the list, unless its penalty is sealed.
     *
     * @param id the case's number
     * @param viewer who decides
     * @param reason why
     * @return what became of it
     */
    public Outcome confirm(long id, Viewer viewer, String reason) {
        return findSealing(get(id)).isPresent()
                ? Outcome.SEALED
                : decide(id, viewer, reason, ListingState.Proposed::confirm);
    }

    /**
     * The decision by which the penalty of a case that waits was sealed.
     *
     * @param listing the case
     * @return the fact of the decision; empty where the penalty is not sealed, or the case is decided
     */
    public Optional<Fact> findSealing(ListingCase listing) {
        if (!(listing.state() instanceof ListingState.Proposed)) {
            return Optional.empty();
        }
        return files.find(listing.business(), new Cut(clock.today(), clock.now()))
                .map(file -> SealedArchive.of(file.file().facts()).byPenalty().get(listing.factId()));
    }

    /**
     * Closes a case without listing.
     *
     * @param id the case's number
     * @param viewer who decides
     * @param reason why
     * @return what became of it
     */
    public Outcome dismiss(long id, Viewer viewer, String reason) {
        return decide(id, viewer, reason, ListingState.Proposed::dismiss);
    }

    private interface Step {
        ListingState decide(ListingState.Proposed proposed, Decision decision);
    }

    private Outcome decide(long id, Viewer viewer, String reason, Step step) {
        return switch (get(id).state()) {
            case ListingState.Proposed proposed -> {
                ListingState decided;
                try {
                    decided = step.decide(proposed, new Decision(viewer.name(), clock.now(), clock.today(), reason));
                } catch (IllegalArgumentException refused) {
                    yield Outcome.REFUSED;
                }
                yield cases.decide(id, decided) ? Outcome.DECIDED : Outcome.DECIDED_BEFORE;
            }
            case ListingState.Confirmed _, ListingState.Dismissed _ -> Outcome.DECIDED_BEFORE;
        };
    }
}
