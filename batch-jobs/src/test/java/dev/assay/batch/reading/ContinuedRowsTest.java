package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedParser;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.model.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that leave the sample's name empty and go on with its failing items. */
class ContinuedRowsTest {

    private static final FeedDefinition FEED = FeedParser.parse(new ConfigFile("samples.yaml", """
            feed: samples
            title: {zh: 样品, en: Samples}
            format: {type: csv, encoding: utf-8}
            state: delta
            null_marks: [/]
            columns: [unit, place, food, item]
            business: [{name: unit, address: place}]
            continuation: {empty: [unit, food], filled: [item]}
            facts:
              - kind: sampling-result
                key: [unit, food]
                fields:
                  failures: {column: item, required: true, items: {separators: [；], parts: ["|"], fields: [item, result]}}
            """));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private List<String> read(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(Arrays.asList(rows));
        lines.addFirst("unit,place,food,item");
        Path file = Files.writeString(directory.resolve("s.csv"), String.join("\n", lines) + "\n");
        List<String> found = new ArrayList<>();
        SourceFile source = SourceFile.inspect(file);
        try (RecordReader reader = new RecordReader(source, FEED, Survey.of(source, FEED), LocalDate.of(2021, 1, 1))) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                found.add(written(record));
            }
        }
        return found;
    }

    private static String written(MappedRecord record) {
        String lines = record.firstLine() + "-" + record.lastLine() + " (" + record.rows() + ") ";
        return record.isRefused()
                ? lines
                        + record.refusals().stream()
                                .map(refusal ->
                                        refusal.line() + " " + refusal.reason().code())
                                .toList()
                : lines
                        + record.facts().getFirst().values().getItems("failures").stream()
                                .map(item -> item.findText("item").orElse("?"))
                                .toList();
    }

    @Test
    void aRowThatNamesNothingGoesOnWithTheRecordAbove() throws IOException {
        assertThat(read("u,p,f,lead|1", ",,,tin|2；zinc|3", "/,p,/,iron|4", "u,p,f,lead|1", "v,q,g,tin|5"))
                .containsExactly("2-4 (3) [lead, tin, zinc, iron]", "5-5 (1) [lead]", "6-6 (1) [tin]");
    }

    @Test
    void aRowThatContradictsTheRecordAboveTakesItAlong() throws IOException {
        assertThat(read("u,p,f,lead|1", ",other place,,tin|2", "v,q,g,tin|5"))
                .containsExactly("2-3 (2) [3 rows-disagree, 2 record-incomplete]", "4-4 (1) [tin]");
    }

    @Test
    void aRowThatGoesOnWithNothingIsRefusedAndTheNextRecordIsNot() throws IOException {
        assertThat(read(",,,tin|2", ",,,zinc|2", "v,q,g,tin|5"))
                .containsExactly("2-3 (2) [2 record-incomplete, 3 record-incomplete]", "4-4 (1) [tin]");
    }

    @Test
    void aNoteBelowTheTableIsRefusedByItself() throws IOException {
        assertThat(read("v,q,g,tin|5", ",a note,,"))
                .containsExactly("2-2 (1) [tin]", "3-3 (1) [3 missing-value, 3 missing-value, 3 missing-value]");
    }

    @Test
    void aBrokenRowThatGoesOnTakesItsRecordAndOneThatBeginsDoesNot() throws IOException {
        assertThat(read(
                        "u,p,f,lead|1",
                        ",,,tin|2,too many",
                        ",,,zinc|3",
                        "v,q,g,tin|5",
                        "w,r,h,tin,too many",
                        ",,,iron|1"))
                .containsExactly(
                        "2-3 (2) [3 column-count, 2 record-incomplete]",
                        "4-4 (1) [4 record-incomplete]",
                        "5-5 (1) [tin]",
                        "6-6 (1) [6 column-count]",
                        "7-7 (1) [7 record-incomplete]");
    }

    @Test
    void everyRowOfARandomFileIsInExactlyOneRecord() throws IOException {
        List<String> kinds = List.of(
                "u,p,f,lead|1", ",,,tin|2", ",x,,tin|2", ",,,", "v,q,g,", "short", "w,r,h,i,j", ",,,a,b", "\"q\"x,,,");
        Random random = new Random(20210305);
        for (int round = 0; round < 300; round++) {
            String[] rows = new String[random.nextInt(1, 30)];
            Arrays.setAll(rows, i -> kinds.get(random.nextInt(kinds.size())));
            int counted = read(rows).stream()
                    .mapToInt(line -> Integer.parseInt(line.replaceAll(".*\\((\\d+)\\).*", "$1")))
                    .sum();
            assertThat(counted).as(String.join("\n", rows)).isEqualTo(rows.length);
        }
    }
}
