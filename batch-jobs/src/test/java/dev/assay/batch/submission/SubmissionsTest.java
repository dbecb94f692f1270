package dev.assay.batch.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.FoundBusiness.ByIdentity;
import dev.assay.batch.feed.MappedFact;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.reading.RecordReader;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is uploaded is what the feeds of the same templates read: nothing else, and what may not leave is in the report. */
class SubmissionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final FeedDefinitions FEEDS = new FeedDefinitions(ConfigFiles.packaged());
    private static final String CODE = "113206000142200043";
    private static final Submissions.Source SOURCE = new Submissions.Source("某市市场监督管理局", CODE);

    @TempDir
    private Path folder = Path.of("");

    private static final Map<String, Object> GOOD = Map.ofEntries(
            Map.entry("party", "某食品有限公司"),
            Map.entry("document_no", "某市监罚〔2026〕1号"),
            Map.entry("conduct", "经营超过保质期的食品"),
            Map.entry("facts", "货架上有过期饼干6袋，\"乐\"牌；\n次日已下架"),
            Map.entry("grounds", "《食品安全法》第一百二十四条"),
            Map.entry("kinds", List.of("罚款", "没收违法所得")),
            Map.entry("content", "罚款2000元，没收36元"),
            Map.entry("fine", new BigDecimal("2000")),
            Map.entry("confiscated", new BigDecimal("36.05")),
            Map.entry("effective_to", LocalDate.of(2099, 12, 31)),
            Map.entry("publish_until", LocalDate.of(2029, 3, 1)),
            Map.entry("authority", "某市市场监督管理局"),
            Map.entry("authority_code", CODE),
            Map.entry("remark", "无不良后果"));

    private static Values values(Map<String, Object> fields) {
        Map<String, Object> stored = new HashMap<>();
        fields.forEach((name, value) -> stored.put(name, value instanceof LocalDate day ? day.toString() : value));
        return Values.of(stored);
    }

    private static Fact fact(long id, String kind, LocalDate on, Values values) {
        return new Fact(
                id, kind, null, on, on, Instant.EPOCH, new Source("test", "1", 1, Source.ORDINARY_TRUST), values);
    }

    private static CreditFile file(String identity, Fact... facts) {
        return new CreditFile(Identity.parse(identity), TODAY, Instant.EPOCH, List.of(facts));
    }

    private static CreditFile penalty(Map<String, Object> fields) {
        return file(
                "uscc:91320600000000019U", fact(1, FactKinds.PENALTY.name(), LocalDate.of(2026, 3, 1), values(fields)));
    }

    private Submissions.Outcome write(Template template, CreditFile... files) throws IOException {
        return Submissions.write(List.of(files).iterator(), template, null, SOURCE, folder.resolve("out.csv"));
    }

    private static List<MappedRecord> read(Path file, String feed) {
        FeedDefinition definition = FEEDS.get(feed);
        SourceFile source = SourceFile.inspect(file);
        List<MappedRecord> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(source, definition, Survey.of(source, definition), null)) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return records;
    }

    private List<MappedRecord> readBack(Template template) {
        return read(folder.resolve("out.csv"), template == Template.PENALTIES ? "cn-penalty" : "cn-licence");
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("out-held-back.csv"));
    }

    @Test
    void everyFieldOfAPenaltyIsReadBackAsItWas() throws IOException {
        assertThat(write(Template.PENALTIES, penalty(GOOD))).isEqualTo(new Submissions.Outcome(1, 0));
        MappedRecord record = readBack(Template.PENALTIES).getFirst();
        assertThat(record.refusals()).isEmpty();
        assertThat(record.business()).isEqualTo(new ByIdentity("uscc", "91320600000000019U", true));
        MappedFact read = record.facts().getFirst();
        assertThat(read.occurredOn()).isEqualTo("2026-03-01");
        assertThat(read.values()).isEqualTo(values(GOOD));
        assertThat(Files.readAllLines(folder.resolve("out.csv")).getFirst())
                .isEqualTo("\uFEFF" + String.join(",", Template.PENALTIES.header()));
        assertThat(Files.readString(folder.resolve("out.csv"))).contains(",0.2,0.003605,");
    }

    /** The small files with which the feeds are tested: read, written, and read again they give the same facts, or stand in the report. */
    @ParameterizedTest
    @CsvSource({"PENALTIES, cn-penalty", "LICENCES, cn-licence"})
    void whatTheFeedReadIsWrittenAndReadAgain(Template template, String feed) throws IOException {
        Map<String, Values> given = new HashMap<>();
        List<CreditFile> files = new ArrayList<>();
        long id = 0;
        // The made-up codes of the authorities there have no right check character.
        Path preset = Files.writeString(
                folder.resolve("preset.csv"),
                Files.readString(Path.of("src/test/resources/presets", feed + ".csv"))
                        .replaceAll("113206\\d\\d014220000X", CODE));
        for (MappedRecord record : read(preset, feed)) {
            if (record.isRefused() || !(record.business() instanceof ByIdentity by)) {
                continue;
            }
            List<Fact> facts = new ArrayList<>();
            for (MappedFact fact : record.facts()) {
                facts.add(fact(++id, fact.kind(), Objects.requireNonNull(fact.occurredOn()), fact.values()));
                if (fact.kind().equals(template.kind())) {
                    given.put(
                            by.identity() + " "
                                    + fact.values().findText("document_no").orElseThrow(),
                            fact.values());
                }
            }
            files.add(new CreditFile(new Identity(by.scheme(), by.identity()), TODAY, Instant.EPOCH, facts));
        }
        Submissions.Outcome outcome = write(template, files.toArray(CreditFile[]::new));
        assertThat(outcome.rows()).as(report()).isPositive();
        assertThat(outcome.rows() + outcome.heldBack()).isEqualTo(files.size());
        for (MappedRecord record : readBack(template)) {
            assertThat(record.refusals()).isEmpty();
            MappedFact fact = record.facts().stream()
                    .filter(one -> one.kind().equals(template.kind()))
                    .findFirst()
                    .orElseThrow();
            String key = ((ByIdentity) Objects.requireNonNull(record.business())).identity()
                    + " "
                    + fact.values().findText("document_no").orElseThrow();
            assertThat(uploaded(fact.values())).isEqualTo(uploaded(Objects.requireNonNull(given.get(key))));
        }
    }

    /** Without what is never uploaded, and the end that the template demands where there is none. */
    private static SortedMap<String, Object> uploaded(Values values) {
        SortedMap<String, Object> fields = new TreeMap<>(values.fields());
        fields.keySet().removeAll(List.of("representative_number", "party_number", "holder_number"));
        fields.putIfAbsent("effective_to", "2099-12-31");
        // 2 is "not valid" whatever the reason; the reason is not uploaded.
        fields.computeIfPresent("status", (_, status) -> status.equals("valid") ? status : "invalid");
        return fields;
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "document_no, '', MISSING, CF_WSH",
        "facts, '', MISSING, CF_SY",
        "fine, '', MISSING, CF_NR_FK",
        "party, '=HYPERLINK(\"http://x\")', FORMULA, CF_XDR_MC",
        "content, '@SUM(1)', FORMULA, CF_NR",
        "content, '-1元', FORMULA, CF_NR",
        "authority_code, 113206000142200044, BAD_CODE, CF_CFJGDM",
        "authority_code, 91320600000000019U, BAD_CODE, CF_CFJGDM",
        "facts, '当事人电话13812345678', PERSONAL_DATA, CF_SY",
        "remark, '身份证11010519491231002X', PERSONAL_DATA, BZ",
    })
    void aRowWithAFaultIsInTheReportAndNotInTheFile(String field, String value, HeldBack reason, String column)
            throws IOException {
        Map<String, Object> fields = new HashMap<>(GOOD);
        if (value.isEmpty()) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        assertThat(write(Template.PENALTIES, penalty(fields), penalty(GOOD))).isEqualTo(new Submissions.Outcome(1, 1));
        assertThat(report())
                .contains(column + "," + reason)
                .doesNotContain("13812345678", "11010519491231002X", ",=HYP");
        assertThat(readBack(Template.PENALTIES)).hasSize(1);
    }

    @Test
    void whatIsNotToBeShownIsHeldBack() throws IOException {
        Map<String, Object> warning = new HashMap<>(GOOD);
        warning.put("kinds", List.of("警告"));
        Map<String, Object> unknown = new HashMap<>(GOOD);
        unknown.put("kinds", List.of("批评"));
        CreditFile person = file("local:1", fact(2, FactKinds.PENALTY.name(), LocalDate.of(2026, 3, 1), values(GOOD)));
        assertThat(write(Template.PENALTIES, penalty(warning), penalty(unknown), person))
                .isEqualTo(new Submissions.Outcome(0, 3));
        assertThat(report()).contains("WARNING_ALONE", "UNKNOWN_VALUE,批评", "NATURAL_PERSON");
    }

    @Test
    void onlyWhatWasDecidedSinceADayIsWritten() throws IOException {
        Path out = folder.resolve("out.csv");
        LocalDate decided = LocalDate.of(2026, 3, 1);
        assertThat(Submissions.write(List.of(penalty(GOOD)).iterator(), Template.PENALTIES, decided, SOURCE, out))
                .isEqualTo(new Submissions.Outcome(1, 0));
        assertThat(Submissions.write(
                        List.of(penalty(GOOD)).iterator(), Template.PENALTIES, decided.plusDays(1), SOURCE, out))
                .isEqualTo(new Submissions.Outcome(0, 0));
    }

    @Test
    void whoUploadsIsAnAuthority() {
        assertThatThrownBy(() -> new Submissions.Source("某局", "91320600000000019U"))
                .hasMessageContaining("begins with 11");
    }
}
