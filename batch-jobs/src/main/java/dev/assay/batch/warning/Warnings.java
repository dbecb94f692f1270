package dev.assay.batch.warning;

import dev.assay.core.area.Period;
import dev.assay.core.area.RowSet;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendRules;
import dev.assay.core.warning.TrendSearch;
import dev.assay.core.warning.TrendSearch.Found;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.sampling.SamplingTermsFile;
import dev.assay.model.warning.TrendRulesFile;
import dev.assay.store.area.AreaQuery;
import dev.assay.store.area.AreaRows;
import dev.assay.store.area.AreaRows.FailedSample;
import dev.assay.store.database.Database;
import dev.assay.store.warning.TrendAlarms;
import dev.assay.store.warning.TrendAlarms.Behind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for trends in failed samples, at each period once, and raises alarms. */
public final class Warnings {

    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);
    private static final int LONGEST_SERIES = 190;

    private final Database database;
    private final ConfigFiles config;
    private final InstantSource clock;

    /**
     * Warnings over a database.
     *
     * @param database the database
     * @param config where the rules are
     * @param clock tells when a look was made
     */
    public Warnings(Database database, ConfigFiles config, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** What became of a look. */
    public enum Look {
        /** The period was looked at. */
        DONE,
        /** It had been looked at before; nothing was done. */
        BEFORE,
        /** No failure is known from before the past periods: their counts would be too small, and everything would seem to rise. */
        NO_PAST
    }

    /**
     * What a look gave.
     *
     * @param rules the rules
     * @param end the last day of the newest period
     * @param look what became of it
     * @param found what was found; nothing where it was not looked
     */
    public record Outcome(TrendRules rules, LocalDate end, Look look, Found found) {}

    /** Told of each look. */
    public interface Listener {

        /**
         * A look was made, or was not needed.
         *
         * @param outcome what it gave
         */
        default void warned(Outcome outcome) {}

        /**
         * Trends could not be looked for; the day goes on.
         *
         * @param why why, and what to do
         */
        default void notWarned(String why) {}
    }

    /**
     * Looks by all rules, for the daily job: whatever goes wrong is told and ends nothing.
     *
     * @param asOf the day
     * @param listener is told of each look
     * @return how many looks failed
     */
    public int due(LocalDate asOf, Listener listener) {
        try {
            look(asOf).forEach(listener::warned);
            return 0;
        } catch (RuntimeException impossible) {
            LOG.warn("Trends could not be looked for.", impossible);
            listener.notWarned(String.valueOf(impossible.getMessage()));
            return 1;
        }
    }

    /**
     * Looks by all rules.
     *
     * @param asOf the day
     * @return what each gave
     * @throws dev.assay.model.config.FaultyConfigException if the rules have faults
     */
    public List<Outcome> look(LocalDate asOf) {
        return TrendRulesFile.load(config).stream()
                .map(rules -> look(rules, asOf))
                .toList();
    }

    private Outcome look(TrendRules rules, LocalDate asOf) {
        TrendAlarms alarms = new TrendAlarms(database.dsl());
        LocalDate end = rules.newestEnd(asOf);
        if (alarms.isLooked(rules.id(), end)) {
            return new Outcome(rules, end, Look.BEFORE, new Found(0, List.of()));
        }
        if (!alarms.hasFailureBefore(rules.pastStart(end).plusDays(rules.periodDays()))) {
            return new Outcome(rules, end, Look.NO_PAST, new Found(0, List.of()));
        }
        Instant now = clock.instant();
        Map<Key, List<FailedSample>> newest = new LinkedHashMap<>();
        Map<Key, Long> past = new HashMap<>();
        for (FailedSample sample : failures(rules, end, asOf, now)) {
            boolean isNew = !sample.fact().occurredOn().isBefore(rules.newestStart(end));
            series(sample, key -> {
                newest.computeIfAbsent(key, _ -> new ArrayList<>());
                if (isNew) {
                    newest.get(key).add(sample);
                } else {
                    past.merge(key, 1L, Long::sum);
                }
            });
        }
        Map<Trend, List<Behind>> behind = new LinkedHashMap<>();
        newest.forEach((key, samples) -> behind.put(
                new Trend(key.dimension(), key.series(), samples.size(), past.getOrDefault(key, 0L)),
                samples.stream()
                        .map(sample -> new Behind(sample.fact().id(), sample.business(), sample.holder()))
                        .toList()));
        Found found = TrendSearch.find(List.copyOf(behind.keySet()), rules);
        alarms.note(rules, end, found, behind, now);
        return new Outcome(rules, end, Look.DONE, found);
    }

    private List<FailedSample> failures(TrendRules rules, LocalDate end, LocalDate asOf, Instant now) {
        return new AreaRows(database.dsl(), SamplingTermsFile.load(config))
                .failedSamples(new AreaQuery(
                        RowSet.FAILURES, null, null, List.of(), new Period(rules.pastStart(end), end, asOf), now));
    }

    private record Key(Dimension dimension, String series) {}

    /** A failure counts once in each series of which it is: of items in as many as failed. */
    private static void series(FailedSample sample, Consumer<Key> counting) {
        BiConsumer<Dimension, String> counter = (dimension, word) -> {
            String series = word.strip();
            if (!series.isEmpty()) {
                counting.accept(new Key(dimension, series.substring(0, Math.min(LONGEST_SERIES, series.length()))));
            }
        };
        counter.accept(
                Dimension.PRODUCT,
                sample.fact()
                        .values()
                        .findText("category")
                        .or(() -> sample.fact().values().findText("product"))
                        .orElse(""));
        TrendAlarms.items(sample.fact().values()).forEach(item -> counter.accept(Dimension.ITEM, item));
        counter.accept(
                Dimension.TRADE, Optional.ofNullable(sample.row().sector()).orElse(""));
        counter.accept(Dimension.DIVISION, sample.row().division());
    }
}
