package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.model.config.ConfigFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final String HEADER =
            "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement";
    private static final String INSPECTIONS = "检查编号,统一社会信用代码,经营者名称,许可证编号,检查日期,检查类型,检查机关,项目编号,是否重点项,分值,检查结果";
    private static final FeedDefinitions FEEDS = new FeedDefinitions(ConfigFiles.packaged());

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private static String row(String id, String name) {
        return id + "," + name + ",Takeaway/sandwich shop,5,2014-01-02,022,FHRS,5,5,5";
    }

    private static String item(String number, String item, String points) {
        return number + ",91350100M000100Y43,某店,JY23206130000017,2021-03-01,日常检查（全项目）,某局," + item + ",否," + points
                + ",符合";
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }

    private Path file(String... lines) throws IOException {
        return file((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<MappedRecord> read(Path path, String feedId) {
        FeedDefinition feed = FEEDS.get(feedId);
        List<MappedRecord> records = new ArrayList<>();
        SourceFile file = SourceFile.inspect(path);
        try (RecordReader reader = new RecordReader(file, feed, Survey.of(file, feed), null)) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return records;
    }

    private static List<Refusal> refusals(List<MappedRecord> records) {
        return records.stream().flatMap(record -> record.refusals().stream()).toList();
    }

    @Test
    void lines_are_counted_from_the_header_also_through_quoted_line_breaks() throws IOException {
        List<MappedRecord> records =
                read(file(HEADER, row("1", "\"The \"\"Ivy\"\"\nHouse\""), row("2", "B"), "", row("3", "C")), "fhrs");
        assertThat(records).extracting(MappedRecord::firstLine).containsExactly(2L, 4L, 6L);
        assertThat(records.getFirst().facts().getFirst().values().findText("name"))
                .contains("The \"Ivy\"\nHouse");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text() throws IOException {
        List<MappedRecord> records = read(
                file(("\uFEFF" + HEADER + "\r\n" + row("1", "A") + "\r\n").getBytes(StandardCharsets.UTF_8)), "fhrs");
        assertThat(refusals(records)).isEmpty();
        assertThat(records).hasSize(1);
    }

    @Test
    void a_row_with_a_missing_or_an_extra_cell_is_refused_and_the_others_are_not() throws IOException {
        List<MappedRecord> records = read(file(HEADER, row("1", "A") + ",9", "2,B", row("3", "C")), "fhrs");
        assertThat(refusals(records))
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(2L, RefusalReason.COLUMN_COUNT), tuple(3L, RefusalReason.COLUMN_COUNT));
        assertThat(records).hasSize(3);
    }

    @Test
    void an_unclosed_quote_costs_its_own_row_alone() throws IOException {
        String[] lines = new String[103];
        Arrays.setAll(lines, i -> i == 0 ? HEADER : row(String.valueOf(i), i == 2 ? "\"open" : "A"));
        List<MappedRecord> records = read(file(lines), "fhrs");
        assertThat(refusals(records))
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(3L, RefusalReason.UNCLOSED_QUOTE));
        assertThat(records).hasSize(102);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The \"Ivy\" House", "\"The\" Ivy"})
    void a_quote_in_the_middle_of_a_value_is_refused(String name) throws IOException {
        assertThat(refusals(read(file(HEADER, row("1", name), row("2", "B")), "fhrs")))
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(2L, RefusalReason.MISPLACED_QUOTE));
    }

    @Test
    void bytes_that_are_not_utf_8_refuse_their_row() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADER + "\n" + row("1", "Caf") + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes((row("2", "Café") + "\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes((row("3", "Café \uFFFD") + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refusals(read(file(bytes.toByteArray()), "fhrs")))
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(3L, RefusalReason.ENCODING));
    }

    @Test
    void a_file_in_another_encoding_is_refused_as_a_whole() throws IOException {
        Path file = file((INSPECTIONS + "\n").getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(() -> read(file, "district-inspection"))
                .isInstanceOfSatisfying(
                        FileRefusedException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(FileFault.ENCODING));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "MISSING_COLUMNS; fhrsid,businessname,businesstype,ratingvalu,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement",
                "DOUBLED_HEADER; fhrsid,fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement",
            })
    void a_header_that_is_not_the_feed_s_refuses_the_file(FileFault fault, String header) throws IOException {
        Path file = file(header, row("1", "A"));
        assertThatThrownBy(() -> read(file, "fhrs"))
                .isInstanceOfSatisfying(
                        FileRefusedException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    @Test
    void a_misspelt_header_is_told_with_the_one_that_was_meant() throws IOException {
        Path file = file(HEADER.replace("ratingvalue", "ratingvalu"));
        assertThatThrownBy(() -> read(file, "fhrs"))
                .hasMessageContaining("lacks (ratingvalue)")
                .hasMessageContaining("Did you mean (ratingvalu)?");
    }

    @Test
    void a_header_in_the_middle_of_the_file_refuses_it() throws IOException {
        Path file = file(HEADER, row("1", "A"), HEADER, row("2", "B"));
        assertThatThrownBy(() -> read(file, "fhrs")).hasMessageContaining("line 3");
    }

    @Test
    void gzip_and_zip_are_seen_from_the_content_and_a_truncated_one_is_refused() throws IOException {
        byte[] plain = (HEADER + "\n" + row("1", "A") + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(plain);
        }
        assertThat(read(file(gzip.toByteArray()), "fhrs")).hasSize(1);
        assertThat(read(file(zip.toByteArray()), "fhrs")).hasSize(1);
        Path truncated = file(Arrays.copyOf(gzip.toByteArray(), gzip.size() - 9));
        assertThatThrownBy(() -> SourceFile.inspect(truncated))
                .isInstanceOfSatisfying(
                        FileRefusedException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(FileFault.TRUNCATED));
    }

    @Test
    void what_is_no_file_or_empty_is_refused() throws IOException {
        assertThatThrownBy(() -> SourceFile.inspect(directory)).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> SourceFile.inspect(directory.resolve("none"))).hasMessageContaining("is not there");
        Path empty = file(new byte[0]);
        assertThatThrownBy(() -> SourceFile.inspect(empty)).hasMessageContaining("is empty");
    }

    @Test
    void consecutive_rows_of_one_number_are_one_record() throws IOException {
        List<MappedRecord> records = read(
                file(INSPECTIONS, item("J1", "1.1", "2"), item("J1", "1.2", "3"), item("J2", "1.1", "2")),
                "district-inspection");
        assertThat(records).extracting(MappedRecord::rows).containsExactly(2, 1);
        assertThat(records.getFirst().facts().getFirst().values().getItems("items"))
                .hasSize(2);
    }

    @Test
    void a_bad_row_takes_its_record_with_it_wherever_the_other_rows_stand() throws IOException {
        List<MappedRecord> records = read(
                file(
                        INSPECTIONS,
                        item("J1", "1.1", "2"),
                        item("J1", "1.2", "zwei"),
                        item("J2", "1.1", "2"),
                        item("J1", "1.3", "2")),
                "district-inspection");
        assertThat(refusals(records))
                .extracting(Refusal::line, Refusal::reason)
                .containsExactlyInAnyOrder(
                        tuple(2L, RefusalReason.RECORD_INCOMPLETE),
                        tuple(3L, RefusalReason.BAD_NUMBER),
                        tuple(5L, RefusalReason.RECORD_INCOMPLETE));
        assertThat(records).extracting(MappedRecord::isRefused).containsExactly(true, false, true);
    }

    @Test
    void a_row_of_the_wrong_length_takes_the_record_whose_number_it_bears() throws IOException {
        List<MappedRecord> records = read(
                file(
                        INSPECTIONS,
                        item("J0", "1.1", "2"),
                        "J1,too short",
                        item("J1", "1.2", "3"),
                        item("J2", "1.1", "2")),
                "district-inspection");
        assertThat(records).extracting(MappedRecord::isRefused).containsExactly(false, true, true, false);
    }

    @Test
    void rows_of_one_record_that_contradict_each_other_are_refused() throws IOException {
        List<MappedRecord> records = read(
                file(INSPECTIONS, item("J1", "1.1", "2"), item("J1", "1.2", "3").replace("2021-03-01", "2021-03-02")),
                "district-inspection");
        assertThat(refusals(records)).extracting(Refusal::reason).contains(RefusalReason.ROWS_DISAGREE);
    }

    @Test
    void a_later_row_that_is_wrong_itself_is_refused_for_what_is_wrong_with_it() throws IOException {
        List<MappedRecord> records = read(
                file(INSPECTIONS, item("J1", "1.1", "2"), item("J1", "1.2", "3").replace("2021-03-01", "2021-02-30")),
                "district-inspection");
        assertThat(refusals(records))
                .extracting(Refusal::line, Refusal::reason)
                .containsExactlyInAnyOrder(
                        tuple(2L, RefusalReason.RECORD_INCOMPLETE), tuple(3L, RefusalReason.BAD_DATE));
    }
}
