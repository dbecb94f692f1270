package dev.assay.api.cli;

import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.Fault;
import dev.assay.model.grading.GradingModels;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Works on grading models.", "评级模型。"},
        subcommands = {
            ModelListCommand.class,
            ModelCommand.Check.class,
            ModelDiffCommand.class,
            ModelSimulateCommand.class,
            BacktestCommand.class
        })
final class ModelCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay model --help");
        return ExitStatus.UNUSABLE;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {"Reports all the faults of model files, each with line, path and remedy.", "检查模型文件。"})
    static final class Check extends WithOptions {

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Model files.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private List<Path> files;

        @Override
        public Integer call() {
            int faults = 0;
            Vocabulary vocabulary = DeclaredKinds.load(options().configFiles());
            for (Path file : files) {
                List<Fault> found = GradingModels.check(
                        GradingModels.whole(GivenFile.read(file), options().configFiles()), vocabulary);
                found.forEach(fault -> console().line(fault.toString()));
                faults += found.size();
                console().say("%s：%d 处错误", "%s: %d faults", file, found.size());
            }
            return faults == 0 ? ExitStatus.DONE : ExitStatus.DONE_WITH_REFUSALS;
        }
    }
}
