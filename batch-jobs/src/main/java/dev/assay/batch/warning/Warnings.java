package dev.assay.batch.warning;

import dev.assay.core.area.Period;
import dev.assay.core.area.RowSet;
import dev.assay.core.warning.Season;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.TrendRules;
import dev.assay.core.warning.TrendSearch;
import dev.assay.core.warning.TrendSearch.Found;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.sampling.SamplingTermsFile;
import dev.assay.model.warning.TrendRulesFile;
import dev.assay.store.area.AreaQuery;
import dev.assay.store.area.AreaRows;
import dev.assay.store.database.Database;
import dev.assay.store.warning.TrendAlarms;
import dev.assay.store.warning.TrendAlarms.Behind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for trends in failed samples, at each period once, and raises alarms. */
public final class Warnings {

    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

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
        Season season = rules.season();
        boolean seasonal = season != null && isKnown(alarms, rules.seasonal(end));
        List<Period> periods = seasonal ? rules.seasonal(end) : rules.running(end);
        if (!seasonal && !isKnown(alarms, periods)) {
            return new Outcome(rules, end, Look.NO_PAST, new Found(0, List.of()));
        }
        Instant now = clock.instant();
        SeriesCounts counts = new SeriesCounts(periods, seasonal && season != null ? season.years() : 0);
        AreaRows rows = new AreaRows(database.dsl(), SamplingTermsFile.load(config));
        LocalDate first = periods.getLast().from();
        rows.failedSamples(query(RowSet.FAILURES, new Period(first, end, asOf), now))
                .forEach(counts::failure);
        int lag = rules.sampleLagDays();
        rows.taken(query(RowSet.SAMPLES, new Period(first.minusDays(lag), end.minusDays(lag), asOf), now))
                .forEach(taken -> counts.taken(taken, lag));
        Map<Trend, List<Behind>> behind = counts.trends();
        Found found = TrendSearch.find(List.copyOf(behind.keySet()), rules);
        alarms.note(rules, end, found, behind, now);
        return new Outcome(rules, end, Look.DONE, found);
    }

    /** Whether failures are known from before the second of all periods: else the first may have been empty because nobody told. */
    private static boolean isKnown(TrendAlarms alarms, List<Period> periods) {
        return alarms.hasFailureBefore(periods.getLast().to().plusDays(1));
    }

    private static AreaQuery query(RowSet set, Period period, Instant now) {
        return new AreaQuery(set, null, null, List.of(), period, now);
    }
}
