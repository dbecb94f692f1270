package dev.assay.store.review;

import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.util.List;

/**
 * A business that may be meant, as the resolver scored it.
 *
 * @param identity its principal identity, SCHEME:VALUE
 * @param name its name; empty where no source named it
 * @param address its address; empty where not known
 * @param division the code of its division; empty where not known
 * @param score 0 to 1, four decimals
 * @param floor what the score is at least because the question only says less; 0 where that is not so
 * @param parts the parts of the score, whose weighted mean it is
 * @param limits what keeps the score down whatever the parts say
 */
public record NameCandidate(
        String identity,
        String name,
        String address,
        String division,
        BigDecimal score,
        BigDecimal floor,
        List<Part> parts,
        List<Limit> limits) {

    /** Copies the lists. */
    public NameCandidate {
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
    }

    /**
     * A part of a score.
     *
     * @param kind which part
     * @param asked what the question says
     * @param found what the candidate has
     * @param likeness 0 to 1
     * @param weight its weight in the mean
     */
    public record Part(String kind, String asked, String found, BigDecimal likeness, BigDecimal weight) {}

    /**
     * An upper limit of a score.
     *
     * @param reason why
     * @param most the most that the score may be
     */
    public record Limit(String reason, BigDecimal most) {}

    static NameCandidate of(Values values) {
        return new NameCandidate(
                text(values, "identity"),
                text(values, "name"),
                text(values, "address"),
                text(values, "division"),
                number(values, "score"),
                number(values, "floor"),
                values.getItems("parts").stream()
                        .map(part -> new Part(
                                text(part, "kind"),
                                text(part, "asked"),
                                text(part, "found"),
                                number(part, "likeness"),
                                number(part, "weight")))
                        .toList(),
                values.getItems("limits").stream()
                        .map(limit -> new Limit(text(limit, "reason"), number(limit, "most")))
                        .toList());
    }

    private static String text(Values values, String field) {
        return values.findText(field).orElse("");
    }

    private static BigDecimal number(Values values, String field) {
        return values.findDecimal(field).orElse(BigDecimal.ZERO);
    }
}
