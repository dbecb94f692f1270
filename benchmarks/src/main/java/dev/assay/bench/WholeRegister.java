package dev.assay.bench;

import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.rating.RatingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Holds a full rating of made-up businesses with cn-food-risk-2016 against bare streaming of their facts and bare loading of their ratings,
 * the next day's rating and a simulation against the full one.
 */
public final class WholeRegister {

    private static final String MODEL = "cn-food-risk-2016";

    private WholeRegister() {}

    /**
     * Runs.
     *
     * @param arguments {@code FOLDER BUSINESSES}
     * @throws IOException if a file cannot be read or written
     * @throws SQLException if the database fails
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int businesses = Integer.parseInt(arguments[1]);
        Files.createDirectories(folder);
        ConfigFiles config = ConfigFiles.packaged();
        GradingModel model = GradingModels.load(config, MODEL);
        String text = GradingModels.file(config, MODEL).content();
        try (Line line = new Line(folder.resolve("register-" + businesses))) {
            MadeUpRegister register = new MadeUpRegister(line.database());
            long start = System.nanoTime();
            register.fill(businesses);
            print("loading the register, s", Bare.seconds(start));
            // Classes are loaded and code is compiled on a few before anything counts.
            line.simulate(model, stricter(config), MadeUpFiles.AS_OF);

            start = System.nanoTime();
            RatingOutcome full = line.rate(model, text, MadeUpFiles.AS_OF, true);
            double rated = Bare.seconds(start);
            System.out.println(full);
            double simulated = Double.MAX_VALUE;
            for (int round = 0; round < 2; round++) {
                simulated = Math.min(simulated, line.simulate(model, stricter(config), MadeUpFiles.AS_OF));
            }
            Bare bare = new Bare(line.database(), folder);
            double streamed = Math.min(bare.stream(), bare.stream());
            double loaded = bare.load("rating", bare.prepare("rating"));
            print("rate --full, s", rated);
            print("bare streaming of the facts, s (best of 2)", streamed);
            print("bare LOAD DATA LOCAL of the ratings, s", loaded);
            print("ratio (limit 1.3)", rated / (streamed + loaded));
            print("simulate, s (best of 2)", simulated);
            print("share of the full rating (limit 0.2)", simulated / rated);

            int changed = register.change(businesses);
            start = System.nanoTime();
            RatingOutcome next = line.rate(model, text, MadeUpFiles.AS_OF.plusDays(1), false);
            double again = Bare.seconds(start);
            System.out.println(next);
            print("files changed", changed);
            print("rate for the next day, s", again);
            print("share of the full time", again / rated);
            print("share of the files rated", (double) next.rated() / full.rated());
            print("ratio (limit 1.5)", again / rated * full.rated() / next.rated());
        }
    }

    /** The same model whose best band ends five points earlier. */
    private static GradingModel stricter(ConfigFiles config) {
        ConfigFile whole = GradingModels.file(config, MODEL);
        String text = whole.content()
                .replace("{grade: A, at_least: 0, at_most: 30,", "{grade: A, at_least: 0, at_most: 25,")
                .replace("{grade: B, above: 30,", "{grade: B, above: 25,");
        if (text.equals(whole.content())) {
            throw new IllegalStateException("The bands of (%s) are written otherwise now.".formatted(MODEL));
        }
        return GradingModels.parse(new ConfigFile(whole.name(), text), DeclaredKinds.load(config));
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-55s %10.3f%n", what, value);
    }
}
