package dev.assay.core.work;

import dev.assay.core.text.Bilingual;

/**
 * An item of a checklist.
 *
 * @param id its number in the table, such as {@code 3.2}; it goes into the fact
 * @param key whether it is a key item, marked * in the published tables
 * @param points what it weighs in models that weigh items, more than 0
 * @param text what is looked at
 * @param basis the article that it rests on; empty for that of the checklist
 */
public record ChecklistItem(String id, boolean key, int points, Bilingual text, String basis) {

    /** The longest number. */
    public static final int LONGEST_ID = 16;

    /**
     * Checks what must be there.
     *
     * @throws IllegalArgumentException if the number is blank or too long, or it weighs nothing
     */
    public ChecklistItem {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "The number of an item (%s) is blank or longer than %d.%nMaybe write it as in the table, such as 3.2."
                            .formatted(id, LONGEST_ID));
        }
        if (points < 1) {
            throw new IllegalArgumentException(
                    "The item (%s) weighs %d.%nMaybe write at least 1 point.".formatted(id, points));
        }
    }
}
