package dev.assay.api.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code assay} with its subcommands. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        version = "assay " + AssayCommand.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Rates the credit and grades the risk of food businesses, explainably and reproducibly.",
            "食品生产经营者信用评价与风险分级。"
        },
        footer = {
            "",
            "Exit status: 0 done; 1 done, but rows were refused or a check failed; 2 unusable arguments or files; 3 the job failed and can be restarted."
        },
        subcommands = {
            DemoCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            RateCommand.class,
            DailyCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            ModelCommand.class,
            FeedCommand.class,
            ServeCommand.class,
            AccountCommand.class
        })
public final class AssayCommand implements Runnable {

    /** The version of the application, the same as the build's. */
    public static final String VERSION = "0.1.0";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /**
     * Runs a command line.
     *
     * @param arguments the arguments
     * @return the exit status: 0 done; 1 done with refusals; 2 unusable; 3 the job failed
     */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new AssayCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(AssayCommand::explainArguments)
                .setExecutionExceptionHandler(AssayCommand::explainFailure);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int explainArguments(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Maybe see: assay " + commandPath(e.getCommandLine()) + "--help");
        }
        return ExitStatus.UNUSABLE;
    }

    private static String commandPath(CommandLine command) {
        String path = command.getCommandSpec().qualifiedName(" ");
        return path.equals("assay") ? "" : path.substring("assay ".length()) + " ";
    }

    /** One line for each known way to fail; what is not known is written to the log with its trace and named in one line. */
    private static int explainFailure(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Optional<String> known = Failure.explain(e);
        err.println(known.orElseGet(
                () -> "The command failed unexpectedly: %s.%nMaybe run it again; the log (%s) has the details."
                        .formatted(Failure.rootMessage(e), Logs.write(parsed, e))));
        return Failure.exitStatus(e);
    }
}
