package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.identity.Identity;
import dev.assay.store.fact.Cut;
import dev.assay.store.history.Closing;
import dev.assay.store.history.FactHistory;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.FactVersion;
import dev.assay.store.history.KindTally;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What a file shows of records that came late, twice, corrected, and under another business. */
class FactHistoryIT {

    private static final String HEADER =
            "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement";
    private static final Instant NOW = Instant.parse("2099-01-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path fhrs(String name, String... rows) throws IOException {
        return Files.writeString(directory.resolve(name), HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private static String rated(int id, String name, String day, int hygiene) {
        return id + "," + name + ",Takeaway/sandwich shop,5," + day + ",022,FHRS," + hygiene + ",5,5";
    }

    private static List<FactRecord> read(Intake intake, String identity, Cut cut, @Nullable String kind) {
        long key = new BusinessRegister(intake.test().database().dsl())
                .find(Identity.parse(identity))
                .orElseThrow()
                .key();
        return new FactHistory(intake.test().database().dsl())
                .read(key, cut, new FactHistory.Part(Vocabulary.BUILT_IN.names(), kind, 0, 100));
    }

    private static Cut asOf(String day) {
        return new Cut(LocalDate.parse(day), NOW);
    }

    private static Instant recorded(Intake intake, String file) {
        return Objects.requireNonNull(intake.test()
                .database()
                .dsl()
                .fetchSingle("SELECT recorded_at FROM import_run WHERE file = ?", file)
                .get(0, java.time.LocalDateTime.class)
                .toInstant(java.time.ZoneOffset.UTC));
    }

    /** The versions, those that do not stand with the file that closed them: {@code hygiene file:line CORRECTED by file:line}. */
    private static List<String> told(List<FactRecord> records, String field) {
        return records.stream()
                .flatMap(record -> record.versions().stream())
                .map(version -> told(version, field))
                .toList();
    }

    private static String told(FactVersion version, String field) {
        String said = version.fact().values().fields().get(field) + " " + version.origin();
        Closing closing = version.closing();
        return closing == null ? said : said + " " + closing.as() + " by " + closing.by();
    }

    @OnEachServer
    void a_corrected_record_shows_both_versions_with_file_and_line_and_the_past_shows_the_first(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server)) {
            ImportReport first = intake.run("fhrs", fhrs("a.csv", rated(1, "A", "2014-01-02", 5)));
            intake.run("fhrs", fhrs("b.csv", rated(2, "B", "2014-01-02", 0), rated(1, "A", "2014-01-02", 10)));

            List<FactRecord> now = read(intake, "fhrs:1", asOf("2014-01-02"), "inspection");
            assertThat(told(now, "hygiene"))
                    .containsExactly("10 fhrs b.csv:3", "5 fhrs a.csv:2 CORRECTED by fhrs b.csv:3");
            FactVersion earlier = now.getFirst().earlier().getFirst();
            assertThat(earlier.origin().sha256()).isEqualTo(first.sha256());
            assertThat(Objects.requireNonNull(earlier.closing()).at()).isEqualTo(recorded(intake, "b.csv"));

            Cut then = new Cut(LocalDate.of(2014, 1, 2), recorded(intake, "a.csv"));
            assertThat(told(read(intake, "fhrs:1", then, "inspection"), "hygiene"))
                    .containsExactly("5 fhrs a.csv:2");
            assertThat(read(intake, "fhrs:1", asOf("2014-01-01"), null)).isEmpty();
        }
    }

    @OnEachServer
    void an_older_state_that_came_late_never_stood_and_names_what_was_here(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("fhrs", fhrs("newer.csv", rated(1, "New name", "2014-06-01", 0)));
            intake.run("fhrs", fhrs("older.csv", rated(1, "Old name", "2014-01-02", 5)));

            assertThat(told(read(intake, "fhrs:1", asOf("2015-01-01"), "business"), "name"))
                    .containsExactly(
                            "New name fhrs newer.csv:2", "Old name fhrs older.csv:2 OLDER by fhrs newer.csv:2");
        }
    }

    @OnEachServer
    void a_row_that_a_later_row_of_its_own_file_replaced_is_there_too(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("fhrs", fhrs("a.csv", rated(1, "A", "2014-01-02", 5), rated(1, "A", "2014-01-02", 10)));

            assertThat(told(read(intake, "fhrs:1", asOf("2015-01-01"), "inspection"), "hygiene"))
                    .containsExactly("10 fhrs a.csv:3", "5 fhrs a.csv:2 CORRECTED by fhrs a.csv:3");
        }
    }

    @OnEachServer
    void a_penalty_that_a_correction_gave_to_another_business_is_withdrawn_here_and_says_where_it_is(
            TestDatabases server) throws IOException {
        String header =
                "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,BZ\n";
        String row =
                "某店,个体工商户,%s,罚1号,经营过期食品,事实,依据,罚款,罚款,0.1,,,2021-03-01,2099-12-31,2024-03-01,某局,11320613014220000X,\n";
        Path first = Files.writeString(directory.resolve("p1.csv"), header + row.formatted("91350100M000100Y43"));
        Path second = Files.writeString(directory.resolve("p2.csv"), header + row.formatted("92320685MUKCGKK817"));
        try (Intake intake = Intake.on(server)) {
            intake.run("district-penalty", first);
            intake.run("district-penalty", second);

            FactRecord left = read(intake, "uscc:91350100M000100Y43", asOf("2022-01-01"), "penalty")
                    .getFirst();
            assertThat(left.findStanding()).isEmpty();
            Closing closing = Objects.requireNonNull(left.earlier().getFirst().closing());
            assertThat(Objects.requireNonNull(closing.successor()).business()).hasToString("uscc:92320685MUKCGKK817");
            assertThat(told(read(intake, "uscc:92320685MUKCGKK817", asOf("2022-01-01"), "penalty"), "document_no"))
                    .containsExactly("罚1号 district-penalty p2.csv:2");
        }
    }

    @OnEachServer
    void parts_of_a_long_file_fit_together_and_their_sum_is_the_tally(TestDatabases server) throws IOException {
        String[] items = Stream.iterate(1, n -> n + 1)
                .limit(230)
                .map(n -> "J%d,91350100M000100Y43,某店,,2021-%02d-%02d,日常检查（全项目）,某局,1,否,2,符合"
                        .formatted(n, n % 12 + 1, n % 28 + 1))
                .toArray(String[]::new);
        Path inspections = Files.writeString(
                directory.resolve("i.csv"),
                "检查编号,统一社会信用代码,经营者名称,许可证编号,检查日期,检查类型,检查机关,项目编号,是否重点项,分值,检查结果\n" + String.join("\n", items) + "\n");
        try (Intake intake = Intake.on(server)) {
            intake.run("district-inspection", inspections);
            FactHistory history = new FactHistory(intake.test().database().dsl());
            Cut cut = asOf("2022-01-01");
            List<FactRecord> all = new ArrayList<>();
            for (long offset = 0; offset < 300; offset += 70) {
                all.addAll(history.read(1, cut, new FactHistory.Part(Vocabulary.BUILT_IN.names(), null, offset, 70)));
            }
            assertThat(history.tallies(1, cut))
                    .extracting(KindTally::kind, KindTally::standing)
                    .contains(org.assertj.core.groups.Tuple.tuple("inspection", 230L));
            assertThat(all).extracting(FactRecord::key).doesNotHaveDuplicates();
            assertThat(all.stream()
                            .filter(record -> record.kind().equals("inspection"))
                            .map(record -> record.versions().getFirst().fact().occurredOn()))
                    .hasSize(230)
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }
}
