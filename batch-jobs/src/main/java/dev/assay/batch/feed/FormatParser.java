package dev.assay.batch.feed;

import dev.assay.batch.feed.FileFormat.Encoding;
import dev.assay.model.config.YamlMap;
import java.util.List;
import java.util.Locale;

/** Reads the {@code format} of a feed. */
final class FormatParser {

    private static final int QUOTE_LINES = 50;
    private static final int MOST = 1_000_000;
    private static final String LIST_SEPARATOR = "; ";

    private FormatParser() {}

    static FileFormat parse(YamlMap format) {
        return switch (format.oneOf("type", List.of("csv", "tsv", "xlsx", "json", "xml"))) {
            case "xlsx" ->
                new FileFormat.Xlsx(
                        format.findText("sheet").orElse("1"), WholeNumber.read(format, "header_row", 1, MOST, 1));
            case "json" -> json(format);
            case "xml" -> new FileFormat.Xml(format.text("record"), listSeparator(format));
            case "tsv" -> csv(format, '\t');
            case String _ -> csv(format, ',');
        };
    }

    private static FileFormat.Csv csv(YamlMap format, char usual) {
        Encoding encoding = encoding(format);
        char delimiter = delimiter(format, usual);
        char quote = quote(format);
        if (quote == delimiter) {
            format.fault(
                    "quote",
                    "The quote (%s) is the delimiter too.".formatted(quote),
                    "Maybe quote: none, if cells are never quoted.");
        }
        return new FileFormat.Csv(
                delimiter, quote, WholeNumber.read(format, "quote_lines", 1, MOST, QUOTE_LINES), encoding);
    }

    private static char delimiter(YamlMap format, char usual) {
        String delimiter = format.findVerbatim("delimiter").orElse(String.valueOf(usual));
        if (delimiter.length() == 1 && (!delimiter.isBlank() || delimiter.equals("\t"))) {
            return delimiter.charAt(0);
        }
        format.fault(
                "delimiter",
                "The delimiter (%s) is not one character.".formatted(delimiter),
                "Maybe \",\" or \";\" or \"\\t\".");
        return usual;
    }

    private static char quote(YamlMap format) {
        String quote = format.findVerbatim("quote").orElse("\"");
        if (quote.equals("none")) {
            return FileFormat.Csv.NO_QUOTE;
        }
        if (quote.length() == 1 && !quote.isBlank()) {
            return quote.charAt(0);
        }
        format.fault("quote", "The quote (%s) is not one character.".formatted(quote), "Maybe '\"', \"'\" or none.");
        return '"';
    }

    private static FileFormat.Json json(YamlMap format) {
        boolean lines = format.flag("lines", false);
        List<String> records = format.findText("records")
                .map(path -> List.of(path.split("\\.", -1)))
                .orElse(List.of());
        if (lines && !records.isEmpty()) {
            format.fault(
                    "records",
                    "Where each line is a record, no path leads to an array of them.",
                    "Maybe leave out records, or lines.");
        }
        Encoding encoding = format.has("encoding") ? encoding(format) : Encoding.UTF_8;
        return new FileFormat.Json(lines, records, listSeparator(format), encoding);
    }

    private static Encoding encoding(YamlMap format) {
        String code = format.oneOf("encoding", Encoding.codes());
        return Encoding.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String listSeparator(YamlMap format) {
        return format.findVerbatim("list_separator").orElse(LIST_SEPARATOR);
    }
}
