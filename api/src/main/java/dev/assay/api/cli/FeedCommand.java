package dev.assay.api.cli;

import picocli.CommandLine.Command;

@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Works on feeds.", "数据源。"},
        subcommands = {FeedProposeCommand.class})
final class FeedCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay feed --help");
        return ExitStatus.UNUSABLE;
    }
}
