package dev.assay.api.review;

import dev.assay.store.review.NameCandidate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** A business that may be meant, with its score part by part. */
public record NameCandidateView(
        @Schema(description = "Principal identity, SCHEME:VALUE")
        String identity,

        @Schema(description = "Name; empty where no source named it")
        String name,

        @Schema(description = "Address; empty where not known")
        String address,

        @Schema(description = "Code of the division; empty where not known")
        String division,

        @Schema(description = "0 to 1") BigDecimal score,

        @Schema(description = "What the score is at least because the question only says less; 0 where that is not so")
        BigDecimal floor,

        @Schema(description = "The parts of the score, whose weighted mean it is")
        List<Part> parts,

        @Schema(description = "What keeps the score down whatever the parts say")
        List<Limit> limits) {

    /** Copies the lists. */
    public NameCandidateView {
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
    }

    /** A part of a score. */
    public record Part(
            @Schema(description = "Which part") String kind,
            @Schema(description = "What the question says") String asked,
            @Schema(description = "What the candidate has") String found,
            @Schema(description = "0 to 1") BigDecimal likeness,
            @Schema(description = "Its weight in the mean") BigDecimal weight) {}

    /** An upper limit of a score. */
    public record Limit(
            @Schema(description = "Why") String reason,

            @Schema(description = "The most that the score may be")
            BigDecimal most) {}

    static NameCandidateView of(NameCandidate candidate) {
        return new NameCandidateView(
                candidate.identity(),
                candidate.name(),
                candidate.address(),
                candidate.division(),
                candidate.score(),
                candidate.floor(),
                candidate.parts().stream()
                        .map(part -> new Part(part.kind(), part.asked(), part.found(), part.likeness(), part.weight()))
                        .toList(),
                candidate.limits().stream()
                        .map(limit -> new Limit(limit.reason(), limit.most()))
                        .toList());
    }
}
