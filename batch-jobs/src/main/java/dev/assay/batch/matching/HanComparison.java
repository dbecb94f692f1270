package dev.assay.batch.matching;

import dev.assay.batch.matching.Edit.Change;
import dev.assay.batch.matching.Edit.Kind;
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
    private static final double INDUSTRY_LEFT_OUT = 0.7;
    private static final double OTHER_INDUSTRY = 0.4;
    private static final double ALMOST = 0.85;
    // What a branch may differ by that is read in only one of the two names.
    private static final double BRANCH_SLIP = 0.5;
    // A second character that is simply another is no slip any more; nor is a third that is too much.
    private static final int MOST_OTHERS = 1;
    private static final int MOST_ADDED = 2;
    private static final int FEW_SLIPS = 2;
    // The characters of a part that count: in longer ones a slip would weigh nothing.
    private static final int TRADE_LENGTH = 4;
    private static final int BRANCH_LENGTH = 3;
    private static final int FORM_LENGTH = 6;
    private static final List<Label> BRANCH = List.of(Label.BRANCH, Label.BRANCH_REGION, Label.BRANCH_KIND);

    private final MatchingRules rules;
    private final NameParts asked;
    private final NameParts found;
    private final Set<String> division;
    private final List<Edit> edits;
    private final Map<Label, Double> costs = new EnumMap<>(Label.class);
    private final Map<Label, Integer> dropped = new EnumMap<>(Label.class);
    private int added;
    private int others;
    private final List<Part> parts = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    private HanComparison(
            MatchingRules rules, NameParts asked, NameParts found, Set<String> division, List<Edit> edits) {
        this.rules = rules;
        this.asked = asked;
        this.found = found;
        this.division = division;
        this.edits = edits;
    }

    /** The parts of two names; the division is the candidate's, by all its codes, for a name without a division in front. */
    static HanComparison of(
            MatchingRules rules, NameWords words, NameParts asked, NameParts found, Set<String> division) {
        HanComparison comparison =
                new HanComparison(rules, asked, found, division, Alignment.edits(words, asked.key(), found.key()));
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

    /**
     * Whether everything that was asked stands in the candidate's name, and the trade name is the same: 瑞丰里海鲜馆 of
     * 通州区练习镇瑞丰里海鲜馆（和平街店）. It may be that one; how many others it may be only the register tells.
     */
    boolean saysLess() {
        String trade = asked.text(Label.TRADE);
        String other = found.text(Label.TRADE);
        // Three characters behind something unknown are a trade name behind a place that no list has.
        boolean sameTrade = other.equals(trade) ? trade.length() >= 2 : trade.length() > 2 && other.endsWith(trade);
        return sameTrade
                && edits.stream().allMatch(edit -> edit.change() == Change.DROPPED || label(edit) == Label.FORM)
                && limits.stream()
                        .noneMatch(limit -> limit.reason() == LimitReason.OTHER_REGION
                                || limit.reason() == LimitReason.OTHER_INDUSTRY);
    }

    private void compare() {
        edits.forEach(this::count);
        tradeName();
        double industry = industry();
        double form = found.has(Label.FORM) || asked.has(Label.FORM) ? likeness(Label.FORM, FORM_LENGTH) : 1;
        if (found.has(Label.FORM) || asked.has(Label.FORM)) {
            add(PartKind.LEGAL_FORM, asked.text(Label.FORM), found.text(Label.FORM), form);
        }
        double region = region();
        branch();
        if (!found.has(Label.TRADE) && !found.isBranch() && (region < ALMOST || industry < ALMOST)) {
            limit(LimitReason.NOTHING_DISTINCTIVE, rules.reviewAtMost());
        }
        // 白云边销售有限公司 and 白云边股份有限公司: each difference alone would be one of writing.
        boolean both = industry < ALMOST && form < ALMOST && found.has(Label.FORM) && asked.has(Label.FORM);
        if (both || others > MOST_OTHERS || added > MOST_ADDED) {
            limit(LimitReason.MUCH_DIFFERS, rules.reviewAtMost());
        }
    }

    private void count(Edit edit) {
        Label label = label(edit);
        costs.merge(label, cost(edit, label), Double::sum);
        boolean counts =
                label != Label.FORM && (label != Label.REGION || asked.region().isEmpty());
        if (counts && edit.change() == Change.ADDED) {
            added++;
        } else if (counts && (edit.kind() == Kind.OTHER || edit.kind() == Kind.CONTRAST)) {
            others++;
        }
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
        char c = edit.change() == Change.DROPPED
                ? found.key().charAt(edit.found())
                : asked.key().charAt(edit.asked());
        return "省市县区".indexOf(c) >= 0;
    }

    private Label label(Edit edit) {
        if (edit.change() == Change.ADDED) {
            Label own = label(asked.labels().charAt(edit.asked()));
            if (own != Label.TRADE || edit.found() == 0) {
                return own;
            }
            // What was read as trade name only because a slip hides the word that it belongs to.
            Label beside = label(found.labels().charAt(edit.found() - 1));
            return beside == Label.REGION || beside == Label.FORM ? Label.TRADE : beside;
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

    /** One less what the differences cost for each character, of which no more than so many count: two slips in one name are no slip. */
    private double likeness(Label label, int most) {
        int length = Math.max(
                1, Math.min(most, Math.min(found.count(label) + 1, Math.max(found.count(label), asked.count(label)))));
        return Math.max(0, 1 - costs.getOrDefault(label, 0.0) / length);
    }

    private void tradeName() {
        if (found.has(Label.TRADE) || asked.has(Label.TRADE)) {
            double likeness = found.has(Label.TRADE) || edits.size() <= 1 ? likeness(Label.TRADE, TRADE_LENGTH) : 0;
            add(PartKind.TRADE_NAME, asked.text(Label.TRADE), found.text(Label.TRADE), likeness);
            boolean oneHasNone = found.has(Label.TRADE) != asked.has(Label.TRADE) && edits.size() > FEW_SLIPS;
            // One character tells nobody: 鼎 may be 鼎泰 and 鼎丰.
            int missing = dropped.getOrDefault(Label.TRADE, 0);
            boolean tooShort = missing > 0 && found.count(Label.TRADE) - missing < 2;
            if (likeness < rules.tradeFloor() || oneHasNone || tooShort) {
                limit(LimitReason.OTHER_TRADE_NAME, rules.reviewAtMost());
            }
        }
    }

    private double industry() {
        String one = asked.text(Label.INDUSTRY);
        String other = found.text(Label.INDUSTRY);
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        double likeness = one.isEmpty() || other.isEmpty() ? INDUSTRY_LEFT_OUT : shared(one, other);
        long slips =
                edits.stream().filter(edit -> label(edit) == Label.INDUSTRY).count();
        long replaced = edits.stream()
                .filter(edit -> label(edit) == Label.INDUSTRY && edit.kind() == Kind.OTHER)
                .count();
        if (slips == 0 && (one.isEmpty() == other.isEmpty() || edits.size() <= FEW_SLIPS)) {
            likeness = 1;
        } else if (slips == 1) {
            likeness = Math.max(likeness, likeness(Label.INDUSTRY, FORM_LENGTH));
        } else if (replaced > MOST_OTHERS && (one.isEmpty() || other.isEmpty())) {
            likeness = 0;
        }
        add(PartKind.INDUSTRY, one, other, likeness);
        if (likeness < OTHER_INDUSTRY) {
            limit(LimitReason.OTHER_INDUSTRY, rules.reviewAtMost());
        }
        return likeness;
    }

    /** The share of the longer one's characters that the other has too; more where one only says more than the other. */
    private static double shared(String one, String other) {
        StringBuilder left = new StringBuilder(other);
        int common = 0;
        for (int i = 0; i < one.length(); i++) {
            int at = left.indexOf(one.substring(i, i + 1));
            if (at >= 0) {
                left.deleteCharAt(at);
                common++;
            }
        }
        double share = (double) common / Math.max(one.length(), other.length());
        boolean contained = common == Math.min(one.length(), other.length());
        return contained ? INDUSTRY_LEFT_OUT + (1 - INDUSTRY_LEFT_OUT) * share : share * share;
    }

    private double region() {
        boolean named = found.has(Label.REGION);
        // 阳春白雪 is no place, where the candidate has something in front of it.
        boolean misread =
                !asked.text(Label.REGION).isEmpty() && found.text(Label.TRADE).startsWith(asked.text(Label.REGION));
        if (!named && asked.region().isEmpty()) {
            return 1;
        }
        double likeness;
        if (!asked.region().isEmpty() && !misread) {
            likeness = agreement(named);
        } else {
            // The town may be left where the divisions in front of it are left out.
            int missing = dropped.getOrDefault(Label.REGION, 0);
            boolean leftOut = missing == found.count(Label.REGION)
                    || missing == found.count(Label.REGION) - found.town().length();
            likeness = leftOut ? REGION_LEFT_OUT : likeness(Label.REGION, FORM_LENGTH);
        }
        add(PartKind.REGION, asked.text(Label.REGION), found.text(Label.REGION), likeness);
        return likeness;
    }

    private double agreement(boolean named) {
        Set<String> others = named ? found.region() : division;
        if (others.isEmpty()) {
            return REGION_LEFT_OUT;
        }
        if (asked.region().stream().anyMatch(others::contains)) {
            return named && !asked.town().equals(found.town()) ? otherTown() : 1;
        }
        boolean inside = Place.agree(asked.region(), others);
        if (inside && !named) {
            return WIDER_REGION;
        }
        if (inside && isOneSlip()) {
            return likeness(Label.REGION, FORM_LENGTH);
        }
        // 上海小南国 and 上海浦东小南国 are two.
        boolean perhapsSlip = edits.size() <= FEW_SLIPS;
        limit(LimitReason.OTHER_REGION, inside || perhapsSlip ? rules.reviewAtMost() : rules.review() - 0.01);
        return inside ? REGION_LEFT_OUT : 0;
    }

    /** A county has many towns, and the same trade name may stand in each; one that says less may mean any of them. */
    private double otherTown() {
        if (isOneSlip()) {
            return likeness(Label.REGION, FORM_LENGTH);
        }
        limit(LimitReason.OTHER_REGION, rules.reviewAtMost());
        return asked.town().isEmpty() || found.town().isEmpty() ? WIDER_REGION : REGION_LEFT_OUT;
    }

    private void branch() {
        boolean one = asked.isBranch();
        if (!one && !found.isBranch()) {
            return;
        }
        double cost = 0;
        for (Label label : BRANCH) {
            cost += costs.getOrDefault(label, 0.0);
        }
        double likeness = cost == 0 && one == found.isBranch() ? 1 : Math.min(branchName(), branchRegion());
        // Read in only one of the two, it may still be the same, where a slip hides the legal form in front of it.
        if (one != found.isBranch() && cost > BRANCH_SLIP) {
            likeness = 0;
            limit(LimitReason.BRANCH_AND_HEAD, rules.reviewAtMost());
        } else if (likeness < rules.tradeFloor()) {
            limit(LimitReason.OTHER_BRANCH, rules.reviewAtMost());
        }
        add(PartKind.BRANCH, branchText(asked), branchText(found), likeness);
    }

    /** Which branch, and what it is: 人民路店 and 人民路仓库 are two. */
    private double branchName() {
        double kind = costs.getOrDefault(Label.BRANCH_KIND, 0.0) / Math.max(2, found.count(Label.BRANCH_KIND));
        double name = likeness(Label.BRANCH, BRANCH_LENGTH);
        return found.has(Label.BRANCH) ? Math.max(0, name - kind / 2) : Math.max(0, name - kind);
    }

    private double branchRegion() {
        boolean both = !asked.branchRegion().isEmpty() && !found.branchRegion().isEmpty();
        boolean same = both && asked.branchRegion().stream().anyMatch(found.branchRegion()::contains);
        boolean slip = both && isOneSlip() && Place.agree(asked.branchRegion(), found.branchRegion());
        if (both && !same && !slip) {
            return 0;
        }
        return likeness(Label.BRANCH_REGION, BRANCH_LENGTH);
    }

    /** Whether the names differ in one slip of the pen, which makes the division unreadable: 河北秦皇祷 is read as 河北. */
    private boolean isOneSlip() {
        return edits.size() == 1
                && edits.getFirst().kind() != Kind.OTHER
                && edits.getFirst().kind() != Kind.CONTRAST;
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
