package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.reading.TestFeeds.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReadingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file"), text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "{type: csv, encoding: utf-8, delimiter: ';'} # id;name\\n1;\"a;b\"\\n # a;b",
                "{type: csv, encoding: utf-8, quote: \"'\"} # id,name\\n1,'it''s, \"x\"'\\n # it's, \"x\"",
                "{type: csv, encoding: utf-8, quote: none} # id,name\\n1,\"open\\n # \"open",
                "{type: tsv, encoding: utf-8} # id\\tname\\n1\\t\"a\\tb\"\\n # a\\tb",
                "{type: tsv, encoding: utf-8, quote: none} # id\\tname\\n1\\tThe \"Ivy\"\\n # The \"Ivy\"",
                "{type: csv, encoding: utf-8} # id,name\\n1,a\\\\\\n # a\\\\",
            })
    void theDelimiterAndTheQuoteAreTheFeedsAndABackslashIsACharacter(String format, String text, String name)
            throws IOException {
        Content content = TestFeeds.read(file(text.translateEscapes()), TestFeeds.feed(format, "id", "name"));
        assertThat(content.cells()).containsExactly(List.of("1", name.translateEscapes()));
        assertThat(content.refusals()).isEmpty();
    }

    /** A feed's column beside the header in the file. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "金额（万元）; 金额(万元)",
                "金额（万元）; 金额【万元】",
                "Business Name; BUSINESSNAME",
                "ＩＤ号; id号",
                "不合格项目║检验结果; '不合格项目 ║ 检验结果'",
                "生产日期/批号; '\"生产日期\n/批号\"'",
                "name; '\u3000name\u200B'",
            })
    void headersAreComparedWithWidthCaseBlanksBracketsAndLineBreaksFolded(String column, String header)
            throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: utf-8}", "k", column);
        assertThat(TestFeeds.read(file("k," + header + "\n1,x\n"), feed).cells())
                .containsExactly(List.of("1", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name,Name", "id,name,公司", "id,公司,ＮＡＭＥ"})
    void twoHeadersThatAreOneColumnRefuseTheFileAndAreBothNamed(String header) throws IOException {
        FeedDefinition feed = TestFeeds.feedWith("{type: csv, encoding: utf-8}", "aliases: {name: [公司]}", "id", "name");
        Path file = file(header + "\n1,a,b\n");
        String[] names = header.split(",", -1);
        assertThatThrownBy(() -> TestFeeds.read(file, feed))
                .hasMessageContaining("both (%s) and (%s) are the column (name)".formatted(names[1], names[2]));
    }

    @Test
    void aHeaderAloneIsAFileWithoutRows() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: utf-8}", "id", "name");
        assertThat(TestFeeds.read(file("id,name\n"), feed).rows()).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsARefusedRowAndTheNextIsRead() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: utf-8}", "id", "name");
        String tooLong = "x".repeat((1 << 22) + 1);
        Content content = TestFeeds.read(file("id,name\n1," + tooLong + "\n2,B\n3,\"" + tooLong + "\"\n4,D"), feed);
        assertThat(content.cells()).containsExactly(List.of("2", "B"), List.of("4", "D"));
        assertThat(content.refusals())
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(2L, RefusalReason.TOO_LONG), tuple(4L, RefusalReason.TOO_LONG));
    }
}
