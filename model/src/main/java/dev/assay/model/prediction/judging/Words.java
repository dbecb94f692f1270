package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;

/**
 * The language of a card.
 *
 * @param language {@code zh} or {@code en}
 */
public record Words(String language) {

    /**
     * The words of a language.
     *
     * @param language its tag
     * @return Chinese for what begins with {@code zh}, else English
     */
    public static Words of(String language) {
        return new Words(language.startsWith("zh") ? "zh" : "en");
    }

    /**
     * The one text or the other.
     *
     * @param zh in Chinese
     * @param en in English
     * @return that of the language
     */
    public String in(String zh, String en) {
        return "zh".equals(language) ? zh : en;
    }

    /**
     * A text.
     *
     * @param text in both languages
     * @return that of the language
     */
    public String of(Bilingual text) {
        return text.in(language);
    }

    String feature(ModelCard card, String id) {
        return card.features().stream()
                .filter(line -> line.feature().id().equals(id))
                .findFirst()
                .map(line -> of(line.feature().title()))
                .orElse(id);
    }
}
