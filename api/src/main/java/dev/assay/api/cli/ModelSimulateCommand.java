package dev.assay.api.cli;

import dev.assay.api.simulation.SimulationJson;
import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.batch.simulate.Simulations;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Who would change grade if the model in FILE were in force; writes no rating.",
            "如果文件中的模型施行，谁的等级会变化；不写入评级。"
        })
final class ModelSimulateCommand extends WithOptions {

    /** Moves in an answer for people or programs; all of them are in the file. */
    private static final int SHOWN = 20;

    private static final String MOVES = "moves.csv";
    private static final String SUMMARY = "simulation.json";

    @Parameters(paramLabel = "FILE", description = "The model that might be in force: a file, or a model's id.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String file;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which both models are asked (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--against",
            paramLabel = "ID",
            description = "The model to compare with (default: the one with the same id).")
    private @Nullable String against;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for all moves (" + MOVES + ") and the counts (" + SUMMARY + ").")
    private @Nullable Path out;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = DeclaredKinds.load(options().configFiles());
        GradingModel after = GradingModels.parse(GivenFile.model(file, options().configFiles()), vocabulary);
        LocalDate day = options().dayOr(asOf);
        SimulationOutcome outcome;
        try (Session session = Session.open(options())) {
            GradingModel before = GradingModels.parse(standing(after, day, session), vocabulary);
            warnOutOfForce(before, day);
            warnOutOfForce(after, day);
            outcome = session.bean(Simulations.class)
                    .run(
                            new SimulationRequest(before, after, day, null),
                            out == null ? null : out.resolve(MOVES),
                            SHOWN,
                            this::tell);
        } catch (IOException e) {
            throw Unwritable.folder(out, e);
        }
        String json = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(SimulationJson.of(outcome));
        if (out != null) {
            write(out.resolve(SUMMARY), json);
        }
        if (format.format() == FormatOption.Format.JSON) {
            console().line(json);
        } else {
            SimulationText.print(console(), outcome, out == null ? null : out.resolve(MOVES));
        }
        return ExitStatus.DONE;
    }

    /** Four lines are enough, however many ranges there are. */
    private void tell(int done, int all) {
        if (done == all || done % Math.max(1, all / 4) == 0) {
            console().tell("已试算 %d%%", "%d %% simulated", done * 100 / all);
        }
    }

    private ConfigFile standing(GradingModel after, LocalDate day, Session session) {
        try {
            return against == null
                    ? session.modelText(after.id(), day)
                    : GivenFile.model(against, options().configFiles());
        } catch (IllegalArgumentException unknown) {
            if (against != null) {
                throw unknown;
            }
            throw new IllegalArgumentException(
                    "No model has the id (%s), so there is nothing to compare with.%nMaybe name one: --against ID."
                            .formatted(after.id()),
                    unknown);
        }
    }

    private void warnOutOfForce(GradingModel model, LocalDate day) {
        if (!model.header().basis().isInForce(day)) {
            console()
                    .tell(
                            "注意：%s 第 %s 版所依据的规定在 %s 不在施行期内，全部对象不予评级。可用 --as-of 指定施行后的日期。",
                            "Note: the law of %s version %s is not in force on %s, so nobody is rated by it. Maybe ask for a later day with --as-of.",
                            model.id(),
                            model.version(),
                            day);
        }
    }

    private void write(Path target, String json) {
        try {
            Files.writeString(target, json + "\n");
        } catch (IOException e) {
            throw Unwritable.folder(out, e);
        }
    }
}
