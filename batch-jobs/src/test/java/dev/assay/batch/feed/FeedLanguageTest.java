package dev.assay.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition can say of cells, businesses and authorities. */
class FeedLanguageTest {

    private static final String FEED = """
            feed: small
            title: {zh: 小, en: Small}
            format: {type: csv, encoding: utf-8}
            state: delta
            null_marks: [/]
            columns: [code, class, day, a, b]
            business:
              - {scheme: registration-no, column: code, matches: '[0-9]{15}', check: registration-no, creates: true}
              - {scheme: uscc, column: code, check: uscc, creates: true}
              - {scheme: local, key: [a, b], creates: true, only_if: {column: class, is: [person]}}
            facts:
              - kind: penalty
                key: [code]
                key_optional: [code]
                occurred_on: {column: day, lenient: true}
                fields: {FIELDS}
            """;

    private static FeedDefinition feed(String fields) {
        return FeedParser.parse(new ConfigFile("small.yaml", FEED.replace("{FIELDS}", fields)));
    }

    private static List<Fault> faults(String text) {
        try {
            FeedParser.parse(new ConfigFile("small.yaml", text));
            return List.of();
        } catch (FaultyConfigException refused) {
            return refused.faults();
        }
    }

    private static MappedRecord map(String fields, String... cells) {
        return new RecordMapper(feed(fields), LocalDate.of(2026, 1, 1))
                .map(List.of(new SourceRow(2, Arrays.asList(cells))));
    }

    private static MappedRecord mapA(String fields, String a) {
        return map(fields, "91350100M000100Y43", "", "2025-01-01", a, "");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2.5; 25000", // × the column's factor of 10,000
                "2.5万元; 25000",
                "2.5 万元; 25000",
                "０.１万元; 1000", // 0.1 has no exact binary fraction; 0.1 × 10,000 is 1,000 all the same
                "2000元; 2000",
                "1,234,567.8元; 1234567.8",
                "１，２３４元; 1234",
                "-1,234元; -1234",
                "12.345678%; 0.12345678",
                "1,23元; ",
                "1234,567元; ",
                ",123; ",
                "2万5千; ",
                "万元; ",
                "9e-05; 0.9", // × 10,000: how programs write small numbers; nobody writes large ones so, 1e3 is a
                // typing error
                "1e3; ",
                "1.; "
            })
    void aDecimalIsExactWithThousandsUnitsAndFullWidthDigits(String text, BigDecimal value) {
        MappedRecord record = mapA(
                "{fine: {column: a, factor: 10000, thousands: \",\", units: {万元: 10000, 元: 1, \"%\": 0.01}}}", text);
        if (value == null) {
            assertThat(record.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.BAD_NUMBER);
        } else {
            assertThat(record.facts().getFirst().values().findDecimal("fine")).contains(value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "5元"})
    void thousandsAndUnitsAreUnderstoodOnlyWhereTheFeedSaysSo(String text) {
        assertThat(mapA("{fine: a}", text).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RefusalReason.BAD_NUMBER);
    }

    @ParameterizedTest(name = "{1} by {0} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "yyyyMMdd; 20150218; 2015-02-18",
                "yyyyMMdd; 20150229;",
                "yyyy年M月d日; 2015年2月8日; 2015-02-08",
                "MMM d, yyyy; Oct 30, 2024; 2024-10-30",
                "MMM d, yyyy; SEP 3, 2024; 2024-09-03",
                "M/d/yyyy; 2/18/2015; 2015-02-18",
                "M/d/yyyy; 2/18/2015 12:00:00 AM; 2015-02-18",
                "yyyy-MM-dd; 2015-02-18T00:00:00; 2015-02-18",
                "yyyy-MM-dd; 2015-02-18 09:30; 2015-02-18",
                "yyyy-MM-dd; 2015-02-18T00:00:00.000; 2015-02-18",
                "yyyy-MM-dd; 2015-02-18T23:00:00Z;", // it is another day in Shanghai
                "yyyy-MM-dd; 2015-02-30T00:00:00;",
                "d/M/yyyy; ??/10/2014;",
                "yyyy-MM-dd; 0999-01-01;",
                "yyyy-MM-dd; 2024-02-29; 2024-02-29",
                "yyyy-MM-dd; 2023-02-29;", // no leap year
                "yyyy-MM-dd; 2024-13-01;",
                "yyyy-MM-dd; 2024-00-10;",
                "yyyy-MM-dd; 2024-10-00;",
                "yyyy-MM-dd; 2024-1-010;", // as long as a day, and none
                "yyyy-MM-dd; -024-10-10;",
                "yyyy-MM-dd; ２024-10-10;", // a full-width digit
                "yyyy-dd-MM; 2024-10-02; 2024-02-10"
            })
    void aDayIsReadByItsPatternWithoutItsTime(String pattern, String text, LocalDate day) {
        assertThat(DayPatterns.of(List.of(pattern)).find(text)).isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void whatALenientFieldCannotReadIsLeftOutWithAWarning() {
        MappedRecord record = mapA("{effective_to: {column: a, lenient: true}, remark: a}", "??/10/2014");
        assertThat(record.refusals()).isEmpty();
        assertThat(record.warnings()).containsExactly(DataWarning.VALUE_LEFT_OUT);
        assertThat(record.facts().getFirst().values().fields()).isEqualTo(Map.of("remark", "??/10/2014"));
    }

    @Test
    void aLenientDayOfTheFactThatCannotBeReadIsTheDayOfTheFile() {
        MappedRecord record = map("{remark: a}", "91350100M000100Y43", "", "??/10/2014", "x", "");
        assertThat(record.facts().getFirst().occurredOn()).isNull();
        assertThat(record.warnings()).containsExactly(DataWarning.VALUE_LEFT_OUT);
    }

    @Test
    void aFieldMayHaveNullMarksOfItsOwnInThePlaceOfTheFeeds() {
        String fields = "{remark: {column: a, null_marks: [none]}, content: a}";
        assertThat(mapA(fields, "/").facts().getFirst().values().fields()).isEqualTo(Map.of("remark", "/"));
        assertThat(mapA(fields, "none").facts().getFirst().values().fields()).isEqualTo(Map.of("content", "none"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`委托方：甲公司；受托方：乙厂`;乙厂",
                "`受托方:乙厂;委托方:甲公司`;乙厂",
                "`委托方：甲公司 受委托方：乙厂（分厂）`;乙厂（分厂）",
                "丙厂;丙厂",
                "`委托方：甲公司`;委托方：甲公司"
            })
    void whatStandsBehindALabelIsTakenElseTheWholeCell(String cell, String maker) {
        assertThat(mapA("{remark: {column: a, label: [受托方, 受委托方]}}", cell)
                        .facts()
                        .getFirst()
                        .values()
                        .findText("remark"))
                .contains(maker);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {4}")
    @CsvSource({
        "320600000000018,    '',     '', '', registration-no:320600000000018",
        "91350100M000100Y43, person, a,  b,  uscc:91350100M000100Y43",
        "'',                 person, a,  b,  local:small/a|b",
        "'',                 person, a,  '', MISSING_VALUE",
        "'',                 firm,   a,  b,  MISSING_VALUE",
        "32060000000001,     person, a,  b,  IDENTITY_LENGTH",
    })
    void theFirstWayThatIsMeantFindsTheBusiness(String code, String kind, String a, String b, String found) {
        MappedRecord record = map("{remark: a}", code, kind, "2025-01-01", a, b);
        assertThat(
                        record.business() instanceof FoundBusiness.ByIdentity identity
                                ? identity.scheme() + ":" + identity.identity()
                                : record.refusals().getFirst().reason().name())
                .isEqualTo(found);
    }

    @Test
    void aWrongCheckDigitOfARegistrationNumberIsAWarning() {
        assertThat(map("{remark: a}", "320600000000017", "", "2025-01-01", "x", "")
                        .warnings())
                .containsExactly(DataWarning.REGISTRATION_CHECK_DIGIT);
    }

    @Test
    void aLongOwnKeyFitsTheStoreAndStaysItsOwn() {
        String one = RecordKey.local("small", List.of("长".repeat(80), "1"));
        assertThat(one)
                .hasSize(64)
                .startsWith("small/长")
                .isNotEqualTo(RecordKey.local("small", List.of("长".repeat(80), "2")));
    }

    @Test
    void theFeedsAuthorityFillsWhatTheFactsDoNotSay() {
        String text = FEED.replace("{FIELDS}", "{authority: b, remark: a}")
                .replace(
                        "state: delta",
                        "state: delta\nauthority: {name: 甲局, code: 11320600014220000X, division: {column: class}}");
        MappedRecord record = new RecordMapper(FeedParser.parse(new ConfigFile("small.yaml", text)), null)
                .map(List.of(new SourceRow(2, List.of("91350100M000100Y43", "320600", "2025-01-01", "x", "乙局"))));
        // A penalty has no division: that is said of businesses and licences.
        assertThat(record.facts().getFirst().values().fields())
                .isEqualTo(Map.of("authority", "乙局", "authority_code", "11320600014220000X", "remark", "x"));
    }

    @Test
    void faultsOfWhatIsNewAreToldWithTheirRemedy() {
        assertThat(faults(FEED.replace("{FIELDS}", "{status: {column: a, codes: {table: licence-statsu}}}")
                        .replace("only_if: {column: class", "only_if: {column: clas")
                        .replace("key: [a, b], creates", "creates")
                        .replace("state: delta", "state: delta\nextends: cn-penatly")))
                .extracting(fault -> fault.path() + ": " + fault.remedy())
                .containsExactlyInAnyOrder(
                        "facts[0].fields.status.codes.table: Did you mean (licence-status)?",
                        "business[2].only_if.column: Did you mean (class)?",
                        "business[2].key: Maybe key: [number], the columns that tell businesses apart.",
                        "extends: Did you mean (cn-penalty)?");
    }

    @Test
    void aRequiredFieldIsNotLenientAndACharacterStandsBetweenThousands() {
        assertThat(faults(FEED.replace(
                        "{FIELDS}",
                        "{remark: {column: a, required: true, lenient: true}, fine: {column: b, thousands: \".\"}}")))
                .extracting(Fault::path)
                .containsExactly("facts[0].fields.remark.lenient", "facts[0].fields.fine.thousands");
    }

    @Test
    void aDeclaredKindAndATableOfTheConfigurationAreUsedWithoutJava(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("kinds"));
        Files.createDirectories(directory.resolve("feeds/tables"));
        Files.writeString(directory.resolve("kinds/pest.yaml"), """
                kind: pest
                title: {zh: 病媒, en: Pest}
                fields: {found: {type: text, title: {zh: 发现, en: Found}}}
                """);
        Files.writeString(directory.resolve("feeds/tables/pests.yaml"), "codes: {\"1\": mouse}\n");
        Files.writeString(
                directory.resolve("feeds/small.yaml"),
                FEED.replace("kind: penalty", "kind: pest")
                        .replace("{FIELDS}", "{found: {column: a, codes: {table: pests}}}"));
        FeedDefinitions feeds = new FeedDefinitions(ConfigFiles.in(directory));
        MappedRecord record = new RecordMapper(feeds.get("small"), null)
                .map(List.of(new SourceRow(2, List.of("91350100M000100Y43", "", "2025-01-01", "1", ""))));
        assertThat(record.facts().getFirst().kind()).isEqualTo("pest");
        assertThat(record.facts().getFirst().values().findText("found")).contains("mouse");
        assertThatThrownBy(() ->
                        FeedParser.parse(new ConfigFile("small.yaml", FEED.replace("kind: penalty", "kind: pest"))))
                .hasMessageContaining("The value (pest) is not one of");
    }
}
