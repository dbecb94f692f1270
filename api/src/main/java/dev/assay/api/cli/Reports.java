package dev.assay.api.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.batch.intake.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** A file that waits has no account yet; the key is left out where none does. */
    private record WaitingFile(String file, String feed, String sha256, long retractions, long standing) {}

    private record Accounts(
            List<FileAccount> files,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WaitingFile> waiting) {}

    static void print(Console console, ImportReport report) {
        ImportReport.Absent absent = report.absent();
        if (absent != null && absent.waits()) {
            console.say(
                    "%s  %s：待确认：将撤回 %,d 条记录，现有 %,d 条，超过 10%%，未作任何改动。核对文件无误后，以 --confirm-retractions 重新导入。",
                    "%s  %s: waits, nothing was changed: it would retract %,d of %,d records, more than 10 %%. Look at the file and, if it is right, import it again with --confirm-retractions.",
                    report.feed(),
                    Path.of(report.file()).getFileName(),
                    absent.records(),
                    absent.standing());
            return;
        }
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
        if (absent != null) {
            console.say(
                    "  文件中没有的 %,d 条记录未撤回：%,d 行被拒收且无法读出其记录编号。更正后重新导入，或以 --confirm-retractions 确认。",
                    "  %,d records that the file lacks were not retracted: %,d rows were refused whose keys cannot be read. Correct them and import the file again, or confirm with --confirm-retractions.",
                    absent.records(),
                    absent.unread());
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
        Accounts accounts = new Accounts(
                reports.stream()
                        .filter(r -> !r.isWaiting())
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
                        .toList(),
                waiting(reports));
        try {
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .build()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(accounts) + "\n");
        } catch (IOException e) {
            throw Unwritable.file(file, e);
        }
    }

    private static List<WaitingFile> waiting(List<ImportReport> reports) {
        List<WaitingFile> waiting = new ArrayList<>();
        for (ImportReport report : reports) {
            ImportReport.Absent absent = report.absent();
            if (absent != null && absent.waits()) {
                waiting.add(new WaitingFile(
                        report.file(), report.feed(), report.sha256(), absent.records(), absent.standing()));
            }
        }
        return waiting;
    }
}
