package dev.assay.api.monitoring;

import dev.assay.store.feed.FeedRun;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.feed.RefusalCount;
import dev.assay.store.job.JobRun;
import dev.assay.store.job.JobRuns;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the jobs and feeds stand, read from the database at each scrape: a job may have run in any process, so no process can count by
 * itself. Times are Unix seconds.
 */
@Component
final class ChainMetrics implements MultiCollector {

    private final JobRuns jobs;
    private final FeedRuns feeds;
    private final Quarantine quarantine;

    ChainMetrics(JobRuns jobs, FeedRuns feeds, Quarantine quarantine, PrometheusRegistry registry) {
        this.jobs = jobs;
        this.feeds = feeds;
        this.quarantine = quarantine;
        registry.register(this);
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>();
        List<JobRun> lastRuns = jobs.lastOfEachJob();
        all.add(gauge(
                "assay_job_last_start_seconds",
                "When the job's last execution started.",
                lastRuns.stream()
                        .map(run -> point("job", run.job(), run.startedAt()))
                        .toList()));
        all.add(gauge(
                "assay_job_last_end_seconds",
                "When the job's last execution ended.",
                lastRuns.stream()
                        .map(run -> point("job", run.job(), run.endedAt()))
                        .toList()));
        all.add(gauge(
                "assay_job_last_completed",
                "1 if the job's last execution completed, 0 if it runs, failed or was stopped.",
                lastRuns.stream()
                        .map(run -> point("job", run.job(), run.isComplete() ? 1 : 0))
                        .toList()));
        List<FeedRun> lastImports = feeds.lastOfEachFeed();
        all.add(gauge(
                "assay_feed_last_recorded_seconds",
                "When the facts of the feed's last file became visible; absent where that file was refused or is under way.",
                lastImports.stream()
                        .map(run -> point("feed", run.feed(), run.recordedAt()))
                        .toList()));
        all.add(gauge(
                "assay_feed_last_refused_rows",
                "Rows of the feed's last file in quarantine.",
                lastImports.stream()
                        .map(run -> point("feed", run.feed(), run.refused()))
                        .toList()));
        all.add(gauge("assay_quarantine_entries", "Entries of the feed in quarantine.", entriesByFeed()));
        return new MetricSnapshots(all);
    }

    private List<GaugeDataPointSnapshot> entriesByFeed() {
        Map<String, Long> entries = new TreeMap<>();
        for (RefusalCount count : quarantine.counts()) {
            entries.merge(count.feed(), (long) count.count(), Long::sum);
        }
        return entries.entrySet().stream()
                .map(entry -> point("feed", entry.getKey(), entry.getValue()))
                .toList();
    }

    private static GaugeSnapshot gauge(
            String name, String help, List<? extends @Nullable GaugeDataPointSnapshot> points) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        points.stream().filter(Objects::nonNull).map(Objects::requireNonNull).forEach(gauge::dataPoint);
        return gauge.build();
    }

    private static @Nullable GaugeDataPointSnapshot point(String label, String value, @Nullable Instant instant) {
        return instant == null ? null : point(label, value, instant.getEpochSecond());
    }

    private static GaugeDataPointSnapshot point(String label, String value, long number) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of(label, value))
                .value((double) number)
                .build();
    }
}
