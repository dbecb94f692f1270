package dev.assay.api.cli;

import dev.assay.api.rating.ExplainedRating;
import dev.assay.api.rating.ExplanationView;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.SilentFeed;
import dev.assay.store.rating.StoredRatings;
import java.util.List;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {"Why this grade: every indicator, its facts, its points, its legal basis.", "解释评级：指标、事实、分值、依据。"})
final class ExplainCommand extends WithOptions {

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
        try (Session session = Session.open(options())) {
            GradingModel compiled = session.model(model, cut.cut(options()).asOf());
            StoredCreditFile stored = session.bean(CreditFileReader.class)
                    .find(wanted, cut.cut(options()))
                    .orElseThrow(() -> CutOptions.nobody(wanted));
            DSLContext dsl = session.bean(Database.class).dsl();
            List<Rating> standing = new StoredRatings(dsl).of(stored.businessKey(), compiled.id(), null);
            List<SilentFeed> silent = new FeedRuns(dsl).silentIn(stored.file());
            List<ExplainedRating> explained = subjects(compiled, stored.file(), wanted).stream()
                    .map(subject -> explain(RatingEngine.rate(stored.file(), subject, compiled), standing, silent))
                    .toList();
            print(explained);
        }
        return ExitStatus.DONE;
    }

    /** Whom a model grades of what was named: that licence, or all of the business. */
    static List<Subject> subjects(GradingModel model, CreditFile file, Identity wanted) {
        List<Subject> all = model.subjects(file);
        List<Subject> named = all.stream()
                .filter(subject -> subject.identity().equals(wanted))
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "The model (%s) grades nothing of (%s).%nMaybe its sectors or its scope do not cover that business; the file holds %d facts as of %s."
                            .formatted(model.id(), wanted, file.facts().size(), file.asOf()));
        }
        return named.isEmpty() ? all : named;
    }

    private static ExplainedRating explain(GradeAnalysis analysis, List<Rating> standing, List<SilentFeed> silent) {
        boolean same = standing.stream()
                .anyMatch(rating -> rating.digest().equals(analysis.rating().digest()));
        return new ExplainedRating(analysis.rating(), analysis.explanation(), same, silent);
    }

    private void print(List<ExplainedRating> explained) {
        if (format.format() == FormatOption.Format.JSON) {
            console()
                    .line(JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(
                                    explained.stream().map(ExplanationView::of).toList()));
        } else {
            explained.forEach(rating -> ExplanationText.print(console(), rating));
        }
    }
}
