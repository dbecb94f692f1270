package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.reading.TestFeeds.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Files as authorities publish them: what is read of each beside a count that knows nothing of the readers. */
class RealFilesReadingTest {

    private static final Path DATA = Path.of("../../shared/data");

    private static Path data(String name) {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), "The real data (" + path + ") is not beside this checkout");
        return path;
    }

    private static String text(Path path, Charset charset) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), charset);
        }
    }

    @Test
    void everyRecallOfEveryStateOfTheListIsRead() throws IOException {
        FeedDefinition feed = TestFeeds.feed(
                "{type: json, list_separator: ', '}", "uid", "title", "impacted_states", "notification_dttm");
        try (Stream<Path> paths = Files.list(data("us_recalls"))) {
            List<Path> files = paths.sorted().toList();
            assertThat(files).hasSize(15);
            for (Path file : files) {
                var records = JsonMapper.builder().build().readTree(text(file, StandardCharsets.UTF_8));
                Content content = TestFeeds.read(file, feed);
                assertThat(content.refusals()).isEmpty();
                assertThat(content.rows()).as(file.toString()).hasSize(records.size());
                for (int i = 0; i < records.size(); i++) {
                    assertThat(content.rows().get(i).cells().get(1))
                            .isEqualTo(records.get(i).get("title").asString());
                }
            }
        }
    }

    @Test
    void theAlertsThatBeginWithAByteOrderMarkAreAllRead() throws IOException {
        FeedDefinition feed = TestFeeds.feed(
                "{type: csv, encoding: detect}", "Reference", "Date of Case", "Notification From", "Hazard Category");
        Path file = data("rasff/rasff_20200101_20241030.csv.gz");
        Content content = TestFeeds.read(file, feed);
        assertThat(content.refusals()).isEmpty();
        assertThat(content.rows()).hasSize(21_871);
        assertThat(content.rows().getFirst().cells().get(1)).isEqualTo("Oct 30, 2024");
        assertThat(content.survey().charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void theBusinessesInLatin1AreDetectedAndAllRead() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: detect}", "business_id", "name");
        Path file = data("sf_lives_2015/businesses_latin1.csv.gz");
        Content content = TestFeeds.read(file, feed);
        assertThat(content.survey().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        long lines = text(file, StandardCharsets.ISO_8859_1).lines().count();
        assertThat(content.rows().size() + content.refusals().size()).isEqualTo((int) lines - 1);
        assertThat(content.cells()).anySatisfy(row -> assertThat(row.getLast()).containsPattern("[À-Ü]"));
    }

    @Test
    void theConvictionsWithLineBreaksInQuotesAreAllRead() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: utf-8}", "id_poursuite", "description");
        Path file = data("montreal_penalties/violations_20240417.csv.gz");
        Content content = TestFeeds.read(file, feed);
        assertThat(content.refusals()).isEmpty();
        // A row begins with two numbers and a day; no line inside a quoted text does.
        long begins = Pattern.compile("(?m)^\\d+,\\d+,\\d{8},")
                .matcher(text(file, StandardCharsets.UTF_8))
                .results()
                .count();
        assertThat(content.rows()).hasSize((int) begins);
    }
}
