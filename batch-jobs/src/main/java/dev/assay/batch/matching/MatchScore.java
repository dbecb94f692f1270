package dev.assay.batch.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * How like a candidate is to what was asked, and why: the weighted mean of its parts, but never more than the lowest of its limits, and
 * never less than its floor.
 *
 * @param value 0 to 1; 1 if every part agrees
 * @param parts the parts that could be compared
 * @param limits what keeps the score down whatever the parts say
 * @param floor what the score is at least, 0 to 1, because nothing that was asked is missing in the candidate's name and the trade name is
 *     the same; 0 where that is not so
 */
public record MatchScore(double value, List<Part> parts, List<Limit> limits, double floor) {

    /** Copies the lists. */
    public MatchScore {
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
    }

    /**
     * One part.
     *
     * @param kind which
     * @param asked what was asked; empty where nothing was
     * @param found what the candidate has; empty where it has nothing
     * @param likeness 0 to 1
     * @param weight its weight in the mean, above 0
     */
    public record Part(PartKind kind, String asked, String found, double likeness, double weight) {}

    /**
     * An upper limit.
     *
     * @param reason why
     * @param most the most that the score may be, 0 to 1
     */
    public record Limit(LimitReason reason, double most) {}

    /** Why a score is kept down: the closed list. */
    public enum LimitReason {
        /** The trade names are different ones. */
        OTHER_TRADE_NAME,
        /** The branches are different ones. */
        OTHER_BRANCH,
        /** The words of trade are different ones. */
        OTHER_INDUSTRY,
        /** More characters differ than slip from a pen. */
        MUCH_DIFFERS,
        /** Only one of the two is a branch. */
        BRANCH_AND_HEAD,
        /** The names tell of divisions of which neither lies in the other. */
        OTHER_REGION,
        /** The codes of the divisions are of different provinces. */
        OTHER_PROVINCE,
        /** Names that many may bear, and addresses that contradict each other. */
        OTHER_ADDRESS,
        /** A name that many may bear, and an address was asked that the candidate does not have. */
        ADDRESS_NOT_TO_BE_COMPARED,
        /** There is no trade name, and division or words of trade differ. */
        NOTHING_DISTINCTIVE
    }

    /** The score in one place: the mean of the parts under the limits, and above the floor. */
    static MatchScore of(List<Part> parts, List<Limit> limits, double floor) {
        double weights = parts.stream().mapToDouble(Part::weight).sum();
        double sum = parts.stream()
                .mapToDouble(part -> part.likeness() * part.weight())
                .sum();
        double mean = weights == 0 ? 0 : sum / weights;
        double most = limits.stream().mapToDouble(Limit::most).min().orElse(1);
        return new MatchScore(Math.max(Math.min(mean, most), floor), parts, limits, floor);
    }

    /**
     * The score in words, one line for each part.
     *
     * @return such as {@code TRADE_NAME 鼎香 ~ 鼎香 1.00 (weight 0.50)}
     */
    public List<String> explain() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add("%s %s ~ %s %.2f (weight %.2f)"
                    .formatted(part.kind(), part.asked(), part.found(), part.likeness(), part.weight()));
        }
        for (Limit limit : limits) {
            lines.add("at most %.2f: %s".formatted(limit.most(), limit.reason()));
        }
        if (floor > 0) {
            lines.add("at least %.2f: SAYS_LESS".formatted(floor));
        }
        return lines;
    }
}
