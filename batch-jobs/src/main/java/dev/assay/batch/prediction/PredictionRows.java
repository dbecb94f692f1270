package dev.assay.batch.prediction;

import dev.assay.batch.range.RangeWork;
import dev.assay.core.identity.Identity;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.reading.Draft;
import dev.assay.model.prediction.reading.FeatureReader;
import dev.assay.model.prediction.reading.OtherFiles;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.Surroundings;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.KeyRanges;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.rating.RatingRuns;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the rows of a prediction from all credit files. Reads each fact once; writes nothing. */
public final class PredictionRows {

    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::day)
            .thenComparing(row -> row.business().toString())
            .thenComparing(Observation::factKey);

    private final Database database;
    private final InstantSource clock;
    private final int workers;

    /**
     * Rows of a database.
     *
     * @param database the database
     * @param clock what a database without any import is asked by
     * @param workers how many ranges are read at a time, at least 1
     */
    public PredictionRows(Database database, InstantSource clock, int workers) {
        this.database = database;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * A row for each inspection up to a day.
     *
     * @param definition what is foretold, and from what
     * @param last the last day whose inspections count, for the rows and for what was found around
     * @param progress hears how far it has come
     * @return the rows in the order of their days, then of the businesses
     */
    public List<Observation> until(PredictionDefinition definition, LocalDate last, RangeWork.Progress progress) {
        return gather(definition, last, false, progress).looks();
    }

    /**
     * A row for each inspection up to a day, and one for each business as if it were inspected on that day.
     *
     * @param definition what is foretold, and from what
     * @param day the day
     * @param progress hears how far it has come
     * @return the rows
     */
    public Gathered on(PredictionDefinition definition, LocalDate day, RangeWork.Progress progress) {
        return gather(definition, day, true, progress);
    }

    /**
     * Rows of inspections and of businesses.
     *
     * @param looks a row for each inspection, in the order of their days, then of the businesses
     * @param standings a row for each business, in the order of their keys
     */
    public record Gathered(List<Observation> looks, List<Standing> standings) {
        /** Copies the lists. */
        public Gathered {
            looks = List.copyOf(looks);
            standings = List.copyOf(standings);
        }
    }

    /**
     * A business as if it were inspected.
     *
     * @param key the store's key of it
     * @param row what is read of it
     */
    public record Standing(long key, Observation row) {}

    private record Drafted(List<Draft> looks, List<Long> keys, List<Draft> standings) {}

    private Gathered gather(
            PredictionDefinition definition, LocalDate last, boolean standings, RangeWork.Progress progress) {
        Cut cut = new Cut(last, new RatingRuns(database.dsl()).settledInstant(clock.instant()));
        FeatureReader reader = reader(definition, cut);
        List<Drafted> parts;
        try {
            parts = RangeWork.run(
                    "prediction",
                    workers,
                    KeyRanges.split(database, RangeWork.RANGES),
                    (range, _) -> read(range, cut, reader, standings),
                    progress);
        } catch (IOException e) {
            throw new IllegalStateException("The rows could not be read.", e);
        }
        Surroundings surroundings = Surroundings.of(
                definition.rates(),
                parts.stream()
                        .flatMap(part -> part.looks().stream())
                        .map(Draft::look)
                        .toList());
        List<Standing> rows = new ArrayList<>();
        for (Drafted part : parts) {
            for (int i = 0; i < part.keys().size(); i++) {
                rows.add(
                        new Standing(part.keys().get(i), part.standings().get(i).complete(definition, surroundings)));
            }
        }
        rows.sort(Comparator.comparingLong(Standing::key));
        return new Gathered(
                parts.stream()
                        .flatMap(part -> part.looks().stream())
                        .map(draft -> draft.complete(definition, surroundings))
                        .sorted(ORDER)
                        .toList(),
                rows);
    }

    /**
     * A reader of features, with what stands in other files than those that it will be given.
     *
     * @param definition what is read
     * @param cut up to which facts count
     * @return the reader
     */
    public FeatureReader reader(PredictionDefinition definition, Cut cut) {
        return new FeatureReader(definition, others(definition, cut));
    }

    private Drafted read(KeyRange range, Cut cut, FeatureReader reader, boolean standings) {
        Drafted drafted = new Drafted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (CreditFileCursor files = new CreditFileReader(database).readAll(range, cut)) {
            while (files.hasNext()) {
                RangeWork.stopIfInterrupted();
                StoredCreditFile next = files.next();
                drafted.looks().addAll(reader.looks(next.file()));
                if (standings) {
                    reader.standing(next.file(), cut.asOf()).ifPresent(draft -> {
                        drafted.keys().add(next.businessKey());
                        drafted.standings().add(draft);
                    });
                }
            }
        }
        return drafted;
    }

    private OtherFiles others(PredictionDefinition definition, Cut cut) {
        OtherFiles.Gathering gathering = new OtherFiles.Gathering(definition);
        CreditFileReader files = new CreditFileReader(database);
        for (Identity wanted : gathering.wanted()) {
            files.find(wanted, cut).ifPresent(found -> gathering.take(found.file()));
        }
        for (String kind : gathering.kinds()) {
            try (CreditFileCursor found = files.readKind(kind, cut, null)) {
                while (found.hasNext()) {
                    gathering.takePlaces(found.next().file());
                }
            }
        }
        return gathering.gathered();
    }
}
