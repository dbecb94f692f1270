package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rating's digest: SHA-256 over a text of lines, with the model, the engine, the subject, the result, each rule that applied,
 * and each fact used (kind, licence, day, fields). The facts' numbers in the store, their files and the days of recording stay
 * outside, so that the same record taken in twice gives the same digest.
 *
 * <p>The text is written in UTF-8 into a buffer that each thread keeps. What stands in it, down to the word {@code null}, is part of every
 * rating that was ever stored: it changes only with {@link RatingEngine#VERSION}.
 */
final class DigestWriter {

    private static final int USUAL_LENGTH = 4096;

    /** A larger buffer is not kept. */
    private static final int MOST_KEPT = 1 << 20;

    private static final ThreadLocal<DigestWriter> OF_THREAD = ThreadLocal.withInitial(DigestWriter::new);

    private static final int LAST_OF_ONE_BYTE = 0x7F;
    private static final int LAST_OF_TWO_BYTES = 0x7FF;
    private static final int MOST_DIGITS = 20;
    private static final int FIRST_OF_FOUR_DIGITS = 1000;
    private static final int LAST_OF_FOUR_DIGITS = 9999;

    private final MessageDigest sha256 = sha256();
    private byte[] text = new byte[USUAL_LENGTH];
    private int length;

    private DigestWriter() {}

    static String digest(Rating rating, Explanation explanation, String modelDigest, List<Fact> facts) {
        DigestWriter writer = OF_THREAD.get();
        writer.length = 0;
        writer.part(modelDigest).part(rating.engineVersion()).subject(rating.subject());
        writer.line();
        writer.part(rating.state().toString()).part(rating.score());
        writer.part(rating.computedGrade()).part(rating.grade()).line();
        writer.part(rating.effectiveFrom()).part(rating.inspectionsPerYear());
        writer.part(rating.nextInspectionDue()).part(rating.validUntil()).line();
        writer.part(explanation.reason().rule()).line();
        for (Explanation.Indicator indicator : explanation.indicators()) {
            writer.part(indicator.finding().rule()).part(indicator.points()).line();
        }
        for (Explanation.Input input : explanation.inputs()) {
            writer.part(input.id()).part(input.analysis().rating().digest()).line();
        }
        for (Explanation.Adjustment adjustment : explanation.adjustments()) {
            writer.part(adjustment.finding().rule()).part(adjustment.from());
            writer.part(adjustment.to()).line();
        }
        for (Fact fact : facts) {
            writer.fact(fact);
        }
        return writer.digest();
    }

    private DigestWriter part(@Nullable String part) {
        text(part == null ? "null" : part);
        return tab();
    }

    private DigestWriter part(@Nullable BigDecimal part) {
        if (part != null && part.scale() == 0 && part.precision() < MOST_DIGITS - 1) {
            number(part.longValue());
        } else {
            text(String.valueOf(part));
        }
        return tab();
    }

    private DigestWriter part(@Nullable LocalDate part) {
        if (part == null || part.getYear() < FIRST_OF_FOUR_DIGITS || part.getYear() > LAST_OF_FOUR_DIGITS) {
            text(String.valueOf(part));
        } else {
            number(part.getYear());
            put('-');
            twoDigits(part.getMonthValue());
            put('-');
            twoDigits(part.getDayOfMonth());
        }
        return tab();
    }

    private void twoDigits(int number) {
        put((char) ('0' + number / 10));
        put((char) ('0' + number % 10));
    }

    /** As its record writes itself. */
    private void subject(Subject subject) {
        text("Subject[business=");
        identity(subject.business());
        text(", identity=");
        identity(subject.identity());
        text(", sector=");
        text(subject.sector().toString());
        text("]");
        tab();
    }

    private void identity(Identity identity) {
        text(identity.scheme());
        put(':');
        text(identity.value());
    }

    private DigestWriter tab() {
        put('\t');
        return this;
    }

    private void line() {
        put('\n');
    }

    private void fact(Fact fact) {
        part(fact.kind()).part(fact.licence()).part(fact.occurredOn()).line();
        values(fact.values());
        line();
    }

    private void values(Values values) {
        put('{');
        values.fields().forEach(this::field);
        put('}');
    }

    private void field(String name, Object value) {
        text(name);
        put('=');
        value(value);
        put('\t');
    }

    private void value(Object value) {
        switch (value) {
            case Values values -> values(values);
            case String string -> text(string);
            case BigDecimal number -> decimal(number);
            case List<?> list -> {
                for (Object element : list) {
                    value(element);
                }
            }
            default -> text(value.toString());
        }
        put(';');
    }

    private void decimal(BigDecimal number) {
        if (number.scale() == 0 && number.precision() < MOST_DIGITS - 1) {
            number(number.longValue());
        } else {
            text(number.stripTrailingZeros().toPlainString());
        }
    }

    private void number(long number) {
        if (number < 0) {
            text(Long.toString(number));
            return;
        }
        room(MOST_DIGITS);
        int end = length + 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            end++;
        }
        length = end;
        long rest = number;
        do {
            text[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void put(char c) {
        room(1);
        text[length++] = (byte) c;
    }

    /** In UTF-8, a half of a surrogate pair as a question mark. */
    private void text(String string) {
        int count = string.length();
        room(3 * count);
        byte[] to = text;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = string.charAt(i);
            if (c <= LAST_OF_ONE_BYTE) {
                to[at++] = (byte) c;
            } else if (c <= LAST_OF_TWO_BYTES) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = continuation(c);
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xE0 | (c >> 12));
                to[at++] = continuation(c >> 6);
                to[at++] = continuation(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < count
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                int point = Character.toCodePoint(c, string.charAt(++i));
                to[at++] = (byte) (0xF0 | (point >> 18));
                to[at++] = continuation(point >> 12);
                to[at++] = continuation(point >> 6);
                to[at++] = continuation(point);
            } else {
                to[at++] = '?';
            }
        }
        length = at;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void room(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
        }
    }

    private String digest() {
        sha256.update(text, 0, length);
        if (text.length > MOST_KEPT) {
            text = new byte[USUAL_LENGTH];
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
