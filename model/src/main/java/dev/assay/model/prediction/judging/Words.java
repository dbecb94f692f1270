package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;

/**
 * The language of a card.
 *
 * @param language {@code zh} or {@code en}
 */
record Words(String language) {

    static Words of(String language) {
        return new Words(language.startsWith("zh") ? "zh" : "en");
    }

    String in(String zh, String en) {
        return "zh".equals(language) ? zh : en;
    }

    String of(Bilingual text) {
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
