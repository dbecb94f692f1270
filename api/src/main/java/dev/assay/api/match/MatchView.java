package dev.assay.api.match;

import dev.assay.batch.matching.MatchScore;
import dev.assay.batch.matching.Resolution;
import dev.assay.batch.matching.Resolution.Scored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose name it is. */
public record MatchView(
        @Schema(
                description =
                        "match: it is the first candidate; review: a person has to look; none: it is no business of the register")
        String decision,

        @Schema(
                description =
                        "On what a match rests: identity, licence, registration_number or name; null unless it is one")
        @Nullable
        String evidence,

        @Schema(
                description =
                        "Why a person has to look: not_sure, ambiguous or identities_disagree; null unless one has to")
        @Nullable
        String doubt,

        @Schema(
                description =
                        "The candidates, best first: of a match the one; of a review those between which to choose; of none the nearest, all too unlike")
        List<Found> candidates) {

    private static final int PLACES = 4;

    /** Copies the list. */
    public MatchView {
        candidates = List.copyOf(candidates);
    }

    /** A business that may be meant. */
    public record Found(
            @Schema(description = "Principal identity, SCHEME:VALUE")
            String identity,

            @Schema(description = "Name; empty where no source named it")
            String name,

            @Schema(description = "Code of the division; empty where not known")
            String division,

            @Schema(description = "Address; empty where not known")
            String address,

            @Schema(description = "0 to 1; 1 without parts where an identity says so")
            BigDecimal score,

            @Schema(
                    description =
                            "What the score is at least because the question only says less; 0 where that is not so")
            BigDecimal floor,

            @Schema(description = "The parts of the score, whose weighted mean it is")
            List<Part> parts,

            @Schema(description = "What keeps the score down whatever the parts say")
            List<Limit> limits) {

        /** Copies the lists. */
        public Found {
            parts = List.copyOf(parts);
            limits = List.copyOf(limits);
        }

        private static Found of(Scored scored) {
            MatchScore score = scored.score();
            return new Found(
                    scored.candidate().identity().toString(),
                    scored.candidate().name(),
                    scored.candidate().division(),
                    scored.candidate().address(),
                    rounded(score.value()),
                    rounded(score.floor()),
                    score.parts().stream()
                            .map(part -> new Part(
                                    code(part.kind()),
                                    part.asked(),
                                    part.found(),
                                    rounded(part.likeness()),
                                    rounded(part.weight())))
                            .toList(),
                    score.limits().stream()
                            .map(limit -> new Limit(code(limit.reason()), rounded(limit.most())))
                            .toList());
        }
    }

    /** A part of a score. */
    public record Part(
            @Schema(description = "Which part, such as trade_name")
            String kind,

            @Schema(description = "What was asked") String asked,
            @Schema(description = "What the candidate has") String found,
            @Schema(description = "0 to 1") BigDecimal likeness,
            @Schema(description = "Its weight in the mean") BigDecimal weight) {}

    /** An upper limit of a score. */
    public record Limit(
            @Schema(description = "Why, such as other_branch")
            String reason,

            @Schema(description = "The most that the score may be")
            BigDecimal most) {}

    static MatchView of(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Matched(Scored business, Resolution.Evidence evidence) ->
                new MatchView(code(resolution.decision()), code(evidence), null, List.of(Found.of(business)));
            case Resolution.Review(List<Scored> candidates, Resolution.Doubt doubt) ->
                new MatchView(
                        code(resolution.decision()),
                        null,
                        code(doubt),
                        candidates.stream().map(Found::of).toList());
            case Resolution.Unknown(List<Scored> nearest) ->
                new MatchView(
                        code(resolution.decision()),
                        null,
                        null,
                        nearest.stream().map(Found::of).toList());
        };
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
