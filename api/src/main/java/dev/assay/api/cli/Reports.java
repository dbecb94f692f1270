package dev.assay.api.cli;

import dev.assay.batch.intake.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How the accounts of imports are printed and written. */
final class Reports {

    private Reports() {}

    /** The contract's fields, and no more. */
    private record FileAccount(
            String file,
            String feed,
            String sha256,
            long read,
            long taken,
            long unchanged,
            long superseded,
            long retracted,
            long refused) {}

    private record Accounts(List<FileAccount> files) {}

    static void print(Console console, ImportReport report) {
        console.say(
                "%s  %s：读取 %,d = 采用 %,d + 未变 %,d + 更替 %,d + 拒收 %,d；撤回 %,d",
                "%s  %s: read %,d = taken %,d + unchanged %,d + superseded %,d + refused %,d; retracted %,d",
                report.feed(),
                Path.of(report.file()).getFileName(),
                report.read(),
                report.taken(),
                report.unchanged(),
                report.superseded(),
                report.refused(),
                report.retracted());
        if (report.changedNothing()) {
            console.say("  文件没有带来变化。", "  The file changed nothing.");
        }
        if (!report.unknownColumns().isEmpty()) {
            console.tell(
                    "  未知列（未读取）：%s",
                    "  Columns that the feed does not know, not read: %s", String.join(", ", report.unknownColumns()));
        }
        report.warnings()
                .forEach((warning, count) ->
                        console.tell("  提示 %s：%,d 条记录", "  Warning %s: %,d records", warning, count));
    }

    static void write(Path file, List<ImportReport> reports) {
        Accounts accounts = new Accounts(reports.stream()
                .map(r -> new FileAccount(
                        r.file(),
                        r.feed(),
                        r.sha256(),
                        r.read(),
                        r.taken(),
                        r.unchanged(),
                        r.superseded(),
                        r.retracted(),
                        r.refused()))
                .toList());
        try {
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .build()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(accounts) + "\n");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The report (%s) cannot be written.%nMaybe check its folder and permissions.".formatted(file), e);
        }
    }
}
