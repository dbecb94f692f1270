package dev.assay.api.cli;

import dev.assay.api.backtest.BacktestJson;
import dev.assay.batch.backtest.BacktestOutcome;
import dev.assay.batch.backtest.BacktestRequest;
import dev.assay.batch.backtest.Backtests;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.OutcomeDefinition;
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
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "How well a model's grades and scores of past days ranked what was found afterwards; writes no rating.",
            "以过去各日的等级和分值，对照其后的检查结果；不写入评级。"
        })
final class BacktestCommand extends WithOptions {

    private static final String ROWS = "rows.csv";
    private static final String SUMMARY = "backtest.json";

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "The model: its id, or a file.")
    private @Nullable String positional;

    @Option(names = "--model", paramLabel = "ID", description = "The model, in place of MODEL.")
    private @Nullable String named;

    @Mixin
    private final OutcomeOption outcome = new OutcomeOption();

    @Mixin
    private final PastDays past = new PastDays();

    @Option(
            names = "--known",
            defaultValue = "then",
            paramLabel = "then|now",
            description = {
                "then: facts count that their source had made known by the day (default);",
                "now: all that had happened by the day, even if it was made known later."
            })
    private Knowledge known = Knowledge.THEN;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for all subjects on all days (" + ROWS + ") and the figures (" + SUMMARY + ").")
    private @Nullable Path out;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = DeclaredKinds.load(options().configFiles());
        GradingModel model =
                GradingModels.parse(GivenFile.model(model(), options().configFiles()), vocabulary);
        OutcomeDefinition heldAgainst = outcome.outcome(options().configFiles(), model, vocabulary);
        BacktestRequest request = new BacktestRequest(
                model, heldAgainst, past.days(), known, options().dayOr(null));
        request.days().forEach(day -> warnOutOfForce(model, day));
        BacktestOutcome found;
        try (Session session = Session.open(options())) {
            found = session.bean(Backtests.class).run(request, out == null ? null : out.resolve(ROWS), this::tell);
            String json = JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(BacktestJson.of(found));
            if (out != null) {
                Files.writeString(out.resolve(SUMMARY), json + "\n");
            }
            if (format.format() == FormatOption.Format.JSON) {
                console().line(json);
            } else {
                BacktestText.print(console(), found, out == null ? null : out.resolve(ROWS));
            }
        } catch (IOException e) {
            throw Unwritable.folder(out, e);
        }
        return ExitStatus.DONE;
    }

    private String model() {
        if (positional != null && named == null) {
            return positional;
        }
        if (named != null && positional == null) {
            return named;
        }
        throw new IllegalArgumentException(
                "The model is named %s.%nMaybe write: assay model backtest nyc-grades --from 2013-01-01."
                        .formatted(named == null ? "nowhere" : "twice, (%s) and (%s)".formatted(positional, named)));
    }

    /** Four lines are enough, however many ranges there are. */
    private void tell(int done, int all) {
        if (done == all || done % Math.max(1, all / 4) == 0) {
            console().tell("已回测 %d%%", "%d %% looked back on", done * 100 / all);
        }
    }

    private void warnOutOfForce(GradingModel model, LocalDate day) {
        if (!model.header().basis().isInForce(day)) {
            console()
                    .tell(
                            "注意：%s 第 %s 版所依据的规定在 %s 不在施行期内，该日全部对象不予评级。",
                            "Note: the law of %s version %s is not in force on %s, so nobody is rated on that day.",
                            model.id(),
                            model.version(),
                            day);
        }
    }
}
