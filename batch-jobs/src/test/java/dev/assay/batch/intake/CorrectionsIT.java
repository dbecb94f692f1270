package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.batch.reading.FileRefusedException;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.feed.QuarantineFilter;
import dev.assay.store.feed.RefusedRow;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsIT {

    private static final String RATINGS =
            "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement";
    private static final String ITEMS = "检查编号,统一社会信用代码,经营者名称,许可证编号,检查日期,检查类型,检查机关,项目编号,是否重点项,分值,检查结果";
    private static final String SAMPLES =
            "序号,标称生产企业名称,标称生产企业地址,被抽样单位名称,被抽样单位地址,食品名称,规格型号,商标,生产日期/批号,不合格项目║检验结果║标准值,分类,任务来源,检验机构,备注";
    private static final String LICENCES =
            "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String rated(int id, String name, String day) {
        return id + "," + name + ",Takeaway/sandwich shop,5," + day + ",022,FHRS,5,5,5";
    }

    private static String item(String number, String item, String points) {
        return number + ",91350100M000100Y43,某店,JY23206130000017,2021-03-01,日常检查（全项目）,某局," + item + ",否," + points
                + ",符合";
    }

    private String sheet(Intake intake) throws IOException, SQLException {
        List<Path> sheets = intake.context().getBean(CorrectionSheets.class).writeAll(null, directory.resolve("out"));
        assertThat(sheets).hasSize(1);
        return Files.readString(sheets.getFirst());
    }

    private static List<RefusedRow> entries(Intake intake, QuarantineFilter.State state) {
        return new Quarantine(intake.test().database().dsl())
                .rows(new QuarantineFilter(null, null, null, null, state), 0, 100);
    }

    @OnEachServer
    void a_row_that_is_corrected_in_a_sheet_is_taken_in_and_leaves_quarantine(TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            Path file = file("a.csv", RATINGS, rated(1, "A", "2014-01-02"), rated(2, "=B", "2014-02-30"), "3,short");
            assertThat(Intake.account(intake.run("fhrs", file)))
                    .isEqualTo("read 3 = taken 1 + unchanged 0 + superseded 0 + refused 2");
            String sheet = sheet(intake);
            assertThat(sheet)
                    .startsWith("\uFEFFassay_run,assay_line,assay_message,assay_text,fhrsid,")
                    .contains("'=B");
            List<String> rows = sheet.lines().toList();
            assertThat(rows).hasSize(3);
            Path corrected =
                    file("corrected.csv", rows.get(0), rows.get(1).replace("2014-02-30", "2014-02-28"), rows.get(2));
            assertThat(Intake.account(intake.run("fhrs", corrected)))
                    .isEqualTo("read 2 = taken 1 + unchanged 0 + superseded 0 + refused 1");
            assertThat(intake.present())
                    .containsExactly("business 1 A", "business 2 =B", "inspection 1", "inspection 2");
            assertThat(intake.texts("SELECT CONCAT(as_at, ' ', corrects) FROM import_run WHERE run_id = 2"))
                    .as("they tell of the day of the file that they were refused from")
                    .containsExactly("2014-01-02 1");
            RefusedRow closed = entries(intake, QuarantineFilter.State.CLOSED).getFirst();
            assertThat(closed.line()).isEqualTo(3);
            assertThat(closed.closing())
                    .extracting(RefusedRow.Closing::as, RefusedRow.Closing::run, RefusedRow.Closing::line)
                    .containsExactly("CORRECTED", 2L, 2L);
            assertThat(entries(intake, QuarantineFilter.State.OPEN))
                    .as("the row that is still too short stands once, as the sheet has it")
                    .extracting(row -> row.run() + " " + row.line() + " " + row.reason())
                    .containsOnly("2 3 missing-value");

            intake.run("fhrs", file);
            assertThat(entries(intake, QuarantineFilter.State.OPEN))
                    .as("the same file again does not ask for what was corrected")
                    .extracting(row -> row.run() + " " + row.line())
                    .containsOnly("2 3");
            assertThat(intake.present())
                    .containsExactly("business 1 A", "business 2 =B", "inspection 1", "inspection 2");
        }
    }

    @OnEachServer
    void a_record_that_a_later_file_brings_leaves_quarantine_and_one_that_is_wrong_again_stands_there_once(
            TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            intake.run("district-licence", file("l.csv", LICENCES, licence("某店", "JY23206130000017")));
            intake.run(
                    "district-inspection",
                    file("1.csv", ITEMS, item("J1", "1", "x"), item("J1", "2", "2"), item("J2", "1", "x")));
            assertThat(entries(intake, QuarantineFilter.State.OPEN)).hasSize(3);
            intake.run(
                    "district-inspection",
                    file("2.csv", ITEMS, item("J2", "1", "y"), item("J1", "1", "1"), item("J1", "2", "2")));
            assertThat(entries(intake, QuarantineFilter.State.OPEN))
                    .extracting(row -> row.run() + " " + row.line())
                    .containsExactly("3 2");
            assertThat(entries(intake, QuarantineFilter.State.CLOSED))
                    .extracting(row -> row.line() + " " + Objects.requireNonNull(row.closing()))
                    .extracting(text -> text.replaceAll(", at=.*", ""))
                    .containsExactlyInAnyOrder(
                            "2 Closing[as=CORRECTED, run=3, line=3",
                            "3 Closing[as=CORRECTED, run=3, line=3",
                            "4 Closing[as=REFUSED_AGAIN, run=3, line=2");
        }
    }

    @OnEachServer
    void an_inspection_that_was_refused_does_not_leave_quarantine_with_another_of_the_same_business(
            TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            intake.run(
                    "fhrs", file("1.csv", RATINGS, rated(1, "A", "2014-01-02").replace(",5,5,5", ",5,x,5")));
            intake.run("fhrs", file("2.csv", RATINGS, rated(1, "A", "2014-03-01")));
            assertThat(entries(intake, QuarantineFilter.State.OPEN))
                    .as("an inspection of another day")
                    .hasSize(1);
            intake.run("fhrs", file("3.csv", RATINGS, rated(1, "A", "2014-01-02"), rated(1, "A", "2014-03-01")));
            assertThat(entries(intake, QuarantineFilter.State.OPEN)).isEmpty();
        }
    }

    @OnEachServer
    void a_record_of_several_rows_is_given_out_whole(TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            intake.run("district-licence", file("l.csv", LICENCES, licence("某店", "JY23206130000017")));
            Path file = file("i.csv", ITEMS, item("J1", "1", "2"), item("J1", "2", "x"), item("J2", "1", "2"));
            assertThat(Intake.account(intake.run("district-inspection", file)))
                    .isEqualTo("read 3 = taken 1 + unchanged 0 + superseded 0 + refused 2");
            String sheet = sheet(intake);
            assertThat(sheet.lines()).hasSize(3);
            Path corrected = file(
                    "corrected.csv", sheet.replace(",否,x,", ",否,3,").lines().toArray(String[]::new));
            assertThat(Intake.account(intake.run("district-inspection", corrected)))
                    .isEqualTo("read 2 = taken 2 + unchanged 0 + superseded 0 + refused 0");
            assertThat(entries(intake, QuarantineFilter.State.OPEN)).isEmpty();
        }
    }

    @OnEachServer
    void rows_of_a_business_that_was_not_known_are_given_out_too_and_in_the_encoding_of_a_spreadsheet(
            TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            intake.run("district-licence", file("l.csv", LICENCES, licence("某超市", "JY13206130000015")));
            intake.run(
                    "district-sampling",
                    file("2021-03-05.csv", SAMPLES, "1,/,/,某某超市,人民路1号,花生,/,/,2021-01-01,酸价║6║5,炒货,国抽,某院,/"));
            assertThat(entries(intake, QuarantineFilter.State.OPEN))
                    .extracting(RefusedRow::reason)
                    .containsExactly("business-unknown");
            String corrected = sheet(intake).replace("某某超市", "某超市").substring(1).replace(',', ';');
            Path saved = directory.resolve("saved.csv");
            Files.write(saved, corrected.getBytes(Charset.forName("GB18030")));
            assertThat(Intake.account(intake.run("district-sampling", saved)))
                    .isEqualTo("read 1 = taken 1 + unchanged 0 + superseded 0 + refused 0");
            assertThat(entries(intake, QuarantineFilter.State.OPEN)).isEmpty();
            assertThat(intake.texts("SELECT occurred_on FROM fact WHERE kind = 'sampling-result'"))
                    .containsExactly("2021-03-05");
        }
    }

    @OnEachServer
    void a_row_that_a_person_leaves_out_stays_out_and_says_who_and_why(TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            Path file = file("i.csv", ITEMS, item("J1", "1", "2"), item("J1", "2", "x"));
            intake.run("district-inspection", file);
            Quarantine quarantine = new Quarantine(intake.test().database().dsl());
            assertThat(quarantine.leaveOut(1, 3, "wang", "A test entry.", Instant.parse("2026-11-22T00:00:00Z")))
                    .as("with the other row of its record")
                    .isEqualTo(2);
            assertThat(quarantine.leaveOut(1, 3, "li", "Again.", Instant.parse("2026-11-23T00:00:00Z")))
                    .isZero();
            assertThat(quarantine.counts()).isEmpty();
            assertThat(quarantine.openFiles()).isEmpty();
            intake.run("district-inspection", file);
            assertThat(entries(intake, QuarantineFilter.State.ALL))
                    .extracting(RefusedRow::closing)
                    .extracting(RefusedRow.Closing::by, RefusedRow.Closing::why)
                    .containsExactly(tuple("wang", "A test entry."), tuple("wang", "A test entry."));
        }
    }

    @OnEachServer
    void a_sheet_that_does_not_say_what_it_corrects_is_refused_as_a_whole(TestDatabases server) throws Exception {
        try (Intake intake = Intake.on(server)) {
            intake.run("fhrs", file("a.csv", RATINGS, rated(1, "A", "2014-01-02"), rated(2, "B", "2014-02-30")));
            List<String> rows = sheet(intake).lines().toList();
            List<Path> unusable = List.of(
                    file("no-run.csv", rows.get(0), rows.get(1).replaceFirst("^1,", ",")),
                    file("two-files.csv", rows.get(0), rows.get(1), rows.get(1).replaceFirst("^1,", "7,")),
                    file("elsewhere.csv", rows.get(0), rows.get(1).replaceFirst("^1,", "99,")),
                    file("empty.csv", rows.get(0)));
            for (Path sheet : unusable) {
                assertThatThrownBy(() -> intake.run("fhrs", sheet))
                        .isInstanceOf(FileRefusedException.class)
                        .hasMessageContaining("correction sheet")
                        .hasMessageContaining("Maybe");
            }
            Path good = file("good.csv", rows.toArray(String[]::new));
            assertThatThrownBy(() -> intake.run("cn-penalty", good))
                    .isInstanceOf(FileRefusedException.class)
                    .hasMessageContaining("--feed fhrs");
        }
    }

    private static String licence(String name, String number) {
        return name + ",个体工商户,91350100M000100Y43,许可,许1,普通,食品经营许可证," + number
                + ",经营场所：人民路1号；经营项目：预包装食品,2021-01-04,2021-01-04,2026-01-03,某局,11320613014220000X,1";
    }
}
