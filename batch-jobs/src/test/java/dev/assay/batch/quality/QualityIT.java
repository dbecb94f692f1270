package dev.assay.batch.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.TestJobs;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.Imports;
import dev.assay.store.database.Database;
import dev.assay.store.quality.DataQuality;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class QualityIT {

    /** The last minute of October at UTC is a minute of November in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-10-31T23:59:00Z");

    private static final String LICENCES =
            "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private static String licence(String name, String document, String decided) {
        return name + ",个体工商户,91350100M000100Y43,许可," + document + ",普通,食品经营许可证,JY13206130000015,预包装食品," + decided + ","
                + decided + ",2026-01-03,某局,11320613014220000X,1";
    }

    private AnnotationConfigApplicationContext jobs(Database database) {
        return TestJobs.on(database, directory, InstantSource.fixed(NOW));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    @OnEachServer
    void what_came_is_measured_by_feed_month_and_division(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            Imports imports = context.getBean(Imports.class);
            Path file = file(
                    "a.csv",
                    LICENCES,
                    licence("某店", "许1", "2026-10-22"),
                    licence("某店", "许2", "2027-01-01"),
                    licence("某店", "许3", "1900-01-01"),
                    licence("某店", "许4", "no day"));
            imports.run("district-licence", file, Optional.empty());
            Path second = file("b.csv", LICENCES, licence("某店", "许1", "2026-10-22"));
            imports.run("district-licence", second, Optional.empty());
            Measurements measurements = context.getBean(Measurements.class);
            measurements.run();
            measurements.run();
            DataQuality quality = new DataQuality(test.database().dsl());
            QualityReport report = QualityReport.of(quality, context.getBean(FeedDefinitions.class));
            assertThat(quality.measuredAt()).contains(NOW);
            List<QualityRow> months = report.byMonth();
            assertThat(months).hasSize(1);
            QualityRow row = months.getFirst();
            assertThat(row.feed() + " " + row.month()).isEqualTo("district-licence 2026-11");
            assertThat(List.of(row.files(), row.read(), row.repeated(), row.refused()))
                    .containsExactly(2L, 5L, 1L, 1L);
            List<QualityRow> divisions = report.byDivision("district-licence");
            assertThat(divisions).extracting(QualityRow::facts).containsExactly(row.facts());
            long impossible = test.database()
                    .dsl()
                    .fetchSingle(
                            "SELECT COUNT(*) FROM fact WHERE occurred_on > '2026-11-01' OR occurred_on < '1949-10-01'")
                    .get(0, Long.class);
            assertThat(row.impossible()).isEqualTo(impossible).isPositive();
            assertThat(row.completeness()).isGreaterThan(BigDecimal.ZERO).isLessThanOrEqualTo(BigDecimal.ONE);
        }
    }

    @OnEachServer
    void a_fact_of_ten_days_ago_is_ten_days_late(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            context.getBean(Imports.class)
                    .run(
                            "district-licence",
                            file("a.csv", LICENCES, licence("某店", "许1", "2026-10-22")),
                            Optional.empty());
            context.getBean(Measurements.class).run();
            QualityRow row = QualityReport.of(
                            new DataQuality(test.database().dsl()), context.getBean(FeedDefinitions.class))
                    .byMonth()
                    .getFirst();
            assertThat(row.latestDays()).isEqualTo(10);
            assertThat(row.impossible()).isZero();
        }
    }
}
