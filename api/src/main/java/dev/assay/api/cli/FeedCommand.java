package dev.assay.api.cli;

import dev.assay.batch.feed.FeedParser;
import dev.assay.model.config.Fault;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Works on feeds and their definitions.", "数据源及其定义。"},
        subcommands = {FeedCommand.Check.class, FeedProposeCommand.class})
final class FeedCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay feed --help");
        return ExitStatus.UNUSABLE;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {"Reports all the faults of feed definitions, each with line, path and remedy.", "检查数据源定义文件。"
            })
    static final class Check extends WithOptions {

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Feed definitions.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private List<Path> files;

        @Override
        public Integer call() {
            int faults = 0;
            for (Path file : files) {
                List<Fault> found =
                        FeedParser.check(GivenFile.read(file), options().configFiles());
                found.forEach(fault -> console().line(fault.toString()));
                faults += found.size();
                console().say("%s：%d 处错误", "%s: %d faults", file, found.size());
            }
            return faults == 0 ? ExitStatus.DONE : ExitStatus.DONE_WITH_REFUSALS;
        }
    }
}
