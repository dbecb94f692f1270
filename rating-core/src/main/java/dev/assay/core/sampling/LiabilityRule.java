package dev.assay.core.sampling;

import dev.assay.core.fact.Values;
import dev.assay.core.grading.Basis;
import dev.assay.core.identity.MatchingKey;
import dev.assay.core.text.Bilingual;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose fault a failed sample is: the producer's, the sampled unit's, or both's, by its failing items. Where nobody but the sampled unit is
 * named, it is that one's. A feed states the rule that it goes by.
 *
 * @param id the rule's id
 * @param title its name
 * @param lines which item points to whom; of those that an item fits, the first counts
 * @param otherwise whose fault an item is that fits none of them
 * @param alone the ground on which a sampled unit answers where no other producer is named
 * @param counterfeit what remarks say of counterfeits
 */
public record LiabilityRule(
        String id, Bilingual title, List<Line> lines, Line otherwise, Basis alone, Counterfeit counterfeit) {

    /** Copies the list. */
    public LiabilityRule {
        lines = List.copyOf(lines);
    }

    /** Whose fault it is. */
    public enum Liable {
        /** The producer's 生产者. */
        PRODUCER("producer"),
        /** The sampled unit's 被抽样单位: whoever sold or served it. */
        SAMPLED_UNIT("sampled-unit"),
        /** That of both. */
        BOTH("both");

        private final String code;

        Liable(String code) {
            this.code = code;
        }

        /**
         * Its name in facts and rules.
         *
         * @return such as {@code sampled-unit}
         */
        public String code() {
            return code;
        }

        /**
         * Whether it is a party's fault, alone or with the other.
         *
         * @param party the party, one of the two
         * @return true if it is
         */
        public boolean isOf(Liable party) {
            return this == BOTH || this == party;
        }
    }

    /**
     * Items that point to somebody.
     *
     * @param id the line's id
     * @param title what they are
     * @param words of which one stands in the item's name, width and case and punctuation apart
     * @param liable whose fault they are
     * @param basis the ground
     */
    public record Line(String id, Bilingual title, List<String> words, Liable liable, Basis basis) {

        /** Folds the words as items are folded. */
        public Line {
            words = words.stream().map(MatchingKey::of).toList();
        }

        private boolean fits(String item) {
            String key = MatchingKey.of(item);
            return words.stream().anyMatch(key::contains);
        }
    }

    /**
     * What the remark of a failed sample says of a claim that the product is a counterfeit.
     *
     * @param claimed words of a claim
     * @param rejected words that it was rejected
     * @param established words that it was found true: then the named producer is not liable
     * @param basis the ground
     */
    public record Counterfeit(List<String> claimed, List<String> rejected, List<String> established, Basis basis) {

        /** Copies the lists. */
        public Counterfeit {
            claimed = List.copyOf(claimed);
            rejected = List.copyOf(rejected);
            established = List.copyOf(established);
        }
    }

    /**
     * What the rule says of a failed sample.
     *
     * @param liable whose fault it is
     * @param lines the ids of the lines that say so, in the order of the items
     * @param counterfeitClaimed whether somebody claims that it is a counterfeit, and nobody has decided
     */
    public record Attribution(Liable liable, List<String> lines, boolean counterfeitClaimed) {

        /** Copies the list. */
        public Attribution {
            lines = List.copyOf(lines);
        }
    }

    /** The line of samples for which nobody but the sampled unit is named. */
    public static final String ALONE = "alone";

    /** The line of samples that were found to be counterfeits. */
    public static final String COUNTERFEIT = "counterfeit";

    /**
     * Judges a failed sample.
     *
     * @param sample the fields of a {@code sampling-result}
     * @return whose fault it is
     */
    public Attribution judge(Values sample) {
        String remark = sample.findText("remark").orElse("");
        if (standsIn(remark, counterfeit.established())) {
            return new Attribution(Liable.SAMPLED_UNIT, List.of(COUNTERFEIT), false);
        }
        boolean claimed = standsIn(remark, counterfeit.claimed()) && !standsIn(remark, counterfeit.rejected());
        if (!namesAnotherProducer(sample)) {
            return new Attribution(Liable.SAMPLED_UNIT, List.of(ALONE), claimed);
        }
        Set<Liable> parties = EnumSet.noneOf(Liable.class);
        Set<String> ids = new LinkedHashSet<>();
        for (Values failure : sample.getItems("failures")) {
            Line line = lineOf(failure.findText("item").orElse(""));
            parties.add(line.liable());
            ids.add(line.id());
        }
        if (parties.isEmpty()) {
            parties.add(otherwise.liable());
            ids.add(otherwise.id());
        }
        return new Attribution(
                parties.size() == 1 ? parties.iterator().next() : Liable.BOTH, List.copyOf(ids), claimed);
    }

    private Line lineOf(String item) {
        return lines.stream().filter(line -> line.fits(item)).findFirst().orElse(otherwise);
    }

    private static boolean namesAnotherProducer(Values sample) {
        Optional<String> producer = sample.findText("producer").map(MatchingKey::of);
        return producer.isPresent()
                && !producer.get().isEmpty()
                && !producer.equals(sample.findText("sampled_unit").map(MatchingKey::of));
    }

    private static boolean standsIn(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
