package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rating's digest: SHA-256 over a text of lines, with the model, the engine, the subject, the result, each rule that applied,
 * and each fact used (kind, licence, day, fields). The facts' numbers in the store, their files and the days of recording stay
 * outside, so that the same record taken in twice gives the same digest.
 */
final class DigestWriter {

    private static final int USUAL_LENGTH = 2048;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    private DigestWriter() {}

    static String digest(Rating rating, Explanation explanation, String modelDigest, List<Fact> facts) {
        DigestWriter writer = new DigestWriter();
        writer.line(modelDigest, rating.engineVersion(), rating.subject());
        writer.line(rating.state(), rating.score(), rating.computedGrade(), rating.grade());
        writer.line(
                rating.effectiveFrom(), rating.inspectionsPerYear(), rating.nextInspectionDue(), rating.validUntil());
        writer.line(explanation.reason().rule());
        for (Explanation.Indicator indicator : explanation.indicators()) {
            writer.line(indicator.finding().rule(), indicator.points());
        }
        for (Explanation.Input input : explanation.inputs()) {
            writer.line(input.id(), input.analysis().rating().digest());
        }
        for (Explanation.Adjustment adjustment : explanation.adjustments()) {
            writer.line(adjustment.finding().rule(), adjustment.from(), adjustment.to());
        }
        facts.forEach(writer::fact);
        return writer.digest();
    }

    private void line(@Nullable Object... parts) {
        for (Object part : parts) {
            text.append(part).append('\t');
        }
        text.append('\n');
    }

    private void fact(Fact fact) {
        line(fact.kind(), fact.licence(), fact.occurredOn());
        values(fact.values());
        text.append('\n');
    }

    private void values(Values values) {
        text.append('{');
        for (Map.Entry<String, Object> field : values.fields().entrySet()) {
            text.append(field.getKey()).append('=');
            value(field.getValue());
            text.append('\t');
        }
        text.append('}');
    }

    private void value(Object value) {
        switch (value) {
            case Values values -> values(values);
            case BigDecimal number -> text.append(number.stripTrailingZeros().toPlainString());
            case List<?> list -> list.forEach(this::value);
            default -> text.append(value);
        }
        text.append(';');
    }

    private String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
