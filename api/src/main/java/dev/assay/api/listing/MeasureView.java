package dev.assay.api.listing;

import dev.assay.core.listing.MeasureCatalogue.Measure;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A measure that follows from an entry. */
public record MeasureView(
        @Schema(description = "Id in the catalogue") String id,

        @Schema(description = "What is done, in Chinese") String titleZh,

        @Schema(description = "What is done, in English") String titleEn,

        @Schema(description = "Who may do it: duty of public bodies by law, management by public bodies, or market")
        String category,

        @Schema(description = "Who does it, in Chinese") String agencyZh,

        @Schema(description = "Who does it, in English") String agencyEn,

        @Schema(description = "Whom it can strike: organisation, individual-business, person")
        List<String> subjects,

        @Schema(description = "Legal ground") String basis,

        @Schema(description = "True where the legal ground is not certain")
        boolean provisional) {

    /** Copies the list. */
    public MeasureView {
        subjects = List.copyOf(subjects);
    }

    /**
     * The view of a measure.
     *
     * @param measure the measure
     * @return its view
     */
    public static MeasureView of(Measure measure) {
        return new MeasureView(
                measure.id(),
                measure.title().zh(),
                measure.title().en(),
                measure.category(),
                measure.agency().zh(),
                measure.agency().en(),
                measure.subjects(),
                measure.basis().citation(),
                measure.basis().provisional());
    }
}
