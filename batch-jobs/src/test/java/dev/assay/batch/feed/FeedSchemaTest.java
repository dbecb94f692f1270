package dev.assay.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema tells an editor what the parser would: whatever it refuses the parser refuses too. */
class FeedSchemaTest {

    private static final String SMALL = """
            feed: small
            title: {zh: 小, en: Small}
            format: {type: csv, encoding: utf-8}
            state: delta
            columns: [code, name, day]
            business:
              - {scheme: uscc, column: code, check: uscc, creates: true}
            facts:
              - kind: business
                key: [code]
                occurred_on: {column: day}
                fields: {name: {column: name, required: true}}
            """;

    private static List<Error> errors(String yaml) {
        return schema().validate(yaml, InputFormat.YAML);
    }

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(
                FeedSchemaTest.class.getResourceAsStream("/assay-config/schema/feed.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<ConfigFile> packaged() {
        return ConfigFiles.packaged().list("feeds").stream();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedFeedKeepsToTheSchema(ConfigFile feed) {
        assertThat(errors(feed.content())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: csv, encoding: detect, delimiter: ';', quote: none, quote_lines: 9}",
                "{type: tsv, encoding: gb18030, quote: \"'\"}",
                "{type: xlsx}",
                "{type: xlsx, sheet: 数据, header_row: 3}",
                "{type: xlsx, sheet: 2}",
                "{type: json}",
                "{type: json, lines: true, encoding: iso-8859-1}",
                "{type: json, records: data.items, list_separator: '|'}",
                "{type: xml, record: EstablishmentDetail, list_separator: ', '}",
            })
    void everyFormatKeepsToTheSchemaAndIsParsed(String format) {
        String feed = SMALL.replace("{type: csv, encoding: utf-8}", format);
        assertThat(errors(feed)).isEmpty();
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed), ConfigFiles.packaged()))
                .isEmpty();
    }

    private static String matched(String way) {
        return SMALL.replace("{scheme: uscc, column: code, check: uscc, creates: true}", "match: " + way);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: name, below: new}",
                "{name: {column: name, extract: '(.*)'}, address: {join: [name, day]}, division: {column: code, from: 3, to: 8}, below: quarantine}",
                "{name: name, identities: [{scheme: uscc, column: code, check: uscc, matches: '.{18}'}], below: new, thresholds: thresholds}",
            })
    void everyWayToMatchKeepsToTheSchemaAndIsParsed(String way) {
        assertThat(errors(matched(way))).isEmpty();
        assertThat(FeedParser.check(new ConfigFile("small.yaml", matched(way)), ConfigFiles.packaged()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{name: name}; below",
                "{name: name, below: newer}; Did you mean (new)?",
                "{name: name, below: new, adress: day}; Did you mean (address)?",
                "{name: name, below: new, identities: [{scheme: uscc, column: code, creates: true}]}; The key (creates) is not known here",
            })
    void aWayToMatchThatIsMisspeltIsToldByBoth(String way, String told) {
        assertThat(errors(matched(way))).isNotEmpty();
        assertThat(FeedParser.check(new ConfigFile("small.yaml", matched(way)), ConfigFiles.packaged()))
                .anySatisfy(fault -> assertThat(fault.toString()).contains(told));
    }

    @Test
    void thresholdsThatDoNotExistAreTold() {
        String feed = matched("{name: name, below: new, thresholds: threshold}");
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed), ConfigFiles.packaged()))
                .anySatisfy(fault -> assertThat(fault.toString()).contains("Did you mean (thresholds)?"));
    }

    /** A record that waits for a person is not there yet, so nothing may be concluded from that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "state: delta; state: full; cannot be a full state",
                "'occurred_on: {column: day'; 'occurred_on: {record: {feed: other, kind: inspection, key: [code]}, column: day'; cannot be matched by a name too",
            })
    void whatDoesNotGoWithMatchIsTold(String good, String bad, String told) {
        String feed = matched("{name: name, below: new}");
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed), ConfigFiles.packaged()))
                .isEmpty();
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed.replace(good, bad)), ConfigFiles.packaged()))
                .anySatisfy(fault -> assertThat(fault.toString()).contains(told));
    }

    /** What stands in a good file, what is written in its place, and what the parser says about it. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "encoding: utf-8; encodnig: utf-8; Did you mean (encoding)?",
                "encoding: utf-8; encoding: utf8; Did you mean (utf-8)?",
                "state: delta; sate: delta; Did you mean (state)?",
                "check: uscc; chekc: uscc; Did you mean (check)?",
                "kind: business; kidn: business; Did you mean (kind)?",
                "occurred_on: {column: day}; occured_on: {column: day}; Did you mean (occurred_on)?",
                "required: true; requierd: true; Did you mean (required)?",
                "type: csv; type: cvs; Did you mean (csv)?",
                "type: csv, encoding: utf-8; type: xlsx, header_row: 0; no whole number from 1",
                "type: csv, encoding: utf-8; type: xlsx, sheets: 1; Did you mean (sheet)?",
                "type: csv, encoding: utf-8; type: xml, recrod: r; Did you mean (record)?",
                "type: csv, encoding: utf-8; type: xml, record: r, encoding: utf-8; The key (encoding) is not known here",
                "encoding: utf-8; encoding: utf-8, quote: ab; is not one character",
                "column: day; record: {feed: other, kind: inspection, ky: [code]}; Did you mean (key)?",
                "{scheme: uscc, column: code, check: uscc, creates: true}; {record: {feed: other, key: [code]}}; Maybe add it: kind",
                "check: uscc; prefx: a; Did you mean (prefix)?",
                "state: delta; as_at: {dya: 2014-09-01}; Did you mean (day)?",
                "state: delta; authority: {trust: 101}; no whole number from 0 to 100",
                "state: delta; expected_every: {days: 0.5}; no whole number from 1 to 3660",
                "state: delta; expected_every: {weeks: 1}; The key (days) is missing",
            })
    void whatIsMisspeltIsRefusedByTheSchemaAndToldByTheCheck(String good, String bad, String told) {
        String feed = SMALL.replace(good, bad);
        assertThat(errors(feed)).isNotEmpty();
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed), ConfigFiles.packaged()))
                .anySatisfy(fault -> assertThat(fault.toString()).contains(told));
    }

    @Test
    void headersThatFoldToOneCannotBeTwoColumns() {
        String feed = SMALL.replace("[code, name, day]", "[code, name, day, （DAY）, '(day) ']");
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed), ConfigFiles.packaged()))
                .extracting(fault -> fault.message())
                .containsExactly("The column ((day)) is listed twice.");
    }

    @Test
    void linesAndAPathToTheRecordsExcludeEachOther() {
        String feed = SMALL.replace("{type: csv, encoding: utf-8}", "{type: json, lines: true, records: a}");
        assertThat(FeedParser.check(new ConfigFile("small.yaml", feed), ConfigFiles.packaged()))
                .extracting(fault -> fault.line() + " " + fault.path())
                .containsExactly("3 format.records");
    }
}
