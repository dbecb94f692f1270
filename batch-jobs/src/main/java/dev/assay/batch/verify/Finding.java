package dev.assay.batch.verify;

/**
 * Something that does not fit.
 *
 * @param kind what
 * @param where file and line, or the item
 * @param expected what was expected; may be empty
 * @param found what was found; may be empty
 */
public record Finding(Kind kind, String where, String expected, String found) {

    /** What can be found. */
    public enum Kind {
        /** The file's bytes are not those that its manifest names. */
        FILE_HASH,
        /** The file does not hold as many items as its manifest says. */
        COUNT,
        /** The digest of the file's items is not the one that its manifest names. */
        DIGEST,
        /** No key that is known signed the manifest as it is. */
        SIGNATURE,
        /** The files do not belong to one chain. */
        CHAIN,
        /** A line is not as the format says. */
        LINE,
        /** An item stands twice in a full file. */
        DOUBLE,
        /** A change is missing, there twice, or in another place. */
        NUMBER,
        /** A change does not carry the hash of the one before. */
        PREVIOUS,
        /** A change does not have the hash that follows from what it says. */
        HASH,
        /** The content of a change is not the one of its hash. */
        CONTENT,
        /** A change does not fit what was there. */
        STATE,
        /** The changes do not lead from the one file's last change to the other's. */
        END,
        /** An item that must be there is missing from the later file. */
        MISSING,
        /** An item is in the later file that must not be there. */
        SURPLUS,
        /** An item has another content in the later file. */
        DIFFERENT,
        /** The digest of the earlier file, changed by the changes, is not that of the later one. */
        RESULT
    }
}
