package dev.assay.batch.matching;

/**
 * One difference between two names.
 *
 * @param kind what differs
 * @param change what became of the candidate's character
 * @param asked the place in the name that was asked; where something is dropped, the place behind it
 * @param found the place in the candidate's name; where something is added, the place behind it
 */
public record Edit(Kind kind, Change change, int asked, int found) {

    /** What became of the candidate's character. */
    enum Change {
        /** Another stands in its place. */
        REPLACED,
        /** It is missing in the name that was asked. */
        DROPPED,
        /** It stands only in the name that was asked. */
        ADDED
    }

    /** What differs. */
    public enum Kind {
        /** A character that sounds the same. */
        SOUNDS_ALIKE,
        /** A character that looks alike. */
        LOOKS_ALIKE,
        /** Two neighbours exchanged. */
        SWAPPED,
        /** A character written twice. */
        DOUBLED,
        /** A character of the candidate is not there. */
        DROPPED,
        /** A character is there that the candidate does not have. */
        ADDED,
        /** Any other character. */
        OTHER,
        /** A character of a series, such as a number or a direction, is another, missing or added. */
        CONTRAST
    }
}
