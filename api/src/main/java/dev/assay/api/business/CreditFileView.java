package dev.assay.api.business;

import dev.assay.api.intake.SilentFeedView;
import dev.assay.core.fact.Vocabulary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit file, or a part of a long one. */
public record CreditFileView(
        @Schema(description = "Principal identity of the business, SCHEME:VALUE")
        String business,

        @Schema(description = "What it was called then; null where no source had named it") @Nullable
        String name,

        @Schema(description = "Everything by which it is known today, SCHEME:VALUE")
        List<String> identities,

        @Schema(description = "Its names, whether it is closed, and who was there before it and after it")
        LifeView life,

        @Schema(description = "Facts that happened up to and including this day")
        LocalDate asOf,

        @Schema(description = "What had been recorded by this instant")
        Instant knownAt,

        @Schema(
                description =
                        "Feeds that the file rests on and that were silent on its day, so that something newer may be missing")
        List<SilentFeedView> silentFeeds,

        @Schema(description = "The kinds of fact in the whole file, with counts and the names of their fields")
        List<KindView> kinds,

        @Schema(description = "The facts that stand, by kind, the newest first")
        List<FactView> facts,

        @Schema(description = "The records of which no version stands any more, after all facts, likewise in order")
        List<WithdrawnView> withdrawn,

        @Schema(description = "Cursor of the next part; null on the last") @Nullable
        String next,

        @Schema(description = "Address of the next part; null on the last") @Nullable
        String nextPage) {

    /** Copies the lists. */
    public CreditFileView {
        identities = List.copyOf(identities);
        silentFeeds = List.copyOf(silentFeeds);
        kinds = List.copyOf(kinds);
        facts = List.copyOf(facts);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * The view of a part.
     *
     * @param part the part
     * @param vocabulary the kinds of fact that there are
     * @param next cursor of the next part; null on the last
     * @param nextPage its address; null on the last
     * @return the view
     */
    public static CreditFileView of(
            FilePart part, Vocabulary vocabulary, @Nullable String next, @Nullable String nextPage) {
        return new CreditFileView(
                part.business().identity().toString(),
                part.name(),
                part.identities().stream().map(Object::toString).toList(),
                part.life(),
                part.cut().asOf(),
                part.cut().knownAt(),
                part.silentFeeds().stream().map(SilentFeedView::of).toList(),
                part.tallies().stream()
                        .map(tally -> KindView.of(tally, vocabulary))
                        .toList(),
                part.records().stream()
                        .flatMap(record -> record.findStanding().stream()
                                .map(standing -> FactView.of(record, standing, part.procedures(), vocabulary)))
                        .toList(),
                part.records().stream()
                        .filter(record -> record.findStanding().isEmpty())
                        .map(record -> WithdrawnView.of(record, vocabulary))
                        .toList(),
                next,
                nextPage);
    }
}
