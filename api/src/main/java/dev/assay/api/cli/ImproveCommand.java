package dev.assay.api.cli;

import dev.assay.api.rating.ImprovementsView;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.core.improvement.Improvements;
import dev.assay.core.improvement.Remedy;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.remedy.RemediesFile;
import dev.assay.store.fact.CreditFileReader;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "improve",
        mixinStandardHelpOptions = true,
        description = {
            "What would it take: the smallest sets of steps that reach each better grade, and what time does by itself.",
            "如何提升等级：达到更好等级的最少措施，以及随时间的自然变化。"
        })
final class ImproveCommand extends WithOptions {

    @Option(names = "--model", required = true, paramLabel = "ID", description = "The model's id.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String model;

    @Mixin
    private final CutOptions cut = new CutOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Parameters(paramLabel = "IDENTITY", description = "SCHEME:VALUE of a business or of one of its licences.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String identity;

    @Override
    public Integer call() {
        Identity wanted = Identity.parse(identity);
        ConfigFiles config = options().configFiles();
        List<Remedy> remedies = RemediesFile.load(config, DeclaredKinds.load(config));
        try (Session session = Session.open(options())) {
            GradingModel compiled = session.model(model, cut.cut(options()).asOf());
            CreditFile file = session.bean(CreditFileReader.class)
                    .find(wanted, cut.cut(options()))
                    .orElseThrow(() -> CutOptions.nobody(wanted))
                    .file();
            List<Improvements> found = ExplainCommand.subjects(compiled, file, wanted).stream()
                    .map(subject -> Improvements.of(file, subject, compiled, remedies))
                    .toList();
            if (format.format() == FormatOption.Format.JSON) {
                console()
                        .line(JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(
                                        found.stream().map(ImprovementsView::of).toList()));
            } else {
                found.forEach(this::print);
            }
        }
        return ExitStatus.DONE;
    }

    private void print(Improvements improvements) {
        Rating now = improvements.now();
        Subject subject = now.subject();
        console().line("%s  %s %s".formatted(subject.identity(), now.model(), now.modelVersion()));
        console().say("  %s  等级 %s，截至 %s", "  %s  grade %s, as of %s", now.state(), standing(now), now.asOf());
        if (improvements.ways().isEmpty() && now.grade() != null) {
            console().say("  没有三项以内的已知措施能达到更好的等级", "  No set of up to three of the known steps reaches a better grade");
        }
        for (Improvements.Way way : improvements.ways()) {
            console().say("  达到 %s（自 %s 起）：", "  For %s (from %s on):", standing(way.rating()), way.day());
            way.steps()
                    .forEach(step -> console()
                            .line("      - " + step.title().in(console().language())));
        }
        for (Improvements.Turn turn : improvements.byItself()) {
            console().say("  %s 起自然变为 %s", "  By itself from %s: %s", turn.day(), standing(turn.rating()));
        }
        console().line("");
    }

    private static String standing(Rating rating) {
        return rating.grade() == null ? rating.state().name() : rating.grade();
    }
}
