package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.JobFailedException;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no CSV, through the whole job. */
class ImportFormatsIT {

    private static final int ROWS = 12_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private ConfigFiles config(String format) throws IOException {
        Path feeds = Files.createDirectories(directory.resolve("feeds"));
        Files.writeString(feeds.resolve("small.yaml"), """
                feed: small
                title: {zh: 小, en: Small}
                format: %s
                history: true
                state: delta
                as_at: {latest_of: day}
                columns: [id, name, day]
                business:
                  - {scheme: fhrs, column: id, creates: true}
                facts:
                  - kind: business
                    key: [id]
                    occurred_on: {column: day, required: true}
                    fields: {name: {column: name, required: true}}
                """.formatted(format));
        return ConfigFiles.in(directory);
    }

    @OnEachServer
    void aRestartAmongRecordsThatAllStandOnOneLineEqualsNoFailure(TestDatabases server) throws IOException {
        Path file = Files.writeString(
                directory.resolve("one-line.json"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "{\"id\":%d,\"name\":\"%s\",\"day\":\"2026-01-02\",\"more\":{}}"
                                .formatted(i, i % 100 == 7 ? "" : "Business " + i))
                        .collect(Collectors.joining(",", "[", "]")));
        ConfigFiles config = config("{type: json}");
        try (Intake broken = Intake.on(server, config);
                Intake whole = Intake.on(server, config)) {
            broken.breakLoadingAt(11_000);
            assertThatThrownBy(() -> broken.run("small", file)).isInstanceOf(JobFailedException.class);
            assertThat(broken.present()).isEmpty();
            broken.mend();
            ImportReport restarted = broken.run("small", file);
            ImportReport once = whole.run("small", file);
            assertThat(Intake.account(once))
                    .isEqualTo("read 12000 = taken 11880 + unchanged 0 + superseded 0 + refused 120");
            assertThat(Intake.account(restarted)).isEqualTo(Intake.account(once));
            assertThat(broken.present()).isEqualTo(whole.present());
        }
    }

    @OnEachServer
    void theSameRecordsInAnotherFormatAndEncodingAreUnchanged(TestDatabases server) throws IOException {
        Path csv = Files.write(
                directory.resolve("a.csv"),
                "id,ＮＡＭＥ,day\n1,福州市某某食品店,2026-01-02\n2,,2026-01-02\n".getBytes(Charset.forName("GB18030")));
        Path xml = Files.writeString(
                directory.resolve("a.xml"),
                "<x><r><id>1</id><name>福州市某某食品店</name><day>2026-01-02</day></r>\n<r><id>2</id><other/></r></x>");
        try (Intake intake = Intake.on(server, config("{type: csv, encoding: detect}"))) {
            assertThat(Intake.account(intake.run("small", csv)))
                    .isEqualTo("read 2 = taken 1 + unchanged 0 + superseded 0 + refused 1");
            config("{type: xml, record: r}");
            ImportReport again = intake.run("small", xml);
            assertThat(Intake.account(again)).isEqualTo("read 2 = taken 0 + unchanged 1 + superseded 0 + refused 1");
            assertThat(again.unknownColumns()).containsExactly("other");
        }
    }
}
