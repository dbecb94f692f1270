package dev.assay.batch.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How like two addresses are: by what stands behind the divisions, and by the numbers, because neighbours differ in nothing else. Empty
 * where one of the two says no more than the division.
 *
 * @param gazetteer the divisions
 * @param words spellings of the same word
 */
record AddressComparison(Gazetteer gazetteer, NameWords words) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern POSTCODE = Pattern.compile("\\b([a-z]{1,2}\\d[a-z\\d]?) ?(\\d[a-z]{2})\\b");
    private static final Set<String> VAGUE = Set.of(
            "street", "road", "lane", "avenue", "the", "uk", "unit", "shop", "floor", "ground", "high", "in", "of",
            "and");
    private static final double OTHER_NUMBER = 0.5;

    /**
     * Compares.
     *
     * @param one an address as written
     * @param other another
     * @return 0 to 1; empty if nothing can be compared
     */
    OptionalDouble compare(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return OptionalDouble.empty();
        }
        String folded = Writing.fold(one);
        String otherFolded = Writing.fold(other);
        return Writing.hasHan(folded) && Writing.hasHan(otherFolded)
                ? han(detail(folded), detail(otherFolded))
                : latin(folded, otherFolded);
    }

    /** What stands behind the divisions. */
    String detail(String folded) {
        String key = Writing.key(folded);
        List<Place> places = gazetteer.leading(key, 0, key.length());
        return places.isEmpty() ? key : key.substring(places.getLast().to());
    }

    private OptionalDouble han(String one, String other) {
        Set<String> some = pairs(one);
        Set<String> others = pairs(other);
        if (some.size() < 2 || others.size() < 2) {
            return OptionalDouble.empty();
        }
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        // One of the two may say more: a floor, a room.
        double containment = (double) common.size() / Math.min(some.size(), others.size());
        double dice = 2.0 * common.size() / (some.size() + others.size());
        return OptionalDouble.of(Math.max(dice, 0.9 * containment) * numbers(one, other));
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        String letters = NUMBER.matcher(text).replaceAll("");
        for (int i = 0; i + 1 < letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }

    private static double numbers(String one, String other) {
        Set<String> some = found(NUMBER, one);
        Set<String> others = found(NUMBER, other);
        if (some.isEmpty() || others.isEmpty()) {
            return 1;
        }
        boolean first = some.size() <= others.size();
        Set<String> smaller = first ? some : others;
        Set<String> larger = first ? others : some;
        long common = smaller.stream().filter(larger::contains).count();
        return OTHER_NUMBER + (1 - OTHER_NUMBER) * common / smaller.size();
    }

    private OptionalDouble latin(String one, String other) {
        String postcode = postcode(one);
        String otherPostcode = postcode(other);
        List<String> some = tokens(one);
        List<String> others = tokens(other);
        if (some.isEmpty() || others.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean first = some.size() <= others.size();
        List<String> smaller = first ? some : others;
        List<String> larger = first ? others : some;
        double common = 0;
        for (String word : smaller) {
            double best = 0;
            for (String candidate : larger) {
                best = Math.max(best, LatinComparison.wordLikeness(word, candidate));
            }
            common += best >= 0.8 ? best : 0;
        }
        double likeness = common
                / smaller.size()
                * numbers(one.replaceAll(POSTCODE.pattern(), ""), other.replaceAll(POSTCODE.pattern(), ""));
        boolean same = !postcode.isEmpty() && postcode.equals(otherPostcode);
        return OptionalDouble.of(same ? Math.max(likeness, 0.9) : likeness);
    }

    private List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        String rest = POSTCODE.matcher(text).replaceAll(" ");
        for (String raw : rest.replace("'", "").split("[^\\p{L}\\p{N}]+", -1)) {
            String word = words.spellings().getOrDefault(raw, raw);
            if (word.length() > 1 && !VAGUE.contains(word) && !Character.isDigit(word.charAt(0))) {
                tokens.add(word);
            }
        }
        return tokens;
    }

    private static String postcode(String text) {
        Matcher matcher = POSTCODE.matcher(text);
        return matcher.find() ? matcher.group(1) + matcher.group(2) : "";
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
