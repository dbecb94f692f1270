package dev.assay.batch.matching;

import dev.assay.batch.matching.MatchScore.Limit;
import dev.assay.batch.matching.MatchScore.LimitReason;
import dev.assay.batch.matching.MatchScore.Part;
import dev.assay.batch.matching.NameParts.Label;
import dev.assay.batch.matching.NameParts.Word;
import java.util.ArrayList;
import java.util.List;

/** Compares names without Chinese characters, word by word, whatever their order. */
final class LatinComparison {

    private static final double SAME_WORD = 0.75;

    private LatinComparison() {}

    static void compare(MatchingRules rules, NameParts asked, NameParts found, List<Part> parts, List<Limit> limits) {
        List<String> trade = words(asked, Label.TRADE);
        List<String> otherTrade = words(found, Label.TRADE);
        // The Fish Bar: where nothing else tells who it is, the words of trade are the trade name.
        boolean plain = trade.isEmpty() && otherTrade.isEmpty();
        double likeness = plain
                ? likeness(words(asked, Label.INDUSTRY), words(found, Label.INDUSTRY))
                : tradeLikeness(asked, found);
        parts.add(new Part(
                PartKind.TRADE_NAME,
                String.join(" ", plain ? words(asked, Label.INDUSTRY) : trade),
                String.join(" ", plain ? words(found, Label.INDUSTRY) : otherTrade),
                likeness,
                rules.weight(PartKind.TRADE_NAME)));
        if (likeness < rules.tradeFloor()) {
            limits.add(new Limit(LimitReason.OTHER_TRADE_NAME, rules.reviewAtMost()));
        }
        if (!plain && (asked.has(Label.INDUSTRY) || found.has(Label.INDUSTRY))) {
            List<String> one = words(asked, Label.INDUSTRY);
            List<String> other = words(found, Label.INDUSTRY);
            double industry = one.isEmpty() || other.isEmpty() ? 0.6 : likeness(one, other);
            parts.add(new Part(
                    PartKind.INDUSTRY,
                    String.join(" ", one),
                    String.join(" ", other),
                    industry,
                    rules.weight(PartKind.INDUSTRY)));
        }
    }

    /** A blank more or less (Fryer Tuck, Fryertuck) makes no other name. */
    private static double tradeLikeness(NameParts asked, NameParts found) {
        String one = asked.text(Label.TRADE).replace(" ", "");
        String other = found.text(Label.TRADE).replace(" ", "");
        if (one.equals(other)) {
            return 1;
        }
        double words = likeness(words(asked, Label.TRADE), words(found, Label.TRADE));
        return Math.max(words, wordLikeness(one, other) >= 0.85 ? wordLikeness(one, other) : 0);
    }

    private static List<String> words(NameParts name, Label label) {
        return name.words().stream()
                .filter(word -> word.label() == label)
                .map(Word::text)
                .toList();
    }

    /** Each word with the most like one of the other name, as a share of all words of both. */
    static double likeness(List<String> some, List<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        List<String> left = new ArrayList<>(others);
        double sum = 0;
        for (String word : some) {
            String best = "";
            double most = 0;
            for (String other : left) {
                double like = wordLikeness(word, other);
                if (like > most) {
                    most = like;
                    best = other;
                }
            }
            if (most >= SAME_WORD) {
                sum += most;
                left.remove(best);
            }
        }
        return 2 * sum / (some.size() + others.size());
    }

    /** One less the edits for each character of the longer word; numbers and short words are the same or not. */
    static double wordLikeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longer = Math.max(one.length(), other.length());
        if (longer < 4
                || one.isEmpty()
                || other.isEmpty()
                || Character.isDigit(one.charAt(0))
                || Character.isDigit(other.charAt(0))) {
            return 0;
        }
        return 1 - (double) distance(one, other) / longer;
    }

    private static int distance(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cheapest(int[][] costs, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(costs[i - 1][j - 1] + same, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, costs[i - 2][j - 2] + 1) : best;
    }
}
