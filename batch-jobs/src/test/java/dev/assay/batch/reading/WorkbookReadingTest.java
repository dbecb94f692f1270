package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.reading.TestFeeds.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReadingTest {

    private static final FeedDefinition SMALL = TestFeeds.feed("{type: xlsx}", "id", "name");
    private static final String HEADER =
            "<row r='1'><c r='A1' t='str'><v>id</v></c><c r='B1' t='str'><v>name</v></c></row>";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }

    @Test
    void aSheetThatAnotherProgramWroteIsReadWithTitlesDaysNumbersFlagsAndFormulas() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "Read me");
            Worksheet sheet = workbook.newWorksheet("数据");
            sheet.value(0, 0, "2026 年食品抽检不合格信息");
            sheet.range(0, 0, 0, 4).merge();
            String[] header = {"编号", "日期", "金额（万元）", "是否", "合计"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(2, i, header[i]);
            }
            sheet.value(3, 0, "A\"1\"\n第二行");
            sheet.value(3, 1, LocalDate.of(2026, 11, 22));
            sheet.style(3, 1).format("yyyy-mm-dd").set();
            sheet.value(3, 2, new BigDecimal("10000000"));
            sheet.value(3, 3, true);
            sheet.formula(3, 4, "C4*2");
            sheet.value(5, 0, "A2");
            sheet.value(5, 2, 4.2);
        }
        FeedDefinition feed =
                TestFeeds.feed("{type: xlsx, sheet: 数据, header_row: 3}", "编号", "日期", "金额(万元)", "是否", "合计");
        Content content = TestFeeds.read(file(bytes.toByteArray()), feed);
        assertThat(content.cells())
                .containsExactly(
                        List.of("A\"1\"\n第二行", "2026-11-22", "10000000", "TRUE", ""), List.of("A2", "", "4.2", "", ""));
        assertThat(content.lines()).containsExactly(4L, 6L);
        FeedDefinition secondSheet = TestFeeds.feed("{type: xlsx, sheet: 2, header_row: 3}", "编号", "日期");
        assertThat(TestFeeds.read(file(bytes.toByteArray()), secondSheet)
                        .survey()
                        .unknownColumns())
                .containsExactly("金额（万元）", "是否", "合计");
    }

    /** The raw text of a cell's value, and what a person sees in the sheet. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "4.2000000000000002, 4.2", // 4.2 is no binary fraction: 17 digits are written, 15 were kept
        "0.10000000000000001, 0.1",
        "1.0E7, 10000000",
        "1E-3, 0.001",
        "4.20, 4.20",
        "-0.5, -0.5",
        "12345678901234567, 12345678901234567", // whole, so no noise of a fraction
        "1.2345678901234567E+18, 1234567890123460000",
        "abc, abc",
        "1E999, 1E999 as zeros",
    })
    void aNumberIsReadAsItWasTyped(String raw, String typed) {
        String expected = typed.endsWith("as zeros") ? "1" + "0".repeat(999) : typed;
        assertThat(CellText.number(raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} from 1904: {1} is {2}")
    @CsvSource({
        "1, false, 1900-01-01",
        "59, false, 1900-02-28",
        "60, false, 60", // 29 February 1900, which never was
        "61, false, 1900-03-01",
        "46348, false, 2026-11-22",
        "46348.999, false, 2026-11-22",
        "0, true, 1904-01-01",
        "44886, true, 2026-11-22",
        "-1, false, -1",
        "2958466, false, 2958466", // the day after 9999-12-31
    })
    void aDayIsCountedAsSpreadsheetsDo(String raw, boolean from1904, String day) {
        assertThat(CellText.day(raw, from1904)).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0} shows a day: {1}")
    @CsvSource({
        "yyyy-mm-dd, true",
        "yyyy年m月d日, true",
        "[$-804]yyyy\\-mm\\-dd;@, true",
        "General, false",
        "0.00E+00, false",
        "'#,##0.00\" days\"', false",
        "[Red]0, false",
        "h:mm, false",
        "@, false",
    })
    void aFormatShowsADayIfItsLettersDo(String format, boolean day) {
        assertThat(CellStyles.isDay(format)).isEqualTo(day);
    }

    @Test
    void everyKindOfCellIsReadAsTheTextThatItShows() throws IOException {
        String[] cells = {
            "<c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c>",
            "<c r='A3' t='inlineStr'><is><r><t>in</t></r><r><t xml:space='preserve'> line</t></r></is></c><c r='B3' t='e'><v>#REF!</v></c>",
            "<c r='A4' t='str'><f>UPPER(A3)</f><v>IN LINE</v></c><c r='B4' t='b'><v>0</v></c>",
            "<c r='A5' s='1'><v>46348</v></c><c r='B5' s='2'><v>46348</v></c>",
            "<c r='A6' s='3'><v>46348</v></c><c r='B6' t='d'><v>2026-11-22T10:00:00</v></c>",
            "<c><v>7</v></c><c><v>8</v></c>",
        };
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < cells.length; i++) {
            rows.append("<row r='%d'>%s</row>".formatted(i + 2, cells[i]));
        }
        byte[] workbook = Zips.workbook(
                rows.toString(), "<t>a_x000D_b</t>", "<r><t>食</t></r><rPh><t>shi</t></rPh><r><t>品</t></r>");
        assertThat(TestFeeds.read(file(workbook), SMALL).cells())
                .containsExactly(
                        List.of("a\rb", "食品"),
                        List.of("in line", "#REF!"),
                        List.of("IN LINE", "FALSE"),
                        List.of("2026-11-22", "2026-11-22"),
                        List.of("46348", "2026-11-22"),
                        List.of("7", "8"));
    }

    @Test
    void rowsWithoutTextAreLeftOutAndOneWithATextBeyondTheHeaderIsRefused() throws IOException {
        Content content = TestFeeds.read(
                file(Zips.workbook(HEADER
                        + "<row r='2'/><row r='3'><c r='A3' s='1'/><c r='Z3' s='1'/></row><row r='5'><c r='A5'><v>1</v></c><c r='D5' t='str'><v> </v></c></row>"
                        + "<row r='6'><c r='A6'><v>1</v></c><c r='D6' t='str'><v>x</v></c></row>")),
                SMALL);
        assertThat(content.lines()).containsExactly(5L);
        assertThat(content.refusals())
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(6L, RefusalReason.COLUMN_COUNT));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "beyond every sheet; <row r='2'><c r='ZZZZZZZ2'><v>1</v></c></row>",
                "out of order; <row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>",
                "stands behind row; <row r='1'><c r='A1'><v>1</v></c></row>",
                "lacks its text number (7); <row r='2'><c r='A2' t='s'><v>7</v></c></row>",
                "lacks its text number (x); <row r='2'><c r='A2' t='s'><v>x</v></c></row>",
                "not well-formed; <row r='2'><c r='A2'><v>1</c></row>",
            })
    void aDamagedSheetIsRefused(String message, String rows) throws IOException {
        Path file = file(Zips.workbook(HEADER + rows));
        assertThatThrownBy(() -> TestFeeds.read(file, SMALL))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        FileRefusedException.class, e -> assertThat(e.fault()).isEqualTo(FileFault.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml"
            })
    void aWorkbookThatLacksAPartIsRefused(String part) throws IOException {
        Map<String, byte[]> parts = Zips.parts(HEADER);
        parts.remove(part);
        Path file = file(Zips.zip(parts));
        assertThatThrownBy(() -> TestFeeds.read(file, SMALL)).isInstanceOf(FileRefusedException.class);
    }

    @Test
    void aSheetThatIsNotThereIsToldWithTheOneThatWasMeant() throws IOException {
        Path file = file(Zips.workbook(HEADER));
        FeedDefinition feed = TestFeeds.feed("{type: xlsx, sheet: 数剧}", "id", "name");
        assertThatThrownBy(() -> TestFeeds.read(file, feed)).hasMessageContaining("Did you mean (数据)?");
    }

    @Test
    void aWorkbookIsNoPackedFileAndOneThatIsPackedOnceMoreIsUnpacked() throws IOException {
        byte[] workbook = Zips.workbook(HEADER + "<row r='2'><c r='A2'><v>1</v></c></row>");
        assertThat(SourceFile.inspect(file(workbook)).packing()).isEqualTo(SourceFile.Packing.PLAIN);
        for (byte[] packed : List.of(workbook, Zips.gzip(workbook), Zips.zip(Map.of("a.xlsx", workbook)))) {
            assertThat(TestFeeds.read(file(packed), SMALL).cells()).containsExactly(List.of("1", ""));
        }
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithWhatItIs() throws IOException {
        Path text = file("id,name\n1,A\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TestFeeds.read(text, SMALL)).hasMessageContaining("is no Excel workbook (.xlsx)");
        Path old = Files.write(directory.resolve("old"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
        assertThatThrownBy(() -> TestFeeds.read(old, SMALL)).hasMessageContaining("old or encrypted Excel workbook");
        Path cut = file(Arrays.copyOf(Zips.workbook(HEADER), 500));
        assertThatThrownBy(() -> TestFeeds.read(cut, SMALL)).isInstanceOf(FileRefusedException.class);
        Path workbook = Files.write(directory.resolve("workbook"), Zips.workbook(HEADER));
        FeedDefinition csv = TestFeeds.feed("{type: csv, encoding: utf-8}", "id", "name");
        assertThatThrownBy(() -> TestFeeds.read(workbook, csv)).hasMessageContaining("type: xlsx");
    }

    @Test
    void aPartThatUnpacksOutOfAllProportionIsRefused() throws IOException {
        byte[] spaces = new byte[300_000_000];
        Arrays.fill(spaces, (byte) ' ');
        Map<String, byte[]> parts = Zips.parts(HEADER);
        parts.put("xl/worksheets/sheet1.xml", spaces);
        Path file = file(Zips.zip(parts));
        assertThatThrownBy(() -> TestFeeds.read(file, SMALL))
                .isInstanceOfSatisfying(
                        FileRefusedException.class, e -> assertThat(e.fault()).isEqualTo(FileFault.TOO_LARGE));
        Path packed = Files.write(directory.resolve("packed"), Zips.gzip(spaces));
        assertThatThrownBy(() -> SourceFile.inspect(packed)).hasMessageContaining("unpacks to more than 200 times");
    }
}
