package dev.assay.api.cli;

import dev.assay.batch.publish.Exports;
import dev.assay.model.grading.GradingModels;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Writes what the store holds as CSV.", "导出为 CSV。"},
        subcommands = {ExportCommand.Ratings.class, ExportCommand.QuarantineRows.class})
final class ExportCommand extends WithOptions {

    @Override
    public Integer call() {
        console().line("Maybe see: assay export --help");
        return ExitStatus.UNUSABLE;
    }

    /** Something that writes a file and counts its rows. */
    private interface Writing {
        long write(Exports exports) throws IOException, SQLException;
    }

    private static int write(WithOptions command, Path out, Writing writing) {
        try (Session session = Session.open(command.options())) {
            long rows = writing.write(session.bean(Exports.class));
            command.console().say("%s：%,d 行", "%s: %,d rows", out, rows);
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (%s) cannot be written: %s%nMaybe check its folder and permissions."
                            .formatted(out, e.getMessage()),
                    e);
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
            GradingModels.file(options().configFiles(), model);
            return write(this, out, exports -> exports.ratings(model, out));
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
            return write(this, out, exports -> exports.quarantine(out));
        }
    }
}
