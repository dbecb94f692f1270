package dev.assay.batch.intake;

import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up list: files with {@code full} in their name are full states. Each row is a business and a penalty with one key. */
record ListFeed(Path directory) {

    private static final String FEED = """
            feed: list
            title: {zh: 名单, en: List}
            format: {type: csv, encoding: utf-8}
            state: {full_file_name: '^full'}
            as_at: {file_name: '(\\d{4}-\\d{2}-\\d{2})'}
            columns: [no, shop, name, day, fine]
            business:
              - {scheme: local, key: [shop], creates: true}
            facts:
              - kind: business
                key: [no]
                occurred_on: {column: day, required: true}
                fields: {name: name}
              - kind: penalty
                key: [no]
                occurred_on: {column: day, required: true}
                fields: {fine: FINE}
            """;

    static ListFeed in(Path directory) throws IOException {
        ListFeed feed = new ListFeed(directory);
        Files.createDirectories(directory.resolve("config/feeds"));
        feed.define("fine");
        return feed;
    }

    void define(String fine) throws IOException {
        Files.writeString(directory.resolve("config/feeds/list.yaml"), FEED.replace("FINE", fine));
    }

    ConfigFiles config() {
        return ConfigFiles.in(directory.resolve("config"));
    }

    static String row(String no, String shop, int fine) {
        return no + "," + shop + "," + shop + ",2020-01-01," + fine;
    }

    Path file(String name, String... rows) throws IOException {
        return Files.writeString(
                directory.resolve(name),
                "no,shop,name,day,fine\n" + String.join("\n", rows) + (rows.length == 0 ? "" : "\n"));
    }

    ImportReport full(Intake intake, String day, String... rows) throws IOException {
        return intake.run("list", file("full " + day + ".csv", rows));
    }

    ImportReport delta(Intake intake, String day, String... rows) throws IOException {
        return intake.run("list", file("some " + day + ".csv", rows));
    }

    /** The facts that stand, without what differs from order to order. */
    List<String> present(Intake intake) {
        return intake.texts("""
                SELECT CONCAT_WS(' ', f.kind, b.identity, '/', f.record_key, '/', f.occurred_on, f.content) AS line
                FROM fact f JOIN business b ON b.business_key = f.business_key
                WHERE f.superseded_at IS NULL
                ORDER BY line
                """);
    }
}
