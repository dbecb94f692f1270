package dev.assay.api.cli;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.backtest.OutcomesFile;
import dev.assay.model.config.ConfigFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that hold a model against what inspections found. */
final class OutcomeOption {

    @Option(
            names = "--outcome",
            paramLabel = "ID|FILE.yaml",
            description =
                    "Which facts are visits and when they find something, of config/outcomes (default: the one that names the model).")
    private @Nullable String outcome;

    OutcomeDefinition outcome(ConfigFiles config, GradingModel model, Vocabulary vocabulary) {
        if (outcome == null) {
            return OutcomesFile.forModel(config, model.id(), vocabulary);
        }
        return outcome.endsWith(".yaml")
                ? OutcomesFile.parse(GivenFile.read(Path.of(outcome)), vocabulary)
                : OutcomesFile.load(config, outcome, vocabulary);
    }
}
