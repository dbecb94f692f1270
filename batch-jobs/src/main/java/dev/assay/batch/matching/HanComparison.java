package dev.assay.batch.matching;

import dev.assay.batch.matching.Edit.Change;
import dev.assay.batch.matching.MatchScore.Limit;
import dev.assay.batch.matching.MatchScore.LimitReason;
import dev.assay.batch.matching.MatchScore.Part;
import dev.assay.batch.matching.NameParts.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a name that was asked with a candidate's, both with Chinese characters. The candidate's name is the clean one: each difference
 * counts against the part of it in which it falls.
 */
final class HanComparison {

    // What a word of trade or a legal form that is left out costs for each character, against one that is another.
    private static final double LEFT_OUT = 0.4;
    private static final double REGION_LEFT_OUT = 0.75;
    private static final double WIDER_REGION = 0.95;

    private final MatchingRules rules;
    private final NameParts asked;
    private final NameParts found;
    private final String division;
    private final List<Edit> edits;
    private final Map<Label, Double> costs = new EnumMap<>(Label.class);
    private final Map<Label, Integer> dropped = new EnumMap<>(Label.class);
    private final List<Part> parts = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    private HanComparison(
            MatchingRules rules, NameParts asked, NameParts found, String division, List<Edit> edits) {
        this.rules = rules;
        this.asked = asked;
        this.found = found;
        this.division = division;
        this.edits = edits;
    }

    /** The parts of two names; the division is the candidate's code, for a name without a division in front. */
    static HanComparison of(MatchingRules rules, NameWords words, NameParts asked, NameParts found, String division) {
        HanComparison comparison = new HanComparison(
                rules, asked, found, division, Alignment.edits(words, asked.key(), found.key()));
        comparison.compare();
        return comparison;
    }

    List<Part> parts() {
        return parts;
    }

    List<Limit> limits() {
        return limits;
    }

    boolean isEqual() {
        return edits.isEmpty();
    }

    private void compare() {
        edits.forEach(this::count);
        distinctive(PartKind.TRADE_NAME, Label.TRADE);
        plain(PartKind.INDUSTRY, Label.INDUSTRY);
        plain(PartKind.LEGAL_FORM, Label.FORM);
        region();
        branch();
    }

    private void count(Edit edit) {
        Label label = label(edit);
        costs.merge(label, cost(edit, label), Double::sum);
        if (edit.change() == Change.DROPPED) {
            dropped.merge(label, 1, Integer::sum);
        }
    }

    private double cost(Edit edit, Label label) {
        boolean gap = edit.change() != Change.REPLACED;
        return switch (label) {
            case TRADE, BRANCH -> gap && isEnding(edit) ? 0 : rules.cost(edit.kind());
            case REGION, BRANCH_REGION -> gap && isEnding(edit) ? 0 : Math.min(1, rules.cost(edit.kind()));
            case INDUSTRY, FORM, BRANCH_KIND -> gap ? LEFT_OUT : Math.min(1, rules.cost(edit.kind()));
        };
    }

    /** 市, 县 and the like are often left out or written in. */
    private boolean isEnding(Edit edit) {
        char c = edit.change() == Change.DROPPED ? found.key().charAt(edit.found()) : asked.key().charAt(edit.asked());
        return "省市县区".indexOf(c) >= 0;
    }

    private Label label(Edit edit) {
        if (edit.change() == Change.ADDED) {
            Label own = label(asked.labels().charAt(edit.asked()));
            if (own != Label.TRADE && own != Label.INDUSTRY) {
                return own;
            }
            int beside = Math.max(0, edit.found() - 1);
            Label other = label(found.labels().charAt(Math.min(beside, found.labels().length() - 1)));
            return other == Label.REGION && own == Label.TRADE ? Label.TRADE : other;
        }
        return label(found.labels().charAt(edit.found()));
    }

    private static Label label(char letter) {
        for (Label label : Label.values()) {
            if (label.letter() == letter) {
                return label;
            }
        }
        throw new IllegalArgumentException("No label has the letter (" + letter + ").");
    }

    private double likeness(Label label) {
        int length = Math.max(1, Math.max(found.count(label), asked.count(label)));
        // A trade name that is read with words or places around it is as long as the candidate's.
        int sure = found.count(label) == 0 ? length : Math.min(length, found.count(label) + 1);
        return Math.max(0, 1 - costs.getOrDefault(label, 0.0) / sure);
    }

    private void distinctive(PartKind kind, Label label) {
        if (!found.has(label)) {
            if (costs.getOrDefault(label, 0.0) > 0) {
                add(kind, asked.text(label), "", 0);
                limit(LimitReason.OTHER_TRADE_NAME, rules.reviewAtMost());
            }
            return;
        }
        double likeness = likeness(label);
        add(kind, asked.text(label), found.text(label), likeness);
        if (likeness < rules.tradeFloor()) {
            limit(LimitReason.OTHER_TRADE_NAME, rules.reviewAtMost());
        }
    }

    private void plain(PartKind kind, Label label) {
        if (found.has(label) || asked.has(label)) {
            add(kind, asked.text(label), found.text(label), likeness(label));
        }
    }

    private void region() {
        boolean named = found.has(Label.REGION);
        if (!named && asked.region().isEmpty()) {
            return;
        }
        double likeness;
        if (!asked.region().isEmpty()) {
            likeness = agreement(named);
        } else {
            boolean leftOut = dropped.getOrDefault(Label.REGION, 0) == found.count(Label.REGION);
            likeness = leftOut ? REGION_LEFT_OUT : likeness(Label.REGION);
        }
        add(PartKind.REGION, asked.text(Label.REGION), found.text(Label.REGION), likeness);
        if (!found.has(Label.TRADE) && likeness <= REGION_LEFT_OUT && !found.isBranch()) {
            limit(LimitReason.NOTHING_DISTINCTIVE, rules.reviewAtMost());
        }
    }

    private double agreement(boolean named) {
        Set<String> others = named
                ? found.region()
                : division.isEmpty() ? Set.of() : Set.of(Place.significant(division));
        if (others.isEmpty()) {
            return REGION_LEFT_OUT;
        }
        if (!Place.agree(asked.region(), others)) {
            limit(LimitReason.OTHER_REGION, rules.review() - 0.01);
            return 0;
        }
        return named && asked.region().equals(others) ? 1 : WIDER_REGION;
    }

    private void branch() {
        if (found.isBranch() != asked.isBranch() && !edits.isEmpty() && isBranchNew()) {
            add(PartKind.BRANCH, branchText(asked), branchText(found), 0);
            limit(LimitReason.BRANCH_AND_HEAD, rules.reviewAtMost());
            return;
        }
        if (!found.isBranch()) {
            return;
        }
        double likeness = Math.min(likeness(Label.BRANCH), branchRegion());
        add(PartKind.BRANCH, branchText(asked), branchText(found), likeness);
        if (likeness < rules.tradeFloor()) {
            limit(LimitReason.OTHER_TRADE_NAME, rules.reviewAtMost());
        }
    }

    /** Whether the branch is really there in only one of the two, and not merely read in only one because of a slip elsewhere. */
    private boolean isBranchNew() {
        double cost = costs.getOrDefault(Label.BRANCH, 0.0) + costs.getOrDefault(Label.BRANCH_REGION, 0.0);
        int length = Math.max(found.count(Label.BRANCH), asked.count(Label.BRANCH))
                + Math.max(found.count(Label.BRANCH_REGION), asked.count(Label.BRANCH_REGION));
        return cost > 0.5 * length;
    }

    private double branchRegion() {
        if (!found.has(Label.BRANCH_REGION)) {
            return 1;
        }
        if (!asked.branchRegion().isEmpty() && !Place.agree(asked.branchRegion(), found.branchRegion())) {
            return 0;
        }
        double likeness = likeness(Label.BRANCH_REGION);
        return found.has(Label.BRANCH) ? Math.max(REGION_LEFT_OUT, likeness) : likeness;
    }

    private static String branchText(NameParts name) {
        return name.text(Label.BRANCH_REGION) + name.text(Label.BRANCH) + name.text(Label.BRANCH_KIND);
    }

    private void add(PartKind kind, String one, String other, double likeness) {
        if (rules.weight(kind) > 0) {
            parts.add(new Part(kind, one, other, likeness, rules.weight(kind)));
        }
    }

    private void limit(LimitReason reason, double most) {
        limits.add(new Limit(reason, most));
    }
}
