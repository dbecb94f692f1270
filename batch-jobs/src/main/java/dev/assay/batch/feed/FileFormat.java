package dev.assay.batch.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the files of a feed are written. Whether one is plain, gzip or zip is seen from its content and not said here. */
public sealed interface FileFormat {

    /** The encoding of a text. */
    enum Encoding {
        /** UTF-8, with or without a byte-order mark. */
        UTF_8,
        /** GB 18030, of which GBK and GB 2312 are parts. */
        GB18030,
        /** ISO 8859-1, Latin 1. */
        ISO_8859_1,
        /** One of these, judged from the whole content of each file. */
        DETECT;

        /**
         * The word for it in feed files.
         *
         * @return such as {@code utf-8}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * All the words.
         *
         * @return them, {@code utf-8} first
         */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Encoding::code).toList();
        }
    }

    /**
     * Delimited text by RFC 4180, CSV or TSV. A backslash is a character like others.
     *
     * @param delimiter what stands between cells
     * @param quote what stands around cells, doubled inside them; {@link #NO_QUOTE} where cells are never quoted
     * @param quoteLines how many lines a quoted value may span before the quote counts as not closed, from 1
     * @param encoding the encoding
     */
    record Csv(char delimiter, char quote, int quoteLines, Encoding encoding) implements FileFormat {

        /** In the place of a quote: there is none, and every line is a row. */
        public static final char NO_QUOTE = '\0';
    }

    /**
     * A sheet of an Office Open XML workbook.
     *
     * @param sheet the sheet's name; or its place from 1, where no sheet has that name
     * @param headerRow the row of the header, from 1; the rows before it are titles
     */
    record Xlsx(String sheet, int headerRow) implements FileFormat {}

    /**
     * JSON objects. A column is the path to a value in them, such as {@code geo.lat}.
     *
     * @param lines whether each line is an object of its own (JSON Lines); else an array holds them
     * @param records the keys that lead to that array; empty where it is the whole document
     * @param listSeparator what stands between the values of an array in one cell
     * @param encoding the encoding
     */
    record Json(boolean lines, List<String> records, String listSeparator, Encoding encoding) implements FileFormat {

        /** Copies the keys. */
        public Json {
            records = List.copyOf(records);
        }
    }

    /**
     * XML elements. A column is the path to an element or attribute in them, such as {@code Scores/Hygiene} or {@code Geocode/@system}. The
     * encoding is the one that the document declares.
     *
     * @param record the local name of the element that is a record
     * @param listSeparator what stands between the texts of a repeated element in one cell
     */
    record Xml(String record, String listSeparator) implements FileFormat {}
}
