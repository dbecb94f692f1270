package dev.assay.api.cli;

import dev.assay.batch.submission.Submissions;
import dev.assay.batch.submission.Template;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Files in the templates of the double publicity 双公示. */
abstract class SubmissionCommand extends WithOptions {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file; its report is beside it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path out;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME",
            description = "Who uploads (数据来源单位), such as 某市市场监督管理局.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String source;

    @Option(
            names = "--source-code",
            required = true,
            paramLabel = "CODE",
            description = "Its unified social credit code, which begins with 11.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String sourceCode;

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was decided on this day or later.")
    private @Nullable LocalDate since;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day at which the files stand; today without it.")
    private @Nullable LocalDate asOf;

    private final Template template;

    SubmissionCommand(Template template) {
        this.template = template;
    }

    @Override
    public Integer call() {
        Submissions.Source who = new Submissions.Source(source, sourceCode);
        try (Session session = Session.open(options())) {
            Submissions.Outcome outcome = Submissions.write(
                    session.bean(Database.class),
                    template,
                    since,
                    new Cut(options().dayOr(asOf), options().clock.instant()),
                    who,
                    out);
            console().say("%s：%,d 行", "%s: %,d rows", out, outcome.rows());
            console()
                    .say(
                            "%s：%,d 行未报送，各有原因",
                            "%s: %,d rows held back, each with its reason",
                            Submissions.report(out),
                            outcome.heldBack());
            console()
                    .say(
                            "法定代表人姓名和证件号码不在其中，如平台要求，请在平台补填。",
                            "The representative's name and number are not in it; where the platform asks for them, add them there.");
            return outcome.heldBack() == 0 ? ExitStatus.DONE : ExitStatus.DONE_WITH_REFUSALS;
        } catch (IOException e) {
            throw Unwritable.file(out, e);
        }
    }

    @Command(
            name = "penalties",
            mixinStandardHelpOptions = true,
            description = {
                "Penalties in the template of the double publicity (CF_*), validated, ready to be uploaded.",
                "按双公示模板（CF_*）导出行政处罚，逐行校验。"
            })
    static final class Penalties extends SubmissionCommand {
        Penalties() {
            super(Template.PENALTIES);
        }
    }

    @Command(
            name = "licences",
            mixinStandardHelpOptions = true,
            description = {
                "Licences in the template of the double publicity (XK_*), validated, ready to be uploaded.",
                "按双公示模板（XK_*）导出行政许可，逐行校验。"
            })
    static final class Licences extends SubmissionCommand {
        Licences() {
            super(Template.LICENCES);
        }
    }
}
