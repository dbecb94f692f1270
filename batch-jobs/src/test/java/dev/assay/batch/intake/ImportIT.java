package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.batch.JobFailedException;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class ImportIT {

    private static final Path REAL = Path.of("../../shared/data/fhrs_uk_2015/establishments.csv.gz");
    private static final String INSPECTIONS = "检查编号,统一社会信用代码,经营者名称,许可证编号,检查日期,检查类型,检查机关,项目编号,是否重点项,分值,检查结果";
    private static final String SAMPLES =
            "序号,标称生产企业名称,标称生产企业地址,被抽样单位名称,被抽样单位地址,食品名称,规格型号,商标,生产日期/批号,不合格项目║检验结果║标准值,分类,任务来源,检验机构,备注";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    private Path fhrs(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(Arrays.asList(rows));
        lines.addFirst(
                "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement");
        return file(name, lines);
    }

    private static String rated(int id, String name, String day, int hygiene) {
        return id + "," + name + ",Takeaway/sandwich shop,5," + day + ",022,FHRS," + hygiene + ",5,5";
    }

    private static String item(String number, String item) {
        return number + ",91350100M000100Y43,某店,JY23206130000017,2021-03-01,日常检查（全项目）,某局," + item + ",否,2,符合";
    }

    @OnEachServer
    void every_row_is_accounted_for(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            ImportReport report = intake.run(
                    "fhrs",
                    fhrs(
                            "a.csv",
                            rated(1, "A", "2014-01-02", 5),
                            rated(1, "A", "2014-01-02", 5),
                            rated(2, "B", "2014-01-02", 5),
                            rated(2, "B renamed", "2014-01-02", 5),
                            rated(3, "C", "2014-02-30", 5),
                            "4,short",
                            rated(5, "\"open", "2014-01-02", 5),
                            rated(6, "F", "2014-01-02", 5).replace(",5,2014", ",6,2014"),
                            "7,G,Farmers/growers,Exempt,,022,FHRS,,,"));
            assertThat(Intake.account(report)).isEqualTo("read 9 = taken 3 + unchanged 1 + superseded 1 + refused 4");
            assertThat(intake.texts("SELECT CONCAT(line, ' ', reason) FROM quarantine ORDER BY line"))
                    .containsExactly("6 bad-date", "7 column-count", "8 unclosed-quote", "9 bad-code");
            assertThat(intake.present())
                    .containsExactly(
                            "business 1 A", "business 2 B renamed", "business 7 G", "inspection 1", "inspection 2");
            assertThat(intake.texts("SELECT name FROM business ORDER BY identity"))
                    .containsExactly("A", "B renamed", "G");
        }
    }

    @OnEachServer
    void the_same_file_again_changes_nothing_and_says_so(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            Path file = fhrs(
                    "a.csv",
                    rated(1, "A", "2014-01-02", 5),
                    rated(2, "B", "2014-01-02", 5),
                    rated(2, "B renamed", "2014-01-02", 5),
                    "3,short");
            intake.run("fhrs", file);
            List<String> before =
                    intake.texts("SELECT CONCAT_WS(' ', fact_id, superseded_as, content) FROM fact ORDER BY 1");
            ImportReport again = intake.run("fhrs", file);
            assertThat(again.changedNothing()).isTrue();
            assertThat(Intake.account(again)).isEqualTo("read 4 = taken 0 + unchanged 3 + superseded 0 + refused 1");
            assertThat(intake.texts("SELECT CONCAT_WS(' ', fact_id, superseded_as, content) FROM fact ORDER BY 1"))
                    .isEqualTo(before);
            assertThat(intake.texts("SELECT reason FROM quarantine")).containsExactly("column-count");
            assertThat(intake.texts("SELECT run_id FROM staged_fact")).isEmpty();
        }
    }

    @OnEachServer
    void the_same_file_is_recognised_without_being_read_again(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            Path file = fhrs("a.csv", rated(1, "A", "2014-01-02", 5), rated(2, "B", "2014-01-02", 5), "3,short");
            intake.run("fhrs", file);
            intake.breakLoadingAt(0);
            ImportReport again = intake.run("fhrs", file);
            assertThat(Intake.account(again)).isEqualTo("read 3 = taken 0 + unchanged 2 + superseded 0 + refused 1");
            assertThat(intake.texts("SELECT CONCAT(run_id, ' ', reason) FROM quarantine"))
                    .containsExactly("2 column-count");
            assertThat(intake.texts("SELECT COUNT(DISTINCT recorded_at) FROM import_run"))
                    .containsExactly("2");
            Path other = fhrs("b.csv", rated(1, "A", "2014-01-02", 6), rated(2, "B", "2014-01-02", 5), "3,short");
            assertThatThrownBy(() -> intake.run("fhrs", other)).isInstanceOf(JobFailedException.class);
        }
    }

    @OnEachServer
    void a_correction_supersedes_and_keeps_what_was_known(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("fhrs", fhrs("a.csv", rated(1, "A", "2014-01-02", 5), rated(2, "B", "2014-01-02", 5)));
            ImportReport report =
                    intake.run("fhrs", fhrs("b.csv", rated(1, "A", "2014-01-02", 10), rated(2, "B", "2014-01-02", 5)));
            assertThat(Intake.account(report)).isEqualTo("read 2 = taken 0 + unchanged 1 + superseded 1 + refused 0");
            assertThat(
                            intake.texts(
                                    "SELECT CONCAT_WS(' ', content, superseded_as) FROM fact WHERE kind = 'inspection' AND record_key LIKE '1|%' ORDER BY fact_id"))
                    .containsExactly(
                            "{\"confidence\":5,\"hygiene\":5,\"structural\":5} CORRECTED",
                            "{\"confidence\":5,\"hygiene\":10,\"structural\":5}");
            assertThat(intake.texts("SELECT COUNT(DISTINCT recorded_at) FROM import_run"))
                    .containsExactly("2");
        }
    }

    @OnEachServer
    void files_in_any_order_end_in_the_same_present_state(TestDatabases server) throws IOException {
        Path older = fhrs("older.csv", rated(1, "Old name", "2014-01-02", 5), rated(2, "B", "2013-01-01", 5));
        Path newer = fhrs("newer.csv", rated(1, "New name", "2014-06-01", 0));
        try (Intake forward = Intake.on(server);
                Intake backward = Intake.on(server)) {
            forward.run("fhrs", older);
            forward.run("fhrs", newer);
            backward.run("fhrs", newer);
            ImportReport late = backward.run("fhrs", older);
            assertThat(backward.present()).isEqualTo(forward.present());
            assertThat(late.superseded()).isEqualTo(1);
            assertThat(backward.texts("SELECT superseded_as FROM fact WHERE superseded_as IS NOT NULL"))
                    .containsExactly("OLDER");
            assertThat(backward.texts("SELECT name FROM business ORDER BY identity"))
                    .containsExactly("New name", "B");
        }
    }

    @OnEachServer
    void a_restart_after_a_failure_in_the_middle_equals_no_failure(TestDatabases server) throws IOException {
        String[] rows = new String[12_000];
        Arrays.setAll(rows, i -> i % 100 == 7 ? i + ",short" : rated(i, "Business " + i, "2014-01-02", 5));
        Path file = fhrs("big.csv", rows);
        try (Intake broken = Intake.on(server);
                Intake whole = Intake.on(server)) {
            broken.breakLoadingAt(11_000);
            assertThatThrownBy(() -> broken.run("fhrs", file)).isInstanceOf(JobFailedException.class);
            assertThat(broken.present()).isEmpty();
            assertThat(broken.texts("SELECT CONCAT(state, ' ', message IS NOT NULL) FROM import_run"))
                    .containsExactly("STAGING 1");
            broken.mend();
            ImportReport restarted = broken.run("fhrs", file);
            ImportReport once = whole.run("fhrs", file);
            assertThat(Intake.account(restarted)).isEqualTo(Intake.account(once));
            assertThat(Intake.account(once))
                    .isEqualTo("read 12000 = taken 11880 + unchanged 0 + superseded 0 + refused 120");
            assertThat(broken.present()).isEqualTo(whole.present());
            assertThat(broken.texts("SELECT COUNT(*) FROM import_run")).containsExactly("1");
            assertThat(broken.texts("SELECT COUNT(*) FROM quarantine")).containsExactly("120");
        }
    }

    @OnEachServer
    void a_new_business_that_the_filter_takes_for_seen_is_added_all_the_same(TestDatabases server) throws IOException {
        try (Intake mistaken = Intake.on(server);
                Intake right = Intake.on(server)) {
            Path first = bans("first.csv", ban("1", "91350100M000100Y43"), ban("2", "91350100M000100Y43"));
            // The first decision turns out to be another one's, whom nobody named before.
            Path second = bans("second.csv", ban("1", "92320613MUH1JF0063"), ban("2", "91350100M000100Y43"));
            mistaken.test()
                    .database()
                    .dsl()
                    .execute(
                            "CREATE TRIGGER mistaken BEFORE INSERT ON staged_fact FOR EACH ROW SET NEW.identity_seen = TRUE");
            for (Path file : List.of(first, second)) {
                assertThat(Intake.account(mistaken.run("cn-trade-ban", file)))
                        .isEqualTo(Intake.account(right.run("cn-trade-ban", file)));
            }
            String versions = """
                    SELECT CONCAT_WS(' ', b.identity, f.fact_id, f.record_key, f.superseded_as)
                    FROM fact f JOIN business b ON b.business_key = f.business_key ORDER BY 1
                    """;
            assertThat(mistaken.texts(versions))
                    .isEqualTo(right.texts(versions))
                    .hasSize(3);
        }
    }

    private Path bans(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(Arrays.asList(rows));
        lines.addFirst("决定书文号,姓名,身份证号,统一社会信用代码,禁止期限,决定日期,决定机关");
        return file(name, lines);
    }

    private static String ban(String number, String code) {
        return number + ",某人,11010519491231002X," + code + ",五年,2025-03-01,某局";
    }

    @OnEachServer
    void a_run_that_was_killed_while_it_stopped_goes_on(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            Path file = fhrs("a.csv", rated(1, "A", "2014-01-02", 5), rated(2, "B", "2014-01-02", 5));
            intake.breakLoadingAt(1);
            assertThatThrownBy(() -> intake.run("fhrs", file)).isInstanceOf(JobFailedException.class);
            intake.mend();
            intake.leaveHalfStopped();
            assertThat(Intake.account(intake.run("fhrs", file)))
                    .isEqualTo("read 2 = taken 2 + unchanged 0 + superseded 0 + refused 0");
        }
    }

    @OnEachServer
    void a_file_that_is_refused_as_a_whole_leaves_its_failed_run_and_nothing_else(TestDatabases server)
            throws IOException {
        String[] rows = new String[6_000];
        Arrays.setAll(rows, i -> rated(i, "Business " + i, "2014-01-02", 5));
        // Its header stands again behind the first chunk of 5,000.
        rows[5_500] =
                "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement";
        Path joined = fhrs("joined.csv", rows);
        Path wrongHeader = file("header.csv", List.of("fhrsid,businessname", "1,A"));
        Path truncated = directory.resolve("cut.csv.gz");
        Files.write(truncated, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2});
        try (Intake intake = Intake.on(server)) {
            for (Path refused : List.of(joined, wrongHeader, truncated, joined)) {
                assertThatThrownBy(() -> intake.run("fhrs", refused)).isInstanceOf(FileRefusedException.class);
            }
            assertThatThrownBy(() -> intake.run("fhrs", directory.resolve("missing.csv")))
                    .isInstanceOf(FileRefusedException.class);
            assertThat(
                            intake.texts(
                                    "SELECT CONCAT(file, ' ', state, ' ', message IS NOT NULL) FROM import_run ORDER BY run_id"))
                    .containsExactly(
                            "joined.csv FAILED 1", "header.csv FAILED 1", "cut.csv.gz FAILED 1", "joined.csv FAILED 1");
            assertThat(intake.present()).isEmpty();
            intake.run("fhrs", fhrs("good.csv", rated(1, "A", "2014-01-02", 5)));
            assertThat(intake.texts("SELECT run_id FROM staged_fact")).isEmpty();
            assertThat(intake.present()).containsExactly("business 1 A", "inspection 1");
        }
    }

    @OnEachServer
    void an_inspection_whose_rows_stand_apart_is_refused_the_second_time(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            ImportReport report = intake.run(
                    "district-inspection",
                    file(
                            "i.csv",
                            List.of(INSPECTIONS, item("J1", "1"), item("J1", "2"), item("J2", "1"), item("J1", "3"))));
            assertThat(Intake.account(report)).isEqualTo("read 4 = taken 3 + unchanged 0 + superseded 0 + refused 1");
            assertThat(intake.texts("SELECT CONCAT(line, ' ', reason) FROM quarantine"))
                    .containsExactly("5 rows-not-together");
        }
    }

    @OnEachServer
    void a_sample_finds_its_business_by_name_and_address_alone(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run(
                    "district-licence",
                    file(
                            "l.csv",
                            List.of(
                                    "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT",
                                    "某超市（总店）,个体工商户,91350100M000100Y43,许可,许1,普通,食品经营许可证,JY13206130000015,经营场所：人民路1号；经营项目：预包装食品,2021-01-04,2021-01-04,2026-01-03,某局,11320613014220000X,1")));
            ImportReport report = intake.run(
                    "district-sampling",
                    file(
                            "2021-03-05.csv",
                            List.of(
                                    SAMPLES,
                                    "1,/,/,某超市(总店),人民路 1号,花生,/,/,2021-01-01,酸价║6║5,炒货,国抽,某院,/",
                                    "2,/,/,某超市,人民路1号,花生,/,/,2021-01-01,酸价║6║5,炒货,国抽,某院,/")));
            assertThat(Intake.account(report)).isEqualTo("read 2 = taken 1 + unchanged 0 + superseded 0 + refused 1");
            assertThat(intake.texts("SELECT CONCAT(line, ' ', reason) FROM quarantine"))
                    .containsExactly("3 business-unknown");
            assertThat(intake.texts("SELECT occurred_on FROM fact WHERE kind = 'sampling-result'"))
                    .containsExactly("2021-03-05");
            assertThat(intake.texts("SELECT identity FROM identity ORDER BY 1"))
                    .containsExactly("91350100M000100Y43", "JY13206130000015");
        }
    }

    @OnEachServer
    void the_real_establishments_are_all_accounted_for(TestDatabases server) throws IOException {
        assumeTrue(Files.exists(REAL), "The file " + REAL + " is not there.");
        assumeTrue(server == TestDatabases.EMBEDDED, "One server is enough for the large file.");
        try (Intake intake = Intake.on(server)) {
            ImportReport report = intake.run("fhrs", REAL);
            assertThat(Intake.account(report))
                    .isEqualTo("read 325661 = taken 325585 + unchanged 76 + superseded 0 + refused 0");
        }
    }
}
