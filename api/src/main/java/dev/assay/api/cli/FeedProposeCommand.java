package dev.assay.api.cli;

import dev.assay.batch.proposal.MappingProposal;
import dev.assay.batch.proposal.MappingProposer;
import dev.assay.batch.proposal.ProposedColumn;
import dev.assay.batch.reading.SheetSample;
import dev.assay.batch.reading.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = {"Proposes what the columns of a sheet of unknown layout are.", "为未知表格的各列提出对应字段。"})
final class FeedProposeCommand extends WithOptions {

    /** More rows would not tell more of what a column holds. */
    private static final int ROWS = 200;

    /** The contract's fields, and no more. */
    private record Columns(List<ProposedColumn> columns) {}

    @Mixin
    private final FormatOption format = new FormatOption();

    @Parameters(paramLabel = "FILE", description = "The sheet; its header alone is enough.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path file;

    @Override
    public Integer call() {
        SheetSample sheet = SheetSample.of(SourceFile.inspect(file), ROWS);
        MappingProposal proposal = new MappingProposer(options().configFiles()).propose(sheet);
        switch (format.format()) {
            case JSON -> console().line(json(proposal));
            case TEXT -> print(proposal);
        }
        return ExitStatus.DONE;
    }

    private static String json(MappingProposal proposal) {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Columns(proposal.columns()));
    }

    private void print(MappingProposal proposal) {
        Console console = console();
        for (ProposedColumn column : proposal.columns()) {
            String field = column.field() == null ? "-" : column.field();
            console.line("%-28s %s  %s  %s"
                    .formatted(
                            field,
                            column.field() == null ? "    " : String.format(Locale.ROOT, "%.2f", column.confidence()),
                            column.header().replaceAll("\\s+", " ").strip(),
                            "(" + proposal.title(column).in(console.language()) + ")"));
        }
        long known = proposal.columns().stream()
                .filter(column -> column.field() != null)
                .count();
        console.say(
                "%d 列中 %d 列有建议，其余未知。以下为待补全的数据源定义：",
                "Of %d columns %d have a proposal, the others are unknown. A feed definition to complete:",
                proposal.columns().size(),
                known);
        console.line("");
        console.line(proposal.skeleton());
    }
}
