package dev.assay.core.listing;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which penalties propose a business for the serious-violation list 严重违法失信名单, under one edition of 《市场监督管理严重违法失信名单管理办法》
 * (SAMR Order 44). Listing needs the conduct of arts 5–10, a heavier penalty of art. 2, and the weighing of art. 12. The rules read the
 * first two; the weighing is a person's, so that a rule only ever proposes.
 *
 * @param edition the id of the edition, kept with each case that begins under it
 * @param title its name
 * @param validFrom the first day on which it is in force
 * @param validTo the last day on which it is in force, or null if no end is known
 * @param conducts the kinds of conduct
 * @param heavierPenalties the kinds of heavier penalty
 * @param termYears how many years an entry stays on the list
 * @param termBasis the ground of the term
 */
public record SeriousViolationRules(
        String edition,
        Bilingual title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Conduct> conducts,
        List<HeavierPenalty> heavierPenalties,
        int termYears,
        Basis termBasis) {

    /** Copies the lists. */
    public SeriousViolationRules {
        conducts = List.copyOf(conducts);
        heavierPenalties = List.copyOf(heavierPenalties);
    }

    /**
     * A kind of conduct, recognised by words in the penalty's conduct or facts.
     *
     * @param id its id, never used again for another
     * @param title its name
     * @param words groups of words: of each group at least one must stand in the text
     * @param basis its ground
     */
    public record Conduct(String id, Bilingual title, List<List<String>> words, Basis basis) {

        /** Copies the lists. */
        public Conduct {
            words = words.stream().map(List::copyOf).toList();
        }

        private boolean isIn(String text) {
            return !words.isEmpty()
                    && words.stream().allMatch(group -> group.stream().anyMatch(text::contains));
        }
    }

    /**
     * A kind of heavier penalty 较重行政处罚.
     *
     * @param id its id, never used again for another
     * @param title its name
     * @param kinds the kinds of penalty (APL art. 9) that count
     * @param basis its ground
     */
    public record HeavierPenalty(String id, Bilingual title, List<String> kinds, Basis basis) {

        /** Copies the list. */
        public HeavierPenalty {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * What a rule found: reason enough to open a case.
     *
     * @param penalty the penalty
     * @param conduct the conduct that it punishes
     * @param heavierPenalty why it counts as heavier
     */
    public record Proposal(Fact penalty, Conduct conduct, HeavierPenalty heavierPenalty) {}

    /**
     * Whether the edition is in force on a day.
     *
     * @param day the day
     * @return true from {@code validFrom} to {@code validTo}, both included
     */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * Reads one penalty. An edition judges the penalties decided while it is in force.
     *
     * @param penalty a fact of kind {@code penalty}
     * @return a proposal with the first conduct that fits, or empty
     * @throws IllegalArgumentException if the fact is of another kind
     */
    public Optional<Proposal> propose(Fact penalty) {
        if (!penalty.kind().equals(FactKinds.PENALTY.name())) {
            throw new IllegalArgumentException(
                    "The fact (%d) is of kind (%s).%nMaybe only penalties should be read here."
                            .formatted(penalty.id(), penalty.kind()));
        }
        if (!isInForce(penalty.occurredOn())) {
            return Optional.empty();
        }
        Values values = penalty.values();
        String text = values.findText("conduct").orElse("") + "\n"
                + values.findText("facts").orElse("");
        List<String> kinds = values.getTexts("kinds");
        return conducts.stream()
                .filter(conduct -> conduct.isIn(text))
                .findFirst()
                .flatMap(conduct -> heavierPenalties.stream()
                        .filter(heavier -> heavier.kinds().stream().anyMatch(kinds::contains))
                        .findFirst()
                        .map(heavier -> new Proposal(penalty, conduct, heavier)));
    }

    /**
     * The last day of an entry's term.
     *
     * @param listedOn the day of listing
     * @return the day before the anniversary {@code termYears} later
     */
    public LocalDate lastDay(LocalDate listedOn) {
        return listedOn.plusYears(termYears).minusDays(1);
    }
}
