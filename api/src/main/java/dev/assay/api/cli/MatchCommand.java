package dev.assay.api.cli;

import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.matching.NameLists;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the businesses of a list of names: CSV with name, and division (code) and address where known.",
            "为名单中的每个名称查找登记的经营者。"
        })
final class MatchCommand extends WithOptions {

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The list (plain, .gz, .zip).")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path in;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The list with identity_scheme, identity, matched_name, score, decision.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path out;

    @Override
    public Integer call() {
        Console console = console();
        try (Session session = Session.open(options())) {
            NameLists.Account account = session.bean(NameLists.class).run(in, out, new Progress(console));
            console.say(
                    "%s：读取 %,d，匹配 %,d，待核 %,d，未找到 %,d，拒收 %,d",
                    "%s: read %,d, match %,d, review %,d, none %,d, refused %,d",
                    out,
                    account.read(),
                    account.matched(),
                    account.review(),
                    account.none(),
                    account.refused());
            return account.refused() > 0 ? ExitStatus.DONE_WITH_REFUSALS : ExitStatus.DONE;
        } catch (IOException e) {
            throw Unwritable.file(out, e);
        }
    }

    private record Progress(Console console) implements NameLists.Listener {

        private static final long EVERY = 10_000;

        @Override
        public void indexed(int businesses) {
            console.tell("已为 %,d 个经营者建立索引", "Indexed %,d businesses", businesses);
        }

        @Override
        public void resolved(long names) {
            if (names % EVERY == 0) {
                console.tell("已查找 %,d 个名称 …", "Looked for %,d names ...", names);
            }
        }

        @Override
        public void refused(long line, RefusalReason reason) {
            console.err()
                    .println(console.in(
                            "第 %,d 行：%s", "Line %,d: %s", line, reason.text().in(console.language())));
        }
    }
}
