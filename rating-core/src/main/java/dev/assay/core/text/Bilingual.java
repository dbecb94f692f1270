package dev.assay.core.text;

/**
 * A text for people, in Chinese and in English. Both are required: a business reads its reasons in the language of its choice.
 *
 * @param zh the Chinese text, not blank
 * @param en the English text, not blank
 */
public record Bilingual(String zh, String en) {

    /**
     * Checks that both texts are there.
     *
     * @throws IllegalArgumentException if either text is blank
     */
    public Bilingual {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "The text (%s / %s) lacks a language.%nMaybe write it in Chinese and in English."
                            .formatted(zh, en));
        }
    }

    /**
     * Makes a text from its two languages.
     *
     * @param zh the Chinese text
     * @param en the English text
     * @return the text
     */
    public static Bilingual of(String zh, String en) {
        return new Bilingual(zh, en);
    }

    /**
     * The text in one language.
     *
     * @param language {@code zh} or {@code en}; anything else reads as English
     * @return the text in that language
     */
    public String in(String language) {
        return language.startsWith("zh") ? zh : en;
    }

    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
