package dev.assay.batch.quality;

import dev.assay.batch.feed.FactRule;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.core.division.Divisions;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.division.DivisionsFile;
import dev.assay.store.quality.DataQuality;
import dev.assay.store.quality.DeliveryLine;
import dev.assay.store.quality.QualityLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The quality of the delivered data as people read it: what was measured, held against what the feeds could have told. */
public final class QualityReport {

    private final List<QualityLine> lines;
    private final List<DeliveryLine> deliveries;
    private final Divisions divisions;
    private final Map<String, Map<String, Integer>> fields = new HashMap<>();

    private QualityReport(List<QualityLine> lines, List<DeliveryLine> deliveries, Divisions divisions) {
        this.lines = lines;
        this.deliveries = deliveries;
        this.divisions = divisions;
    }

    /**
     * The report of what was measured last.
     *
     * @param quality the measurements
     * @param feeds the feeds, whose rules say which fields there could be
     * @return the report
     */
    public static QualityReport of(DataQuality quality, FeedDefinitions feeds) {
        QualityReport report =
                new QualityReport(quality.lines(), quality.deliveries(), DivisionsFile.load(feeds.files()));
        report.lines.stream()
                .map(QualityLine::feed)
                .distinct()
                .forEach(feed -> report.fields.put(feed, fieldsByKind(feeds, feed)));
        return report;
    }

    /** A feed that was taken out of the configuration, or whose file has faults now, tells nothing of its fields. */
    private static Map<String, Integer> fieldsByKind(FeedDefinitions feeds, String id) {
        try {
            FeedDefinition feed = feeds.get(id);
            Map<String, Integer> fields = new HashMap<>();
            for (FactRule rule : feed.facts()) {
                fields.merge(rule.kind().name(), rule.fields().size(), Math::max);
            }
            return fields;
        } catch (IllegalArgumentException | FaultyConfigException notThere) {
            return Map.of();
        }
    }

    /**
     * What came, by feed and month.
     *
     * @return a row for each feed and month, by feed, newest month first
     */
    public List<QualityRow> byMonth() {
        List<QualityRow> rows = new ArrayList<>();
        for (DeliveryLine delivery : deliveries) {
            List<QualityLine> month = lines.stream()
                    .filter(line ->
                            line.feed().equals(delivery.feed()) && line.month().equals(delivery.month()))
                    .toList();
            rows.add(row(delivery, null, month));
        }
        return rows;
    }

    /**
     * What a feed told, by month and division; what was told under an earlier code of a division counts for its newest.
     *
     * @param feed the feed's id
     * @return a row for each month and division of which there is a fact, newest month first
     */
    public List<QualityRow> byDivision(String feed) {
        TreeMap<String, List<QualityLine>> groups = new TreeMap<>();
        for (QualityLine line : lines) {
            if (line.feed().equals(feed)) {
                groups.computeIfAbsent(line.month() + divisions.newest(line.division()), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return groups.values().stream()
                .map(group -> row(
                        new DeliveryLine(feed, group.getFirst().month(), 0, 0, 0, 0, 0),
                        divisions.newest(group.getFirst().division()),
                        group))
                .sorted((one, other) -> other.month().compareTo(one.month()))
                .toList();
    }

    private QualityRow row(DeliveryLine delivery, @Nullable String division, List<QualityLine> group) {
        long facts = 0;
        long late = 0;
        int latest = 0;
        long impossible = 0;
        for (QualityLine line : group) {
            facts += line.facts();
            late += line.lateDays();
            latest = Math.max(latest, line.latestDays());
            impossible += line.inFuture() + line.ancient();
        }
        return new QualityRow(
                delivery.feed(),
                delivery.month(),
                division,
                delivery.files(),
                delivery.failed(),
                delivery.read(),
                delivery.repeated(),
                delivery.refused(),
                facts,
                completeness(group).orElse(null),
                facts == 0 ? null : BigDecimal.valueOf(late).divide(BigDecimal.valueOf(facts), 1, RoundingMode.HALF_UP),
                latest,
                impossible);
    }

    private Optional<BigDecimal> completeness(List<QualityLine> group) {
        long filled = 0;
        long possible = 0;
        for (QualityLine line : group) {
            int each = fields.getOrDefault(line.feed(), Map.of()).getOrDefault(line.kind(), 0);
            if (each > 0) {
                filled += line.filled();
                possible += each * line.facts();
            }
        }
        return possible == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(filled).divide(BigDecimal.valueOf(possible), 4, RoundingMode.HALF_UP));
    }
}
