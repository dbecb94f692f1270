package dev.assay.api.cli;

import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditLog.End;
import dev.assay.store.audit.AuditLog.Verdict;
import dev.assay.store.audit.ReadLog;
import dev.assay.store.database.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"What persons decided.", "审计日志。"},
        subcommands = AuditCommand.Verify.class)
final class AuditCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay audit --help");
        return ExitStatus.UNUSABLE;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Proves that no entry of the audit log, and of that of readings, was changed, put in or taken out.",
                "核对审计日志和查阅日志是否完整。"
            })
    static final class Verify extends WithOptions {

        @Option(
                names = "--noted",
                paramLabel = "NUMBER:DIGEST",
                description = "An end of the log that was noted earlier: the log must still run through it.")
        private @Nullable String noted;

        @Override
        public Integer call() {
            End expected = noted == null
                    ? null
                    : AuditLog.parse(noted)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "The noted end (%s) is no number and digest.%nMaybe take the line that an earlier verification printed."
                                            .formatted(noted)));
            try (Session session = Session.open(options())) {
                Verdict verdict = new AuditLog(session.bean(Database.class).dsl()).verify(expected);
                if (verdict.broken().isPresent()) {
                    console()
                            .say(
                                    "审计日志在第 %,d 条断裂",
                                    "The audit log is broken at entry %,d: it was changed, put in or taken out",
                                    verdict.broken().getAsLong());
                    return ExitStatus.DONE_WITH_REFUSALS;
                }
                console()
                        .say(
                                "审计日志完整，共 %,d 条",
                                "The audit log is whole: %,d entries",
                                verdict.end().number());
                console().line(verdict.end().number() + ":" + verdict.end().digest());
                Verdict reads = new ReadLog(session.bean(Database.class).dsl()).verify();
                if (reads.broken().isPresent()) {
                    console()
                            .say(
                                    "查阅日志在第 %,d 条断裂",
                                    "The log of readings is broken at entry %,d: it was changed, put in or taken out",
                                    reads.broken().getAsLong());
                    return ExitStatus.DONE_WITH_REFUSALS;
                }
                console()
                        .say(
                                "查阅日志完整，共 %,d 条",
                                "The log of readings is whole: %,d entries",
                                reads.end().number());
            }
            return ExitStatus.DONE;
        }
    }
}
