package dev.assay.batch.proposal;

import dev.assay.core.text.Bilingual;
import java.util.List;

/** A proposal for each column of a sheet. */
public final class MappingProposal {

    private final HeaderVocabulary vocabulary;
    private final List<ProposedColumn> columns;

    MappingProposal(HeaderVocabulary vocabulary, List<ProposedColumn> columns) {
        this.vocabulary = vocabulary;
        this.columns = List.copyOf(columns);
    }

    /**
     * The columns.
     *
     * @return a proposal for each, in the order of the sheet
     */
    public List<ProposedColumn> columns() {
        return columns;
    }

    /**
     * What a column is proposed to be, for people.
     *
     * @param column one of the columns
     * @return the field's title, or that it is unknown
     */
    public Bilingual title(ProposedColumn column) {
        return column.field() == null
                ? Bilingual.of("未知", "unknown")
                : field(column.field()).title();
    }

    /**
     * A feed definition to complete: the columns as they stand in the sheet, those that are known mapped to fields of a fact.
     *
     * @return YAML in the language of {@code docs/feeds.md}
     */
    public String skeleton() {
        return FeedSkeleton.of(this);
    }

    /** How much of the sheet the vocabulary understands. */
    double confidence() {
        return columns.stream().mapToDouble(ProposedColumn::confidence).sum();
    }

    /** The kind of fact that the rows become. */
    String kind() {
        return vocabulary.kind();
    }

    /** A field that was proposed; the vocabulary has it. */
    CanonicalField field(String name) {
        return vocabulary
                .findField(name)
                .orElseThrow(() -> new IllegalStateException("The field (" + name + ") was checked when it was read"));
    }
}
