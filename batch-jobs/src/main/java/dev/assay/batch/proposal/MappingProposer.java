package dev.assay.batch.proposal;

import dev.assay.batch.reading.SheetSample;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Proposes what the columns of a sheet of unknown layout are. */
public final class MappingProposer {

    private static final String FOLDER = "headers";
    private static final double ONLY_WORDS_COUNT = 0.6;
    private static final double HUNDREDTHS = 100;

    private final List<HeaderVocabulary> vocabularies;

    /**
     * Reads the vocabularies.
     *
     * @param files where they are
     * @throws dev.assay.model.config.FaultyConfigException if one of them has faults
     */
    public MappingProposer(ConfigFiles files) {
        this(files.list(FOLDER));
    }

    /** Reads vocabularies that stand anywhere. */
    MappingProposer(List<ConfigFile> files) {
        this.vocabularies = files.stream().map(HeaderVocabularyParser::parse).toList();
    }

    /**
     * Proposes a mapping, with the vocabulary that understands most of the sheet.
     *
     * @param sheet its header, and as many rows as are to be looked at; without rows the headers alone count
     * @return a proposal for each column, in the order of the sheet
     */
    public MappingProposal propose(SheetSample sheet) {
        return vocabularies.stream()
                .map(vocabulary -> propose(sheet, vocabulary))
                .max(Comparator.comparingDouble(MappingProposal::confidence))
                .orElseThrow(() -> new IllegalArgumentException("The folder (" + FOLDER
                        + ") of the configuration holds no vocabulary."
                        + System.lineSeparator() + "Maybe the directory after --config is not the one that you mean."));
    }

    private static MappingProposal propose(SheetSample sheet, HeaderVocabulary vocabulary) {
        HeaderReader reader = new HeaderReader(vocabulary);
        ValueEvidence evidence = new ValueEvidence(vocabulary.values());
        List<ProposedColumn> columns = new ArrayList<>();
        for (int place = 0; place < sheet.header().size(); place++) {
            ProposedColumn byHeader = byHeader(sheet.header().get(place), reader, vocabulary);
            columns.add(settled(evidence.weigh(byHeader, sheet.column(place)), vocabulary));
        }
        return new MappingProposal(vocabulary, columns);
    }

    private static ProposedColumn byHeader(String header, HeaderReader reader, HeaderVocabulary vocabulary) {
        HeaderReading reading = reader.read(header);
        for (MeaningRule rule : vocabulary.rules()) {
            if (rule.fits(reading.ideas())) {
                double words = 1 - ONLY_WORDS_COUNT + ONLY_WORDS_COUNT * reading.understood();
                return rule.field() == null
                        ? ProposedColumn.unknown(header)
                        : new ProposedColumn(header, rule.field(), rule.confidence() * words);
            }
        }
        return ProposedColumn.unknown(header);
    }

    /** Rounded to hundredths, which is more than a judgement bears; unknown where it is too unsure. */
    private static ProposedColumn settled(ProposedColumn column, HeaderVocabulary vocabulary) {
        double confidence = Math.round(column.confidence() * HUNDREDTHS) / HUNDREDTHS;
        return column.field() == null || confidence < vocabulary.leastConfidence()
                ? ProposedColumn.unknown(column.header())
                : new ProposedColumn(column.header(), column.field(), confidence);
    }
}
