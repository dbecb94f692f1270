package dev.assay.bench;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Scores the same made-up files three ways on one thread: by the engine, with digest and the day until which a rating holds; by a set of
 * rules in Drools; by one SQL statement in DuckDB. All three have to agree on state, score and grades of every file.
 */
public final class Scoring {

    /** Files are scored a few at a time, right after they were made, as they are when they come from the database. */
    private static final int CHUNK = 4;

    private static final int WARM_UP_FILES = 2_000;
    private static final int WARM_UP_ROUNDS = 50;
    private static final int RULE_WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 3;
    private static final double MICROSECONDS = 1e6;

    private final GradingModel model = GradingModels.load(ConfigFiles.packaged(), "cn-food-risk-2016");
    private double engine;
    private double explained;
    private double rules;

    private Scoring() {}

    /**
     * Runs.
     *
     * @param arguments {@code FILES}
     * @throws SQLException if DuckDB fails
     */
    public static void main(String[] arguments) throws SQLException {
        new Scoring().run(Integer.parseInt(arguments[0]));
    }

    private void run(int files) throws SQLException {
        List<Standing> standings = new ArrayList<>(files);
        try (RuleEngine drools = new RuleEngine();
                SqlEngine duck = new SqlEngine()) {
            warmUp(drools);
            for (int first = 1; first <= files; first += CHUNK) {
                int last = Math.min(files, first + CHUNK - 1);
                List<CreditFile> chunk = files(first, last);
                List<Rating> ratings = rate(chunk);
                explain(chunk);
                for (Rating rating : ratings) {
                    standings.add(Standing.of(rating));
                }
                compare(drools, chunk, standings.subList(first - 1, last));
                for (int i = 0; i < chunk.size(); i++) {
                    duck.add(first + i, chunk.get(i));
                }
            }
            duck.complete();
            double sql = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                sql = Math.min(sql, duck.rate(MadeUpFiles.AS_OF));
            }
            compare(duck, standings);
            print("files", files);
            print("engine, with digest and valid_until, µs a file", engine / files * MICROSECONDS);
            print("engine, with the explanation too, µs a file", explained / files * MICROSECONDS);
            print("Drools rule set, µs a file", rules / files * MICROSECONDS);
            print("ratio (target 100)", rules / engine);
            print("DuckDB, one statement, one thread, µs a file (best of 3)", sql / files * MICROSECONDS);
            print("engine ÷ DuckDB (target 1)", engine / sql);
        }
    }

    private static List<CreditFile> files(int first, int last) {
        List<CreditFile> files = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            files.add(MadeUpFiles.file(number));
        }
        return files;
    }

    private void warmUp(RuleEngine drools) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (int first = 1; first <= WARM_UP_FILES; first += CHUNK) {
                List<CreditFile> chunk = files(first, first + CHUNK - 1);
                rate(chunk);
                explain(chunk);
                if (round < RULE_WARM_UP_ROUNDS) {
                    chunk.forEach(file -> drools.rate(drools.facts(file)));
                }
            }
        }
        engine = 0;
        explained = 0;
    }

    private List<Rating> rate(List<CreditFile> files) {
        List<Rating> ratings = new ArrayList<>(files.size());
        long start = System.nanoTime();
        for (CreditFile file : files) {
            for (Subject subject : model.subjects(file)) {
                ratings.add(RatingEngine.rateOnly(file, subject, model));
            }
        }
        engine += Bare.seconds(start);
        return ratings;
    }

    private void explain(List<CreditFile> files) {
        long characters = 0;
        long start = System.nanoTime();
        for (CreditFile file : files) {
            for (Subject subject : model.subjects(file)) {
                characters += RatingEngine.rate(file, subject, model)
                        .explanation()
                        .reason()
                        .text()
                        .en()
                        .length();
            }
        }
        explained += Bare.seconds(start);
        if (characters == 0) {
            throw new IllegalStateException("Nothing was explained.");
        }
    }

    /** The facts are made before the clock runs; it counts inserting them and firing the rules. */
    private void compare(RuleEngine drools, List<CreditFile> files, List<Standing> expected) {
        List<List<Object>> facts = files.stream().map(drools::facts).toList();
        List<Standing> found = new ArrayList<>(files.size());
        long start = System.nanoTime();
        for (List<Object> file : facts) {
            found.add(drools.rate(file));
        }
        rules += Bare.seconds(start);
        for (int i = 0; i < found.size(); i++) {
            check("Drools", files.get(i).business().toString(), found.get(i), expected.get(i));
        }
    }

    private static void compare(SqlEngine duck, List<Standing> expected) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        duck.read((standing, file) -> {
            check("DuckDB", "file " + file, standing, expected.get(file - 1));
            count.incrementAndGet();
        });
        if (count.get() != expected.size()) {
            throw new IllegalStateException("DuckDB gave %d of %d files.".formatted(count.get(), expected.size()));
        }
    }

    private static void check(String by, String file, Standing found, Standing expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("%s says %s of %s, the engine %s.".formatted(by, found, file, expected));
        }
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-58s %12.2f%n", what, value);
    }
}
