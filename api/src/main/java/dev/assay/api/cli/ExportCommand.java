package dev.assay.api.cli;

import dev.assay.batch.intake.CorrectionSheets;
import dev.assay.batch.publish.Exports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Writes what the store holds as CSV.", "导出为 CSV。"},
        subcommands = {
            ExportCommand.Ratings.class,
            ExportCommand.QuarantineRows.class,
            ExportCommand.Corrections.class,
            ExportCommand.Overdue.class,
            SubmissionCommand.Penalties.class,
            SubmissionCommand.Licences.class
        })
final class ExportCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay export --help");
        return ExitStatus.UNUSABLE;
    }

    /** Something that writes a file and counts its rows. */
    private interface Writing {
        long write(Session session, Exports exports) throws IOException, SQLException;
    }

    private static int write(WithOptions command, Path out, Writing writing) {
        try (Session session = Session.open(command.options())) {
            long rows = writing.write(session, session.bean(Exports.class));
            command.console().say("%s：%,d 行", "%s: %,d rows", out, rows);
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw Unwritable.file(out, e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database failed while exporting", e);
        }
    }

    @Command(
            name = "ratings",
            mixinStandardHelpOptions = true,
            description = {"The newest rating of every subject of a model.", "导出每个对象的最新评级。"})
    static final class Ratings extends WithOptions {

        @Option(names = "--model", required = true, paramLabel = "ID", description = "The model's id.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private String model;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private Path out;

        @Override
        public Integer call() {
            return write(this, out, (session, exports) -> {
                session.modelText(model, options().dayOr(null));
                return exports.ratings(model, out);
            });
        }
    }

    @Command(
            name = "quarantine",
            mixinStandardHelpOptions = true,
            description = {"The refused rows, each with its reason.", "导出被拒收的行及原因。"})
    static final class QuarantineRows extends WithOptions {

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private Path out;

        @Override
        public Integer call() {
            return write(this, out, (_, exports) -> exports.quarantine(out));
        }
    }

    @Command(
            name = "corrections",
            mixinStandardHelpOptions = true,
            description = {
                "The refused rows as they stood in their files, one sheet for each file: correct them and import the sheets.",
                "导出待更正的行，每个文件一张表：更正后重新导入。"
            })
    static final class Corrections extends WithOptions {

        @Option(names = "--feed", paramLabel = "ID", description = "Only rows of this feed.")
        private @Nullable String feed;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the sheets.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private Path out;

        @Override
        public Integer call() throws SQLException {
            try (Session session = Session.open(options())) {
                List<Path> sheets = session.bean(CorrectionSheets.class).writeAll(feed, out);
                if (sheets.isEmpty()) {
                    console().say("没有待更正的行", "No row waits to be corrected");
                }
                sheets.forEach(sheet -> console().line(sheet.toString()));
                return ExitStatus.DONE;
            } catch (IOException e) {
                throw Unwritable.file(out, e);
            }
        }
    }

    @Command(
            name = "overdue",
            mixinStandardHelpOptions = true,
            description = {
                "The steps of cases and requests that the authority has not taken in time.",
                "导出逾期未办的名单案件步骤和申请。"
            })
    static final class Overdue extends WithOptions {

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "The day from which it is seen; today without it.")
        private @Nullable LocalDate asOf;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
        @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
        private Path out;

        @Override
        public Integer call() {
            return write(this, out, (_, exports) -> exports.overdue(options().dayOr(asOf), out));
        }
    }
}
