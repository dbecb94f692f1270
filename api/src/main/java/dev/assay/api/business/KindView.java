package dev.assay.api.business;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.history.KindTally;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A kind of fact in a credit file: how much there is of it, and what its fields are called. */
public record KindView(
        @Schema(description = "Kind, such as inspection") String kind,

        @Schema(description = "Its name") TitleView title,

        @Schema(description = "Records of which a version stands")
        long standing,

        @Schema(description = "Records of which none stands any more")
        long withdrawn,

        @Schema(description = "Versions of both together") long versions,

        @Schema(description = "Its fields, in the order in which people read them")
        List<FieldView> fields) {

    /** Copies the list. */
    public KindView {
        fields = List.copyOf(fields);
    }

    static KindView of(KindTally tally, Vocabulary vocabulary) {
        String kind = tally.kind();
        return new KindView(
                kind,
                vocabulary
                        .findByName(kind)
                        .map(known -> TitleView.of(known.title()))
                        .orElse(new TitleView(kind, kind)),
                tally.standing(),
                tally.withdrawn(),
                tally.versions(),
                vocabulary.findByName(kind).map(FactKind::fields).orElse(List.of()).stream()
                        .map(FieldView::of)
                        .toList());
    }
}
