package dev.assay.batch.proposal;

import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What headers of one sort of sheet mean: a file of {@code config/headers}, compiled.
 *
 * @param id its id
 * @param title its name for people
 * @param kind the kind of fact that its rows become
 * @param fields the canonical fields
 * @param leastConfidence below it no proposal is made
 * @param traditional traditional characters, each with its simplified one
 * @param asides what is said beside a column's name, by idea
 * @param brackets which ideas count in brackets too
 * @param words the words
 * @param substances the names of what a test looks for
 * @param rules what ideas mean together; the first that fits counts
 * @param values what cells tell
 */
record HeaderVocabulary(
        String id,
        Bilingual title,
        String kind,
        List<CanonicalField> fields,
        double leastConfidence,
        Map<Character, Character> traditional,
        Map<String, Pattern> asides,
        Brackets brackets,
        WordCover words,
        Substances substances,
        List<MeaningRule> rules,
        List<ValueKind> values) {

    /**
     * A canonical field by name.
     *
     * @param name its name
     * @return it, or empty if the vocabulary has no such field
     */
    public Optional<CanonicalField> findField(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            simplified.setCharAt(i, traditional.getOrDefault(text.charAt(i), text.charAt(i)));
        }
        return simplified.toString();
    }
}
