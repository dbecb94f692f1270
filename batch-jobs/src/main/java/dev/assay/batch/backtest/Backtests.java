package dev.assay.batch.backtest;

import dev.assay.batch.publish.CsvFile;
import dev.assay.batch.publish.CsvParts;
import dev.assay.batch.range.RangeWork;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.model.backtest.BacktestTally;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.backtest.PastFile;
import dev.assay.model.backtest.RiskOrder;
import dev.assay.model.backtest.Row;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.KeyRanges;
import dev.assay.store.rating.RatingRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grades all subjects as of past days and sees what was found afterwards. Reads each fact once for all days; writes nothing to the store. */
public final class Backtests {

    private final Database database;
    private final InstantSource clock;
    private final int workers;

    /**
     * Backtests on a database.
     *
     * @param database the database
     * @param clock what a database without any import is asked by
     * @param workers how many ranges are read at a time, at least 1
     */
    public Backtests(Database database, InstantSource clock, int workers) {
        this.database = database;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * Looks back.
     *
     * @param request what to look back at
     * @param rows the file for all subjects on all days, as CSV; null for none
     * @param progress hears how far it has come
     * @return what was found
     * @throws IOException if the file cannot be written
     */
    public BacktestOutcome run(BacktestRequest request, @Nullable Path rows, RangeWork.Progress progress)
            throws IOException {
        Cut cut = new Cut(request.today(), new RatingRuns(database.dsl()).settledInstant(clock.instant()));
        List<KeyRange> ranges = KeyRanges.split(database, RangeWork.RANGES);
        Part whole = new Part(request);
        try (CsvParts file = rows == null ? null : CsvParts.create(rows, RowFile.HEADER)) {
            for (Part part : RangeWork.run(
                    "backtest",
                    workers,
                    ranges,
                    (range, number) -> read(range, cut, request, file == null ? null : file.part(number)),
                    progress)) {
                whole.add(part);
            }
            if (file != null) {
                file.complete(ranges.size());
            }
        }
        return new BacktestOutcome(
                request,
                cut.knownAt(),
                whole.lastLook,
                whole.late,
                whole.describedLater,
                whole.tally.backtest(request.days(), whole.lastLook, request.outcome()));
    }

    /** What came of one range, or of all. */
    private static final class Part {
        private final BacktestTally tally;
        private @Nullable LocalDate lastLook;
        private long late;
        private long describedLater;

        Part(BacktestRequest request) {
            this.tally = new BacktestTally(RiskOrder.of(request.model(), request.outcome()));
        }

        void looked(LocalDate day) {
            lastLook = lastLook == null || day.isAfter(lastLook) ? day : lastLook;
        }

        void add(Part other) {
            tally.add(other.tally);
            late += other.late;
            describedLater += other.describedLater;
            if (other.lastLook != null) {
                looked(other.lastLook);
            }
        }
    }

    private Part read(KeyRange range, Cut cut, BacktestRequest request, @Nullable CsvFile part) throws IOException {
        Part found = new Part(request);
        try (CsvFile out = part;
                CreditFileCursor files = new CreditFileReader(database).readAll(range, cut)) {
            while (files.hasNext()) {
                RangeWork.stopIfInterrupted();
                lookBack(files.next().file(), request, found, out);
            }
            if (out != null) {
                out.complete();
            }
        }
        return found;
    }

    private static void lookBack(CreditFile whole, BacktestRequest request, Part found, @Nullable CsvFile out) {
        OutcomeDefinition outcome = request.outcome();
        outcome.lastLook(whole).ifPresent(found::looked);
        List<Row> rows = new ArrayList<>();
        for (LocalDate day : request.days()) {
            PastFile past = PastFile.of(whole, day, request.knowledge());
            List<Subject> subjects = past.subjects(whole, request.model());
            if (!subjects.isEmpty()) {
                found.late += past.late();
                found.describedLater += past.file().describe().isPresent() ? 0 : subjects.size();
            }
            for (Subject subject : subjects) {
                Rating rating = RatingEngine.rateOnly(past.file(), subject, request.model());
                String grade = rating.grade();
                Row row = new Row(
                        day,
                        grade == null ? rating.state().name() : grade,
                        rating.score(),
                        outcome.authorityClass(past.file(), whole, subject),
                        outcome.after(whole, subject, day));
                rows.add(row);
                if (out != null) {
                    RowFile.write(out, subject, row);
                }
            }
        }
        found.tally.count(rows);
    }
}
