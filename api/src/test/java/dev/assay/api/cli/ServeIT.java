package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.district.DistrictGenerator;
import io.micrometer.observation.ObservationRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class ServeIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path data;

    @AfterEach
    void awaitEnd() throws InterruptedException {
        DataDirectory.awaitUnused(data);
    }

    @Test
    void the_daily_chain_runs_at_its_hour_and_what_is_scraped_tells_of_it() throws Exception {
        Path feeds = data.resolve("feeds");
        DistrictGenerator.write(60, 7, LocalDate.parse("2026-11-22"), feeds);
        SharedOptions options = new SharedOptions();
        options.data = data;
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(out, true), "en", true);

        try (ConfigurableApplicationContext server = Serving.start(options, 0, true, java.util.Map.of())) {
            PrometheusRegistry figures = server.getBean(PrometheusRegistry.class);
            assertThat(scrape(figures)).doesNotContain("assay_job_last_completed{");
            // Two seconds before the hour.
            Instant almost = Instant.parse("2026-11-21T17:59:58Z");
            options.clock = Clock.offset(Clock.system(CHINA), Duration.between(Instant.now(), almost));
            Thread daily = Serving.daily(
                    options, LocalTime.parse("02:00"), () -> feeds, console, server.getBean(ObservationRegistry.class));
            Instant end = Instant.now().plusSeconds(120);
            // The last link of the chain: interrupted before it, the thread would leave its database open.
            while (!scrape(figures).contains("assay_job_last_completed{job=\"measure\"} 1")) {
                assertThat(Instant.now()).as(out.toString()).isBefore(end);
                Thread.sleep(500);
            }
            assertThat(scrape(figures))
                    .contains(
                            "assay_job_last_completed{job=\"import\"} 1",
                            "assay_job_last_completed{job=\"rate\"} 1",
                            "assay_feed_last_recorded_seconds{feed=\"district-licence\"} 1.79",
                            "assay_feed_last_refused_rows{feed=\"district-penalty\"}",
                            "assay_quarantine_entries{feed=")
                    // What the jobs that ran in this process measured themselves.
                    .containsPattern("spring_batch_job_seconds_count\\{.*\"import\".*} [1-9]")
                    .contains("spring_batch_step_seconds_count", "step_name=\"rateRange:range 1\"");
            daily.interrupt();
            assertThat(daily.join(Duration.ofSeconds(30)))
                    .as("the chain's thread has ended")
                    .isTrue();
        }
    }

    private static String scrape(PrometheusRegistry figures) {
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(text, figures.scrape());
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
