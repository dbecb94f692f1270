package dev.assay.core.work;

/**
 * What was found of one item.
 *
 * @param item the item's number
 * @param mark what was found
 * @param note in words; may be empty
 */
public record Finding(String item, Mark mark, String note) {

    /** The most characters of a note. */
    public static final int LONGEST_NOTE = 500;

    /** Strips the note. */
    public Finding {
        note = note.strip();
    }
}
