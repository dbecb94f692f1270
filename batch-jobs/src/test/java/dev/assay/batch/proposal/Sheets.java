package dev.assay.batch.proposal;

import dev.assay.batch.reading.SheetSample;
import dev.assay.model.config.ConfigFiles;
import java.util.List;

/** Sheets, and what the packaged vocabularies propose for them. */
final class Sheets {

    private static final MappingProposer PROPOSER = new MappingProposer(ConfigFiles.packaged());

    private Sheets() {}

    static MappingProposal propose(List<String> header, List<List<String>> rows) {
        return PROPOSER.propose(new SheetSample(header, rows));
    }

    /** What the header alone is proposed to be. */
    static ProposedColumn propose(String header) {
        return propose(List.of(header), List.of()).columns().getFirst();
    }

    /** What one column with these cells is proposed to be. */
    static ProposedColumn propose(String header, List<String> cells) {
        return propose(List.of(header), cells.stream().map(List::of).toList())
                .columns()
                .getFirst();
    }
}
