package dev.assay.core.listing;

import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.time.Deadline;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was done on a case before its decision.
 *
 * @param handlers who handled it
 * @param notice who told the party in writing what is meant to be decided, when and in which words; null where the procedure has no notice
 * @param answerUntil the last day for the party's statement, or for asking to be heard; null without a notice
 * @param statement what the party said, as it was taken down; null if it has said nothing
 */
public record Preparation(
        Set<String> handlers,
        @Nullable Decision notice,
        @Nullable Deadline answerUntil,
        @Nullable Decision statement) {

    /** Nothing done yet. */
    public static final Preparation NONE = new Preparation(Set.of(), null, null, null);

    /** Copies the set. */
    public Preparation {
        handlers = Set.copyOf(handlers);
    }

    Preparation noticed(Decision given, Deadline until) {
        return new Preparation(with(given.by()), given, until, null);
    }

    Preparation stated(Decision said) {
        return new Preparation(with(said.by()), notice, answerUntil, said);
    }

    Preparation handledBy(String who) {
        return new Preparation(with(who), notice, answerUntil, statement);
    }

    private Set<String> with(String who) {
        Set<String> all = new TreeSet<>(handlers);
        all.add(who);
        return all;
    }

    /** Whether the party has had its say, or let the term pass. */
    boolean isAnswered(LocalDate day) {
        return statement != null || answerUntil == null || answerUntil.isPast(day);
    }

    void checkOtherThanHandlers(Decision decision) {
        if (handlers.contains(decision.by())) {
            throw new ListingRefusedException(
                    Refusal.OWN_WORK,
                    "(%s) handled this case, so somebody else decides it.%nMaybe ask a colleague who did not."
                            .formatted(decision.by()));
        }
    }
}
