package dev.assay.batch.warning;

import dev.assay.core.area.Period;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.store.area.AreaRows.FailedSample;
import dev.assay.store.area.AreaRows.Taken;
import dev.assay.store.warning.TrendAlarms;
import dev.assay.store.warning.TrendAlarms.Behind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Failures and samples of each series, period by period. What lies in no period counts nowhere. */
final class SeriesCounts {

    private static final int LONGEST_SERIES = 190;

    private final List<Period> periods;
    private final int years;
    private final Map<Key, long[]> failures = new LinkedHashMap<>();
    private final Map<Key, long[]> samples = new HashMap<>();
    private final Map<Key, List<Behind>> newest = new HashMap<>();

    /**
     * Nothing counted.
     *
     * @param periods the newest period, then those against which it is held
     * @param years of how many past years these are the same season; 0 for those that run up to the newest
     */
    SeriesCounts(List<Period> periods, int years) {
        this.periods = List.copyOf(periods);
        this.years = years;
    }

    private record Key(Dimension dimension, String series) {}

    /** A failure counts once in each series of which it is: of items in as many as failed. */
    void failure(FailedSample sample) {
        int period = period(sample.fact().occurredOn());
        if (period < 0) {
            return;
        }
        Consumer<Key> counting = key -> {
            failures.computeIfAbsent(key, _ -> new long[periods.size()])[period]++;
            if (period == 0) {
                newest.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(new Behind(sample.fact().id(), sample.business(), sample.holder()));
            }
        };
        String product = sample.fact()
                .values()
                .findText("category")
                .or(() -> sample.fact().values().findText("product"))
                .orElse("");
        count(Dimension.PRODUCT, product, counting);
        TrendAlarms.items(sample.fact().values()).forEach(item -> count(Dimension.ITEM, item, counting));
        count(Dimension.TRADE, Objects.requireNonNullElse(sample.row().sector(), ""), counting);
        count(Dimension.DIVISION, sample.row().division(), counting);
    }

    /** Samples count in the period in which their failures come out. For what they were tested nobody tells, so that items have none. */
    void taken(Taken taken, int lagDays) {
        int period = period(taken.day().plusDays(lagDays));
        if (period < 0) {
            return;
        }
        Consumer<Key> counting =
                key -> samples.computeIfAbsent(key, _ -> new long[periods.size()])[period] += taken.count();
        count(Dimension.PRODUCT, taken.product(), counting);
        count(Dimension.TRADE, taken.sector(), counting);
        count(Dimension.DIVISION, taken.division(), counting);
    }

    private int period(LocalDate day) {
        for (int i = 0; i < periods.size(); i++) {
            if (!day.isBefore(periods.get(i).from())
                    && !day.isAfter(periods.get(i).to())) {
                return i;
            }
        }
        return -1;
    }

    private static void count(Dimension dimension, String word, Consumer<Key> counting) {
        String series = word.strip();
        if (!series.isEmpty()) {
            counting.accept(new Key(dimension, series.substring(0, Math.min(LONGEST_SERIES, series.length()))));
        }
    }

    /** Every series that has a failure, with the failures of its newest period. */
    Map<Trend, List<Behind>> trends() {
        Map<Trend, List<Behind>> trends = new LinkedHashMap<>();
        failures.forEach((key, counts) -> trends.put(
                new Trend(
                        key.dimension(),
                        key.series(),
                        counts[0],
                        past(counts),
                        new Against(periods.size() - 1, years, samples(counts, samples.get(key)))),
                newest.getOrDefault(key, List.of())));
        return trends;
    }

    private static long past(long[] counts) {
        return Arrays.stream(counts).skip(1).sum();
    }

    /** Samples are a measure only where they are known throughout: a period without any, or with fewer than failed, is one whose samples were not told. */
    private static @Nullable Samples samples(long[] failed, long @Nullable [] taken) {
        if (taken == null) {
            return null;
        }
        for (int i = 0; i < failed.length; i++) {
            if (taken[i] < Math.max(1, failed[i])) {
                return null;
            }
        }
        return new Samples(taken[0], past(taken));
    }
}
