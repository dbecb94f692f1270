package dev.assay.batch.replay;

import dev.assay.batch.prediction.PredictionRows;
import dev.assay.batch.prediction.Predictions;
import dev.assay.batch.range.RangeWork;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.model.backtest.Afterwards;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.backtest.PastFile;
import dev.assay.model.backtest.RiskOrder;
import dev.assay.model.backtest.Row;
import dev.assay.model.prediction.reading.Draft;
import dev.assay.model.prediction.reading.FeatureReader;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.Surroundings;
import dev.assay.model.prediction.replay.Period;
import dev.assay.model.prediction.replay.Planned;
import dev.assay.model.prediction.replay.Replaying;
import dev.assay.model.prediction.trained.TrainedPrediction;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.KeyRanges;
import dev.assay.store.rating.RatingRuns;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays plans on the visits of past days. Reads each fact once for all periods; writes nothing to the store. */
public final class Replays {

    private static final int RESAMPLES = 2000;

    private final Database database;
    private final Predictions predictions;
    private final PredictionRows predictionRows;
    private final InstantSource clock;
    private final int workers;

    /**
     * Replays on a database.
     *
     * @param database the database
     * @param predictions finds what was learned
     * @param predictionRows reads what predictions read
     * @param clock what a database without any import is asked by
     * @param workers how many ranges are read at a time, at least 1
     */
    public Replays(
            Database database,
            Predictions predictions,
            PredictionRows predictionRows,
            InstantSource clock,
            int workers) {
        this.database = database;
        this.predictions = predictions;
        this.predictionRows = predictionRows;
        this.clock = clock;
        this.workers = workers;
    }

    /** A subject on an eve, of which the prediction is still to be made. */
    private record Drafted(Planned planned, FeatureReader.@Nullable Row values) {}

    /** What came of one range, or of all. */
    private static final class Part {
        private final List<Drafted> drafts = new ArrayList<>();
        private final List<Draft.Look> looks = new ArrayList<>();
        private long newcomers;

        void add(Part other) {
            drafts.addAll(other.drafts);
            looks.addAll(other.looks);
            newcomers += other.newcomers;
        }
    }

    /**
     * Replays.
     *
     * @param request what to replay
     * @param progress hears how far reading has come
     * @return what was found
     * @throws IllegalArgumentException if nothing was learned from days before the first period alone, or nothing can be told apart
     */
    public ReplayOutcome run(ReplayRequest request, RangeWork.Progress progress) {
        PredictionDefinition prediction = request.prediction();
        Predictions.Kept kept = prediction == null
                ? null
                : predictions.learnedBefore(
                        prediction, request.periods().getFirst().from());
        Instant settled = new RatingRuns(database.dsl()).settledInstant(clock.instant());
        Cut cut = new Cut(request.today(), settled);
        FeatureReader reader =
                prediction == null ? null : predictionRows.reader(prediction, new Cut(request.lastDay(), settled));
        Part whole = new Part();
        try {
            RangeWork.run(
                            "replay",
                            workers,
                            KeyRanges.split(database, RangeWork.RANGES),
                            (range, _) -> read(range, cut, request, reader),
                            progress)
                    .forEach(whole::add);
        } catch (IOException e) {
            throw new IllegalStateException("The files could not be read.", e);
        }
        List<Planned> rows = prediction == null || kept == null
                ? whole.drafts.stream().map(Drafted::planned).toList()
                : foretold(whole, prediction, kept.prediction(), request.periods());
        return new ReplayOutcome(
                request,
                kept == null ? null : kept.training(),
                whole.newcomers,
                rows,
                Replaying.replay(
                        request.periods(),
                        rows,
                        RiskOrder.of(request.model(), request.outcome()),
                        RESAMPLES,
                        request.seed()));
    }

    private Part read(KeyRange range, Cut cut, ReplayRequest request, @Nullable FeatureReader reader) {
        Part part = new Part();
        try (CreditFileCursor files = new CreditFileReader(database).readAll(range, cut)) {
            while (files.hasNext()) {
                RangeWork.stopIfInterrupted();
                CreditFile whole = files.next().file();
                if (reader != null) {
                    reader.looks(whole).forEach(draft -> part.looks.add(draft.look()));
                }
                for (int period = 0; period < request.periods().size(); period++) {
                    plan(whole, request, period, reader, part);
                }
            }
        }
        return part;
    }

    private static void plan(
            CreditFile whole, ReplayRequest request, int number, @Nullable FeatureReader reader, Part part) {
        Period period = request.periods().get(number);
        OutcomeDefinition outcome = request.outcome();
        PastFile past = PastFile.of(whole, period.eve(), Knowledge.THEN);
        List<Subject> subjects = past.subjects(whole, request.model());
        if (subjects.isEmpty()) {
            boolean visited = outcome.looksIn(whole).stream()
                    .map(Fact::occurredOn)
                    .anyMatch(day -> !day.isBefore(period.from()) && !day.isAfter(period.to()));
            part.newcomers += visited ? 1 : 0;
            return;
        }
        FeatureReader.Row values = reader == null ? null : reader.asOf(whole, period.from());
        for (Subject subject : subjects) {
            part.drafts.add(new Drafted(planned(whole, past.file(), request, subject, number), values));
        }
    }

    private static Planned planned(
            CreditFile whole, CreditFile past, ReplayRequest request, Subject subject, int number) {
        Period period = request.periods().get(number);
        OutcomeDefinition outcome = request.outcome();
        List<Fact> looks = outcome.looksAt(whole, subject, period.eve(), period.to());
        LocalDate first = looks.isEmpty() ? null : looks.getFirst().occurredOn();
        boolean found = looks.stream()
                .filter(look -> look.occurredOn().equals(first))
                .anyMatch(look -> outcome.isFound(look, whole));
        Afterwards afterwards;
        if (first == null) {
            afterwards = Afterwards.UNSEEN;
        } else {
            afterwards = found ? Afterwards.FOUND : Afterwards.CLEAN;
        }
        Rating rating = RatingEngine.rateOnly(past, subject, request.model());
        String grade = rating.grade();
        Row row = new Row(
                period.eve(),
                grade == null ? rating.state().name() : grade,
                rating.score(),
                outcome.authorityClass(past, whole, subject),
                afterwards);
        int visits = (int) looks.stream().map(Fact::occurredOn).distinct().count();
        return new Planned(number, subject, row, Double.NaN, first, visits);
    }

    private static List<Planned> foretold(
            Part whole, PredictionDefinition definition, TrainedPrediction prediction, List<Period> periods) {
        Surroundings surroundings = Surroundings.of(definition.rates(), whole.looks);
        List<Planned> rows = new ArrayList<>();
        for (Drafted draft : whole.drafts) {
            Planned one = draft.planned();
            FeatureReader.Row values = draft.values();
            double said = values == null
                    ? Double.NaN
                    : prediction.probability(values.complete(
                            definition, surroundings, periods.get(one.period()).from()));
            rows.add(new Planned(one.period(), one.subject(), one.row(), said, one.visited(), one.visits()));
        }
        return rows;
    }
}
