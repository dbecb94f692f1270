package dev.assay.batch.matching;

import java.util.List;
import java.util.Set;

/**
 * A name taken apart. Each character of the key has a label, so that a difference between two names falls into a part.
 *
 * @param key the name, folded, without brackets, blanks and punctuation
 * @param labels one of {@link Label}'s letters for each character of the key
 * @param region the divisions that the name may mean, from those in front of the trade name or in brackets; empty if it names none
 * @param town the township, town or street office 乡镇街道 behind the divisions; empty if it names none
 * @param branchRegion the divisions that the branch may be in
 * @param words the words of a name without Chinese characters; empty for one with them
 */
record NameParts(
        String key, String labels, Set<String> region, String town, Set<String> branchRegion, List<Word> words) {

    /** What a character belongs to. */
    enum Label {
        /** The division in front of the trade name 行政区划. */
        REGION('R'),
        /** The trade name 字号. */
        TRADE('T'),
        /** Words of trade 行业. */
        INDUSTRY('I'),
        /** The legal form 组织形式. */
        FORM('F'),
        /** The division in the name of a branch. */
        BRANCH_REGION('S'),
        /** What tells one branch from another. */
        BRANCH('B'),
        /** What a branch is: 分公司, 店. */
        BRANCH_KIND('K');

        private final char letter;

        Label(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }
    }

    /**
     * A word of a name without Chinese characters.
     *
     * @param text the word
     * @param label TRADE or INDUSTRY
     */
    record Word(String text, Label label) {}

    NameParts {
        region = Set.copyOf(region);
        branchRegion = Set.copyOf(branchRegion);
        words = List.copyOf(words);
    }

    boolean has(Label label) {
        return labels.indexOf(label.letter()) >= 0 || words.stream().anyMatch(word -> word.label() == label);
    }

    int count(Label label) {
        return (int) labels.chars().filter(c -> c == label.letter()).count();
    }

    /** The characters of a part, in order. */
    String text(Label label) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.length(); i++) {
            if (labels.charAt(i) == label.letter()) {
                text.append(key.charAt(i));
            }
        }
        words.stream()
                .filter(word -> word.label() == label)
                .forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
        return text.toString();
    }

    boolean isBranch() {
        return has(Label.BRANCH) || has(Label.BRANCH_REGION) || has(Label.BRANCH_KIND);
    }
}
