package dev.assay.api.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
            SandboxCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            RateCommand.class,
            DailyCommand.class,
            CreditFileCommand.class,
            ExplainCommand.class,
            ImproveCommand.class,
            ExportCommand.class,
            MatchCommand.class,
            ModelCommand.class,
            BacktestCommand.class,
            PlanCommand.class,
            DrawCommand.class,
            InspectorsCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            ReplayCommand.class,
            FeedCommand.class,
            QualityCommand.class,
            AreaCommand.class,
            WarnCommand.class,
            ServeCommand.class,
            AccountCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            CertificateCommand.class,
            VerifyCommand.class
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
                .registerConverter(LocalDate.class, written("a day such as 2026-11-22", LocalDate::parse))
                .registerConverter(LocalTime.class, written("a time such as 02:00", LocalTime::parse))
                .registerConverter(Instant.class, written("an instant such as 2026-11-22T02:00:00Z", Instant::parse))
                .setParameterExceptionHandler(AssayCommand::explainArguments)
                .setExecutionExceptionHandler(AssayCommand::explainFailure);
    }

    /** Says how a value is written, where picocli would say how it was not parsed. */
    private static <T> ITypeConverter<T> written(String example, Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("(%s) is not %s".formatted(text, example));
            }
        };
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
