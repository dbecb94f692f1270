package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.business.FieldText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as the console prints them, the same in both languages. */
public class Print {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(AuthorityClock.ZONE);

    /**
     * A count.
     *
     * @param count the number
     * @return it with separators, such as {@code 12,345}
     */
    public String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * A decimal.
     *
     * @param decimal the number, or null
     * @return it without zeros at its end; a dash for null
     */
    public String decimal(@Nullable BigDecimal decimal) {
        if (decimal == null) {
            return "–";
        }
        return FieldText.decimal(decimal);
    }

    /**
     * A difference.
     *
     * @param difference the number
     * @return it with its sign, such as {@code +12} or {@code -3.5}
     */
    public String signed(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + decimal(difference);
    }

    /**
     * A share.
     *
     * @param share the share, 0 to 1, or null
     * @return it in percent, such as {@code 98.5 %}; a dash for null
     */
    public String share(@Nullable BigDecimal share) {
        return share == null ? "–" : decimal(share.movePointRight(2)) + " %";
    }

    /**
     * An instant, to the minute.
     *
     * @param instant the instant, or null
     * @return it at the authority's place, such as {@code 2026-11-22 08:05}; a dash for null
     */
    public String minute(@Nullable Instant instant) {
        return instant == null ? "–" : MINUTE.format(instant);
    }

    /**
     * A day, or anything else that may be missing.
     *
     * @param value the value, or null
     * @return its text; a dash for null
     */
    public String orDash(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "–" : value.toString();
    }

    /**
     * A duration.
     *
     * @param duration the duration, or null
     * @return such as {@code 1:02:03} or {@code 3.2 s}; a dash for null
     */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return "–";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, java.math.RoundingMode.HALF_UP) + " s";
        }
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
