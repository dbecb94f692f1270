package dev.assay.api.cli;

import dev.assay.api.business.FileParts;
import dev.assay.api.business.Lives;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.history.FactHistory;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.register.Takeovers;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "credit-file",
        mixinStandardHelpOptions = true,
        description = {
            "Everything known about a business: each fact with its source, its days, and what it replaced and why.",
            "信用档案：每条事实及其来源、日期、被取代的版本和原因。"
        })
final class CreditFileCommand extends WithOptions {

    @Mixin
    private final CutOptions cut = new CutOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only facts of this kind, such as penalty (default: all).")
    private @Nullable String kind;

    @Parameters(paramLabel = "IDENTITY", description = "SCHEME:VALUE of a business or of one of its licences.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String identity;

    @Override
    public Integer call() {
        Identity wanted = Identity.parse(identity);
        try (Session session = Session.open(options())) {
            DSLContext dsl = session.bean(Database.class).dsl();
            BusinessRegister register = new BusinessRegister(dsl);
            Vocabulary vocabulary = session.bean(Vocabulary.class);
            FileParts parts = new FileParts(
                    register,
                    new FactHistory(dsl),
                    vocabulary,
                    new FeedRuns(dsl),
                    new Lives(register, new Takeovers(dsl)));
            RegisteredBusiness business = register.find(wanted).orElseThrow(() -> CutOptions.nobody(wanted));
            print(new WholeFile(parts, business, cut.cut(options()), knownKind(vocabulary)), vocabulary);
        }
        return ExitStatus.DONE;
    }

    private @Nullable String knownKind(Vocabulary vocabulary) {
        if (kind != null && vocabulary.findByName(kind).isEmpty()) {
            throw new IllegalArgumentException("There is no kind of fact (%s).%nMaybe one of these: %s."
                    .formatted(kind, String.join(", ", vocabulary.names())));
        }
        return kind;
    }

    private void print(WholeFile file, Vocabulary vocabulary) {
        switch (format.format()) {
            case JSON -> CreditFileJson.print(console(), file, vocabulary);
            case TEXT -> new CreditFileText(console(), vocabulary).print(file);
        }
    }

    /** A file to be read part by part. */
    record WholeFile(
            FileParts parts,
            RegisteredBusiness business,
            Cut cut,
            @Nullable String kind) {}
}
