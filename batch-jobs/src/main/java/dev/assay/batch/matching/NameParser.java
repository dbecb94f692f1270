package dev.assay.batch.matching;

import dev.assay.batch.matching.NameParts.Label;
import dev.assay.batch.matching.NameParts.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes names apart: division, trade name, words of trade, legal form, branch (企业名称登记管理规定, article 6: 行政区划名称、字号、行业或者经营特点、组织形式).
 *
 * @param words the words
 * @param gazetteer the divisions
 */
record NameParser(NameWords words, Gazetteer gazetteer) {

    private static final int LONGEST_WORD = 10;
    private static final String BEHIND = "??";
    /** 镇江 is a city. */
    private static final Pattern TOWN = Pattern.compile("\\p{IsHan}{2}(?:\\p{IsHan}?街道|镇(?!江)|乡)");

    /**
     * Takes a name apart.
     *
     * @param name as written
     * @return its parts; an empty key for a name without a letter or a digit
     */
    NameParts parse(String name) {
        String folded = Writing.fold(name);
        return Writing.hasHan(folded) ? new Han(folded).parts() : latin(folded);
    }

    private NameParts latin(String folded) {
        List<Word> found = new ArrayList<>();
        for (String raw : folded.replace("'", "").replace("’", "").split("[^\\p{L}\\p{N}]+", -1)) {
            String word = words.spellings().getOrDefault(raw, raw);
            if (!word.isEmpty() && !words.latinForms().contains(word)) {
                found.add(new Word(word, words.latinIndustries().contains(word) ? Label.INDUSTRY : Label.TRADE));
            }
        }
        return new NameParts(Writing.key(folded), "", Set.of(), "", Set.of(), found);
    }

    /** One name with Chinese characters, while it is taken apart. */
    private final class Han {

        private final String key;
        private final char[] labels;
        private final Set<String> region = new HashSet<>();
        private String town = "";
        private final Set<String> branchRegion = new HashSet<>();

        Han(String folded) {
            StringBuilder text = new StringBuilder();
            List<int[]> brackets = new ArrayList<>();
            int open = -1;
            for (int i = 0; i < folded.length(); i++) {
                char c = folded.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    text.append(c);
                } else if ("([{<【〔《「『“\"".indexOf(c) >= 0) {
                    open = text.length();
                } else if (")]}>】〕》」』”\"".indexOf(c) >= 0 && open >= 0 && open < text.length()) {
                    brackets.add(new int[] {open, text.length()});
                    open = -1;
                }
            }
            key = text.toString();
            labels = new char[key.length()];
            brackets.forEach(bracket -> bracketed(bracket[0], bracket[1]));
        }

        NameParts parts() {
            int end = notes();
            Matcher form = words.forms().matcher(key).region(Math.min(2, end), end);
            if (form.find()) {
                label(form.start(), form.end(), Label.FORM);
                head(form.start());
                branch(form.end(), end);
            } else {
                head(end);
            }
            return new NameParts(key, new String(labels), region, town, branchRegion, List.of());
        }

        private void bracketed(int from, int to) {
            String content = key.substring(from, to);
            List<Place> places = gazetteer.leading(content + BEHIND, 0, content.length() + BEHIND.length());
            if (words.notes().contains(content)) {
                label(from, to, Label.FORM);
            } else if (!places.isEmpty() && places.getLast().to() == content.length()) {
                label(from, to, Label.REGION);
                region.addAll(places.getLast().codes());
            } else if (words.industries().contains(content)) {
                label(from, to, Label.INDUSTRY);
            } else if (to == key.length() && from >= 2 && endsInBranchWord(content)) {
                branch(from, to);
            }
        }

        private boolean endsInBranchWord(String content) {
            return wordBefore(content.length(), 0, content, words.branches()) < content.length();
        }

        private int notes() {
            int end = key.length();
            int start = wordBefore(end, 2, key, words.notes());
            if (start < end && labels[end - 1] == 0) {
                label(start, end, Label.FORM);
                return start;
            }
            while (end > 0 && labels[end - 1] != 0) {
                end--;
            }
            return end;
        }

        private void head(int last) {
            int end = last;
            int from = regions(0, end);
            // 某某国际贸易天津有限公司: a subsidiary, told from its parent by the place alone.
            int to = gazetteer.trailing(key, from + 4, end);
            label(to, end, Label.BRANCH_REGION);
            end = to;
            int before = to;
            while (to > from) {
                int start = wordBefore(to, from, key, words.industries());
                start = start < to ? start : wordBefore(to, from, key, words.branches());
                if (start == to) {
                    break;
                }
                before = to;
                to = start;
            }
            // A single character is no trade name: it belongs to the word behind it.
            to = to == from + 1 ? before : to;
            label(to, end, Label.INDUSTRY);
            label(from, to, Label.TRADE);
        }

        private int regions(int from, int end) {
            List<Place> places = gazetteer.leading(key, from, end);
            int to = from;
            for (Place place : places) {
                boolean plain = labels[place.from()] == 0 && labels[place.to() - 1] == 0;
                if (!plain || isTradeName(place, end)) {
                    break;
                }
                to = place.to();
                region.clear();
                region.addAll(place.codes());
            }
            int behind = behindTown(to, end);
            town = key.substring(to, behind);
            label(from, behind, Label.REGION);
            return behind;
        }

        /** 通州区金沙镇: what lies between the county and the trade name, of which two characters must be left. */
        private int behindTown(int from, int end) {
            if (from == 0 || "区县市".indexOf(key.charAt(from - 1)) < 0) {
                return from;
            }
            Matcher matcher = TOWN.matcher(key).region(from, end);
            return matcher.lookingAt() && matcher.end() + 2 <= end && labels[from] == 0 ? matcher.end() : from;
        }

        /** 平安食品有限公司: a place's short name with nothing but words of trade behind it. */
        private boolean isTradeName(Place place, int end) {
            if ("省市县区州盟旗".indexOf(key.charAt(place.to() - 1)) >= 0) {
                return false;
            }
            int to = end;
            int start = wordBefore(to, place.to(), key, words.industries());
            while (start < to && to > place.to() + 1) {
                to = start;
                start = wordBefore(to, place.to(), key, words.industries());
            }
            return to <= place.to() + 1;
        }

        /** A branch may be one of a branch: 河北邯郸石油分公司第四加油站. */
        private void branch(int start, int end) {
            int from = start;
            // A short name of a division may be all that tells a branch: what stands behind the end makes it readable
            // as one.
            for (Place place :
                    gazetteer.leading(key.substring(start, end) + BEHIND, 0, end - start + BEHIND.length())) {
                from = start + place.to();
                branchRegion.clear();
                branchRegion.addAll(place.codes());
            }
            label(start, from, Label.BRANCH_REGION);
            int inner = key.indexOf("分公司", from);
            int to = inner >= 0 && inner + 3 < end ? inner + 3 : end;
            int rest = to;
            while (to > from) {
                int word = wordBefore(to, from, key, words.branches());
                word = word < to ? word : wordBefore(to, from, key, words.industries());
                if (word == to) {
                    break;
                }
                to = word;
            }
            label(to, rest, Label.BRANCH_KIND);
            label(from, to, Label.BRANCH);
            if (rest < end) {
                branch(rest, end);
            }
        }

        private void label(int from, int to, Label label) {
            for (int i = from; i < to; i++) {
                labels[i] = labels[i] == 0 ? label.letter() : labels[i];
            }
        }
    }

    /** Where the longest of some words begins that ends at a place; the place itself if none does. */
    private static int wordBefore(int end, int from, String text, Set<String> words) {
        for (int start = Math.max(from, end - LONGEST_WORD); start < end; start++) {
            if (words.contains(text.substring(start, end))) {
                return start;
            }
        }
        return end;
    }
}
