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
    /** Its content unpacks to far more than any real file, or a part of it is larger than can be read. */
    TOO_LARGE,
    /** It is of another format than its feed says. */
    FORMAT,
    /** It is of the right format and not well-formed, so that nobody can tell where its records end. */
    MALFORMED,
    /** It is no text in the encoding that its feed declares. */
    ENCODING,
    /** The header, or every record, lacks required columns. */
    MISSING_COLUMNS,
    /** The file holds a column twice, or its header stands in it again. */
    DOUBLED_HEADER,
    /** Nothing says what day's state the file tells. */
    NO_AS_AT,
    /** It has numbers of identity documents, and there is no key to encrypt them with. */
    NO_PERSON_KEY
}
