package dev.assay.batch.proposal;

import dev.assay.batch.reading.SheetSample;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        String left = null;
        for (int place = 0; place < sheet.header().size(); place++) {
            String header = sheet.header().get(place);
            HeaderReading reading = reader.read(header);
            Optional<MeaningRule> rule = rule(reading, left, vocabulary);
            Set<String> among = rule.map(MeaningRule::among).orElse(Set.of());
            ProposedColumn byHeader =
                    rule.map(one -> byHeader(header, one, reading)).orElseGet(() -> ProposedColumn.unknown(header));
            ProposedColumn settled = settled(evidence.weigh(byHeader, among, sheet.column(place)), vocabulary);
            columns.add(settled);
            left = settled.field() == null ? left : settled.field();
        }
        return new MappingProposal(vocabulary, columns);
    }

    private static Optional<MeaningRule> rule(
            HeaderReading reading, @Nullable String left, HeaderVocabulary vocabulary) {
        return vocabulary.rules().stream()
                .filter(rule -> rule.fits(reading.ideas(), left))
                .findFirst();
    }

    private static ProposedColumn byHeader(String header, MeaningRule rule, HeaderReading reading) {
        double words = 1 - ONLY_WORDS_COUNT + ONLY_WORDS_COUNT * reading.understood();
        return rule.field() == null
                ? ProposedColumn.unknown(header)
                : new ProposedColumn(header, rule.field(), rule.confidence() * words);
    }

    /** Rounded to hundredths, which is more than a judgement bears; unknown where it is too unsure. */
    private static ProposedColumn settled(ProposedColumn column, HeaderVocabulary vocabulary) {
        double confidence = Math.round(column.confidence() * HUNDREDTHS) / HUNDREDTHS;
        return column.field() == null || confidence < vocabulary.leastConfidence()
                ? ProposedColumn.unknown(column.header())
                : new ProposedColumn(column.header(), column.field(), confidence);
    }
}
