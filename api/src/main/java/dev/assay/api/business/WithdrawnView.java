package dev.assay.api.business;

import dev.assay.core.fact.Vocabulary;
import dev.assay.store.history.FactRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A record of which no version stands any more. */
public record WithdrawnView(
        @Schema(description = "Kind, such as inspection") String kind,

        @Schema(description = "The record's own key within feed and kind")
        String key,

        @Schema(description = "Its versions, newest first") List<EarlierVersionView> versions) {

    /** Copies the list. */
    public WithdrawnView {
        versions = List.copyOf(versions);
    }

    static WithdrawnView of(FactRecord record, Vocabulary vocabulary) {
        return new WithdrawnView(record.kind(), record.key(), EarlierVersionView.of(record, vocabulary));
    }
}
