package dev.assay.batch.simulate;

import dev.assay.batch.publish.CsvFile;
import dev.assay.batch.publish.CsvParts;
import dev.assay.batch.range.RangeWork;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.division.Divisions;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Outline;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.simulation.GradedTwice;
import dev.assay.model.simulation.Move;
import dev.assay.model.simulation.SizeClass;
import dev.assay.model.simulation.Tally;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.KeyRanges;
import dev.assay.store.rating.RatingRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grades all subjects by two models and tells who would move. Reads each fact once; writes nothing to the store. */
public final class Simulations {

    private final Database database;
    private final Divisions divisions;
    private final InstantSource clock;
    private final int workers;

    /**
     * Simulations on a database.
     *
     * @param database the database
     * @param divisions which code of a division took the place of which
     * @param clock what a database without any import is asked by
     * @param workers how many ranges are read at a time, at least 1
     */
    public Simulations(Database database, Divisions divisions, InstantSource clock, int workers) {
        this.database = database;
        this.divisions = divisions;
        this.clock = clock;
        this.workers = workers;
    }

    /** Hears how far a simulation has come. Called by several threads. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Another range is done.
         *
         * @param done ranges that are done
         * @param all ranges that there are, each with about the same number of businesses
         */
        void done(int done, int all);
    }

    /**
     * Simulates.
     *
     * @param request what to simulate
     * @param moves the file for all moves, as CSV; null for none
     * @param shown how many moves to answer with
     * @param progress hears how far it has come
     * @return what was found
     * @throws IllegalArgumentException if the models do not grade the same kind of thing
     * @throws IOException if the file cannot be written
     */
    public SimulationOutcome run(SimulationRequest request, @Nullable Path moves, int shown, Progress progress)
            throws IOException {
        Tally whole = new Tally(request.before(), request.after());
        Instant wanted = request.knownAt();
        Cut cut = new Cut(
                request.asOf(),
                wanted == null ? new RatingRuns(database.dsl()).settledInstant(clock.instant()) : wanted);
        List<KeyRange> ranges = KeyRanges.split(database, RangeWork.RANGES);
        List<Move> first = new ArrayList<>();
        try (CsvParts file = moves == null ? null : CsvParts.create(moves, MoveFile.HEADER)) {
            Task task = new Task(request, cut, file, shown);
            for (Part part : RangeWork.run(
                    "simulate", workers, ranges, (range, number) -> read(range, number, task), progress::done)) {
                whole.add(part.tally());
                first.addAll(part.moves()
                        .subList(0, Math.min(shown - first.size(), part.moves().size())));
            }
            if (file != null) {
                file.complete(ranges.size());
            }
        }
        return new SimulationOutcome(request, cut.knownAt(), whole.simulation(), first);
    }

    /** What is the same for all ranges. */
    private record Task(
            SimulationRequest request, Cut cut, @Nullable CsvParts file, int shown) {}

    /** What came of one range. */
    private record Part(Tally tally, List<Move> moves) {}

    private Part read(KeyRange range, int number, Task task) throws IOException {
        SimulationRequest request = task.request();
        Tally tally = new Tally(request.before(), request.after());
        List<Move> first = new ArrayList<>();
        try (CsvFile out = task.file() == null ? null : task.file().part(number);
                CreditFileCursor files = new CreditFileReader(database).readAll(range, task.cut())) {
            while (files.hasNext()) {
                RangeWork.stopIfInterrupted();
                CreditFile file = files.next().file();
                for (GradedTwice graded : grade(file, request)) {
                    tally.count(graded);
                    boolean shown = first.size() < task.shown();
                    if (graded.isMove() && (shown || out != null)) {
                        Move move = explained(file, graded, request);
                        if (out != null) {
                            MoveFile.write(out, move);
                        }
                        if (shown) {
                            first.add(move);
                        }
                    }
                }
            }
            if (out != null) {
                out.complete();
            }
        }
        return new Part(tally, first);
    }

    private List<GradedTwice> grade(CreditFile file, SimulationRequest request) {
        Map<Identity, Subject> subjects = new LinkedHashMap<>();
        Map<Identity, Outline> before = grade(file, request.before(), subjects);
        Map<Identity, Outline> after = grade(file, request.after(), subjects);
        if (subjects.isEmpty()) {
            return List.of();
        }
        Optional<Values> described = file.describe();
        String name = described.flatMap(values -> values.findText("name")).orElse("");
        String division = described
                .flatMap(values -> values.findText("division"))
                .map(divisions::newest)
                .orElse("");
        return subjects.values().stream()
                .map(subject -> new GradedTwice(
                        subject,
                        name,
                        division,
                        SizeClass.of(file, subject),
                        before.get(subject.identity()),
                        after.get(subject.identity())))
                .toList();
    }

    /** Only who moves is asked why: texts would cost more than everything else. */
    private static Move explained(CreditFile file, GradedTwice graded, SimulationRequest request) {
        return Move.of(
                graded,
                explained(file, graded.before(), request.before()),
                explained(file, graded.after(), request.after()));
    }

    private static @Nullable GradeAnalysis explained(CreditFile file, @Nullable Outline outline, GradingModel model) {
        return outline == null ? null : RatingEngine.rate(file, outline.rating().subject(), model);
    }

    private static Map<Identity, Outline> grade(CreditFile file, GradingModel model, Map<Identity, Subject> subjects) {
        Map<Identity, Outline> graded = new LinkedHashMap<>();
        for (Subject subject : model.subjects(file)) {
            subjects.putIfAbsent(subject.identity(), subject);
            graded.put(subject.identity(), RatingEngine.outline(file, subject, model));
        }
        return graded;
    }
}
