package dev.assay.api.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that stands on a list. Who decided it stays inside the authority. */
public record ListEntryView(
        @Schema(description = "Number of the case") long id,

        @Schema(description = "Id of the list, such as serious-violation")
        String list,

        @Schema(description = "Name of the list, in Chinese")
        String listZh,

        @Schema(description = "Name of the list, in English")
        String listEn,

        @Schema(description = "What an entry means: adverse, favourable, or watch")
        String standing,

        @Schema(description = "Principal identity of the business, SCHEME:VALUE")
        String business,

        @Schema(description = "Name of the business; null where no source named it") @Nullable
        String name,

        @Schema(description = "Code of its division; null where not known") @Nullable
        String division,

        @Schema(
                description =
                        "The person whom a ban concerns, masked but for the first character; null for entries that concern the business")
        @Nullable
        String person,

        @Schema(description = "The conduct, in Chinese") String conductZh,

        @Schema(description = "The conduct, in English") String conductEn,

        @Schema(description = "Legal ground") String basis,

        @Schema(description = "True where the legal ground is not certain")
        boolean provisional,

        @Schema(description = "First day on the list, that of the decision")
        LocalDate listedOn,

        @Schema(description = "Day on which it was published")
        LocalDate publishedOn,

        @Schema(description = "Last day on the list; null for life") @Nullable
        LocalDate endsOn,

        @Schema(description = "True while an objection of the business is not decided")
        boolean underObjection,

        @Schema(description = "The business's own words, by right of reply; null where it has given none") @Nullable
        String reply,

        @Schema(description = "The joint punishment measures, or incentives, that follow from it")
        List<MeasureView> measures) {

    /** Copies the list. */
    public ListEntryView {
        measures = List.copyOf(measures);
    }
}
