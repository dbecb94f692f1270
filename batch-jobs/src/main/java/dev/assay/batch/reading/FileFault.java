package dev.assay.batch.reading;

/** Why a file is refused as a whole: the closed list. */
public enum FileFault {
    /** There is no such file. */
    MISSING,
    /** It is a directory. */
    DIRECTORY,
    /** It may not be read, or reading failed. */
    UNREADABLE,
    /** It holds nothing, or nothing but a header was expected and not even that is there. */
    EMPTY,
    /** The compressed data end too early or are damaged. */
    TRUNCATED,
    /** The zip holds no file, or more than one. */
    ZIP_ENTRIES,
    /** It is not UTF-8. */
    ENCODING,
    /** The header lacks required columns. */
    MISSING_COLUMNS,
    /** The header holds a column twice, or stands twice in the file. */
    DOUBLED_HEADER,
    /** Nothing says what day's state the file tells. */
    NO_AS_AT
}
