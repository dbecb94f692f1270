package dev.assay.api.cli;

import dev.assay.batch.draw.DrawWork;
import dev.assay.core.draw.DrawCheck;
import dev.assay.core.draw.DrawCheck.Noted;
import dev.assay.core.draw.DrawSeed;
import dev.assay.core.draw.DrawText;
import dev.assay.core.draw.PublishedDraw;
import dev.assay.store.database.Database;
import dev.assay.store.draw.Draws;
import dev.assay.store.draw.StoredDraw;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Draws businesses and inspectors at random, so that anyone can repeat it. --plan alone fixes the population; then commit to a seed, publish that,",
            "and draw when the public value is known. With --seed and --public it does all of it at once: then nobody outside can know that the seed was chosen before.",
            "双随机抽查。"
        },
        subcommands = {
            DrawCommand.Commit.class,
            DrawCommand.Reveal.class,
            DrawCommand.Publish.class,
            DrawCommand.ListAll.class,
            DrawCommand.Verify.class
        })
final class DrawCommand extends WithOptions {

    /** As whom the command line acts in the audit log. */
    static final String ACTOR = "command-line";

    @Option(names = "--plan", paramLabel = "ID", description = "The plan, of config/draws.")
    private @Nullable String plan;

    @Option(
            names = "--public-value",
            paramLabel = "TEXT",
            description = "Which future value will be mixed in, and how it is written (default: what the plan says).")
    private @Nullable String publicValue;

    @Option(
            names = "--exclude",
            paramLabel = "IDENTITY=REASON",
            description = "A business that is left out, and why; the reason is published.")
    private Map<String, String> leftOut = Map.of();

    @Option(names = "--seed", paramLabel = "HEX", description = "Draw at once with this seed: 64 hexadecimal digits.")
    private @Nullable String seed;

    @Option(names = "--public", paramLabel = "VALUE", description = "Draw at once with this public value.")
    private @Nullable String value;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draw file, or the drawn one, is written.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (plan == null || (seed == null) != (value == null)) {
            throw new IllegalArgumentException(
                    "A plan is missing, or one of --seed and --public.%nMaybe write: assay draw --plan cn-food-equal; or see: assay draw --help"
                            .formatted());
        }
        DrawSeed at = seed == null || value == null ? null : new DrawSeed(seed, value);
        try (Session session = Session.open(options())) {
            DrawWork work = session.bean(DrawWork.class);
            Draws draws = new Draws(session.bean(Database.class).dsl());
            StoredDraw fixed = work.fix(new DrawWork.Wish(plan, publicValue, leftOut), acting());
            console()
                    .say(
                            "已固定第 %d 号抽查：可抽 %,d 户，除外 %,d 户",
                            "Fixed draw %d: %,d businesses can be drawn, %,d are left out",
                            fixed.id(),
                            fixed.population(),
                            fixed.excluded());
            console().line("fixed " + fixed.digest());
            if (at == null) {
                write(out, DrawText.write(draws.file(fixed.id())));
                return ExitStatus.DONE;
            }
            work.commit(fixed, at.secret(), acting());
            print(work.draw(draws.find(fixed.id()).orElseThrow(), at, acting()));
        }
        return ExitStatus.DONE;
    }

    private void print(PublishedDraw made) {
        String text = made.text();
        console().say("已抽取 %,d 户", "%,d businesses drawn", made.result().drawn().size());
        if (out == null) {
            text.lines().filter(line -> line.startsWith("drawn\t")).forEach(console()::line);
        } else {
            write(out, text);
        }
    }

    private DrawWork.Acting acting() {
        return acting(options());
    }

    static DrawWork.Acting acting(SharedOptions options) {
        return new DrawWork.Acting(ACTOR, options.clock.instant(), options.dayOr(null));
    }

    static void write(@Nullable Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Unwritable.file(file, e);
        }
    }

    static StoredDraw get(Session session, int id) {
        return new Draws(session.bean(Database.class).dsl())
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no draw (%d).%nMaybe see: assay draw list".formatted(id)));
    }

    @Command(
            name = "commit",
            mixinStandardHelpOptions = true,
            description = {"Commits to a seed, of which only the commitment is kept.", "承诺种子。"})
    static final class Commit extends WithOptions {

        @Parameters(paramLabel = "NUMBER", description = "The draw.")
        private int id;

        @Option(
                names = "--seed",
                required = true,
                paramLabel = "HEX",
                description = "64 hexadecimal digits; keep them.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private String seed;

        @Override
        public Integer call() {
            try (Session session = Session.open(options())) {
                session.bean(DrawWork.class).commit(get(session, id), seed, acting(options()));
                StoredDraw draw = get(session, id);
                console().line("fixed " + draw.digest());
                console().line("commitment " + draw.commitment());
            }
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "reveal",
            mixinStandardHelpOptions = true,
            description = {"Draws with the seed that was committed to and the public value.", "以种子和公开值抽取。"})
    static final class Reveal extends WithOptions {

        @Parameters(paramLabel = "NUMBER", description = "The draw.")
        private int id;

        @Option(names = "--seed", required = true, paramLabel = "HEX", description = "The seed of the commitment.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private String seed;

        @Option(names = "--public", required = true, paramLabel = "VALUE", description = "The public value.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private String value;

        @Option(names = "--out", paramLabel = "FILE", description = "Where the file that is published is written.")
        private @Nullable Path out;

        @Override
        public Integer call() {
            DrawSeed at = new DrawSeed(seed, value);
            try (Session session = Session.open(options())) {
                PublishedDraw made = session.bean(DrawWork.class).draw(get(session, id), at, acting(options()));
                console()
                        .say(
                                "已抽取 %,d 户",
                                "%,d businesses drawn", made.result().drawn().size());
                write(out, made.text());
            }
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = {"Publishes a draw, as far as its plan says.", "公布抽查结果。"})
    static final class Publish extends WithOptions {

        @Parameters(paramLabel = "NUMBER", description = "The draw.")
        private int id;

        @Override
        public Integer call() {
            try (Session session = Session.open(options())) {
                new Draws(session.bean(Database.class).dsl())
                        .publish(get(session, id), ACTOR, options().clock.instant());
                console().say("已公布", "Published");
            }
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"The draws and where they stand.", "抽查清单。"})
    static final class ListAll extends WithOptions {

        @Override
        public Integer call() {
            try (Session session = Session.open(options())) {
                for (StoredDraw draw : new Draws(session.bean(Database.class).dsl()).all()) {
                    console()
                            .line("%d\t%s\t%s\t%s\t%s"
                                    .formatted(draw.id(), draw.plan(), draw.asOf(), draw.state(), draw.digest()));
                }
            }
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Repeats a published draw from its file, and says what does not hold. Needs no database.",
                "复核公布的抽查结果。"
            })
    static final class Verify extends WithOptions {

        @Parameters(paramLabel = "FILE", description = "The published file.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private Path file;

        @Option(
                names = "--fixed",
                paramLabel = "DIGEST",
                description = "The digest as it was published before the draw.")
        private @Nullable String fixed;

        @Option(
                names = "--commitment",
                paramLabel = "HASH",
                description = "The commitment as it was published before the draw.")
        private @Nullable String commitment;

        @Override
        public Integer call() {
            DrawCheck.Verdict verdict = DrawCheck.check(read(), new Noted(fixed, commitment));
            console().line("fixed " + verdict.fixed());
            console().line("commitment " + verdict.commitment());
            if (verdict.findings().isEmpty()) {
                console().say("复核一致：%,d 户", "As published: %,d businesses", verdict.drawn());
                return ExitStatus.DONE;
            }
            verdict.findings()
                    .forEach(finding -> console()
                            .line("  " + finding.fault() + "  " + finding.expected() + "  ≠  " + finding.found()));
            console()
                    .say(
                            "不一致：%,d 处",
                            "Not as published: %,d findings", verdict.findings().size());
            return ExitStatus.DONE_WITH_REFUSALS;
        }

        private String read() {
            try {
                return Files.readString(file);
            } catch (MalformedInputException e) {
                throw new IllegalArgumentException(
                        "The file (%s) is not UTF-8.%nMaybe it was stored anew by another program.".formatted(file), e);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "The file (%s) cannot be read.%nMaybe check its path.".formatted(file), e);
            }
        }
    }
}
