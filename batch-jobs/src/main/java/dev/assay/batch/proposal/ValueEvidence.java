package dev.assay.batch.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the cells of a column say about a proposal that was made from its header alone. */
final class ValueEvidence {

    /** Fewer filled cells than this say nothing. */
    private static final int FEWEST = 3;

    /** Of the filled cells, this share must look alike; the rest are the odd cells that every sheet has. */
    private static final double SHARE = 0.7;

    private static final double DOUBT = 0.6;
    private static final double ALONE = 0.6;
    private static final Set<String> EMPTY = Set.of("", "/", "-", "--", "—", "——", "无", "不详", "暂无", "null", "n/a");

    private final List<ValueKind> kinds;

    ValueEvidence(List<ValueKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /**
     * Weighs a proposal: cells that suit it halve what it lacks to certainty, cells that suit only other fields cast doubt on it. Where the
     * header left several fields open, cells that suit one of them decide; where it said nothing, some cells speak for themselves.
     *
     * @param proposed what the header says
     * @param among the fields that the header left open; empty if none
     * @param cells the cells below it
     */
    ProposedColumn weigh(ProposedColumn proposed, Set<String> among, List<String> cells) {
        List<ValueKind> seen = kindsOf(cells);
        if (seen.isEmpty()) {
            return proposed;
        }
        Set<String> suited = new HashSet<>();
        seen.forEach(kind -> suited.addAll(kind.suits()));
        String field = proposed.field();
        double confidence = proposed.confidence();
        if (field != null && suited.contains(field)) {
            return new ProposedColumn(proposed.header(), field, (1 + confidence) / 2);
        }
        Optional<String> decided = field != null || !among.isEmpty() ? only(among, suited) : alone(seen);
        return decided.map(one -> new ProposedColumn(proposed.header(), one, ALONE))
                .orElseGet(() -> new ProposedColumn(proposed.header(), field, confidence * DOUBT));
    }

    private static Optional<String> only(Set<String> among, Set<String> suited) {
        Set<String> left = new HashSet<>(among);
        left.retainAll(suited);
        return left.size() == 1 ? left.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> alone(List<ValueKind> seen) {
        return seen.stream().map(ValueKind::alone).flatMap(Stream::ofNullable).findFirst();
    }

    private List<ValueKind> kindsOf(List<String> cells) {
        List<String> filled = cells.stream()
                .map(HeaderText::folded)
                .filter(Predicate.not(EMPTY::contains))
                .toList();
        if (filled.size() < FEWEST) {
            return List.of();
        }
        return kinds.stream()
                .filter(kind -> filled.stream().filter(kind::matches).count() >= SHARE * filled.size())
                .toList();
    }
}
