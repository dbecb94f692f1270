package dev.assay.store.review;

import dev.assay.core.identity.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that the resolver left to a person: whose are the records of a feed that name their business so?
 *
 * @param id the store's number
 * @param feed the feed's id
 * @param name the name as written
 * @param address the address as written, or null
 * @param division the division's code, or null
 * @param doubt why a person decides: {@code NOT_SURE}, {@code AMBIGUOUS} or {@code IDENTITIES_DISAGREE}
 * @param candidates those that it may be, best first
 * @param own what the business would be known by if it became a new one
 * @param askedAt when it was first asked
 * @param answer the code of the answer that stands; null while it is open
 * @param business the business of that answer, or null
 * @param records how many source rows wait for the answer or were taken by it
 */
public record NameQuestion(
        long id,
        String feed,
        String name,
        @Nullable String address,
        @Nullable String division,
        String doubt,
        List<NameCandidate> candidates,
        Identity own,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Identity business,
        long records) {

    /** Copies the candidates. */
    public NameQuestion {
        candidates = List.copyOf(candidates);
    }

    /**
     * Whether it waits for an answer.
     *
     * @return true while no answer stands
     */
    public boolean isOpen() {
        return answer == null;
    }
}
