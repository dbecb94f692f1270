package dev.assay.batch.intake;

import dev.assay.core.listing.Decision;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.intake.NameAnswers;
import dev.assay.store.review.NameQuestion;
import dev.assay.store.review.NameQuestions;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Three feeds of a made-up district, one with codes and two that name their businesses by name, on a fresh database. */
record Names(Intake intake, Path directory) implements AutoCloseable {

    static final List<String> FIRMS = List.of(
            "S1,南通市江海渔家餐饮有限公司,南通市崇川区人民中路8号,320602,JY00000000000001",
            "S2,便民超市,通州区金沙镇建设路3号,320612,JY00000000000002",
            "S3,便民超市,如皋市如城镇中山路77号,320682,JY00000000000003",
            "S4,启东市鼎丰园食品厂,启东市汇龙镇民乐中路1号,320681,JY00000000000004",
            "S5,通州区练习镇瑞丰里海鲜馆（和平街店）,通州区练习镇和平街8号,320612,JY00000000000005");

    private static final String HEAD = """
            title: {zh: 试, en: Trial}
            format: {type: csv, encoding: utf-8}
            history: true
            state: delta
            as_at: {file_name: '(\\d{4}-\\d{2}-\\d{2})'}
            """;

    private static final String FEED_FIRMS = "feed: firms\n" + HEAD + """
            columns: [code, name, address, division, licence]
            business:
              - {scheme: sample, column: code, creates: true}
            facts:
              - kind: business
                key: [code]
                also_known_as: {scheme: food-licence, column: licence}
                fields: {name: name, address: address, division: division}
            """;

    private static final String FEED_PAPERS = "feed: papers\n" + HEAD + """
            columns: [no, name, address, division, licence, product]
            business:
              - match:
                  name: name
                  address: address
                  division: division
                  identities: [{scheme: food-licence, column: licence}]
                  below: quarantine
            facts:
              - kind: sampling-result
                key: [no]
                fields: {product: product}
            """;

    static Names on(TestDatabases server, Path directory) throws IOException {
        Path feeds = Files.createDirectories(directory.resolve("config/feeds"));
        Files.writeString(feeds.resolve("firms.yaml"), FEED_FIRMS);
        Files.writeString(feeds.resolve("papers.yaml"), FEED_PAPERS);
        Files.writeString(
                feeds.resolve("openers.yaml"),
                FEED_PAPERS.replace("feed: papers", "feed: openers").replace("below: quarantine", "below: new"));
        Names names = new Names(Intake.on(server, ConfigFiles.in(directory.resolve("config"))), directory);
        names.firms("2021-01-01", FIRMS);
        return names;
    }

    ImportReport firms(String day, List<String> rows) throws IOException {
        return run("firms", day, "code,name,address,division,licence", rows);
    }

    /** Rows: number, name, address, division, licence, product. */
    ImportReport papers(String feed, String day, String... rows) throws IOException {
        return run(feed, day, "no,name,address,division,licence,product", List.of(rows));
    }

    private ImportReport run(String feed, String day, String header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(rows);
        lines.addFirst(header);
        return intake.run(
                feed, Files.writeString(directory.resolve(feed + " " + day + ".csv"), String.join("\n", lines) + "\n"));
    }

    NameQuestions questions() {
        return new NameQuestions(intake.test().database().dsl());
    }

    NameAnswers answers() {
        return new NameAnswers(intake.test().database());
    }

    NameQuestion question(String name) {
        return questions().in(true, null, 0, 100).stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody asks for " + name));
    }

    static Decision by(String who) {
        return new Decision(who, Instant.now(), LocalDate.of(2021, 6, 1), "looked at the papers");
    }

    /** The samples that stand, with their business, file and line. */
    List<String> samples() {
        return intake.texts("""
                SELECT CONCAT_WS(' ', f.record_key, b.scheme, CASE b.scheme WHEN 'local' THEN b.name ELSE b.identity END,
                  JSON_UNQUOTE(JSON_EXTRACT(f.content, '$.product')), r.file, f.line) AS line
                FROM fact f JOIN business b ON b.business_key = f.business_key JOIN import_run r ON r.run_id = f.run_id
                WHERE f.superseded_at IS NULL AND f.kind = 'sampling-result'
                ORDER BY line
                """);
    }

    List<String> quarantine() {
        return intake.texts("""
                SELECT CONCAT_WS(' ', r.file, q.line, q.reason) AS line
                FROM quarantine q JOIN import_run r ON r.run_id = q.run_id
                ORDER BY line
                """);
    }

    @Override
    public void close() {
        intake.close();
    }
}
