package dev.assay.core.work;

import java.util.Locale;

/** In which way a business is inspected (Order 49 articles 2, 53). */
public enum VisitWay {
    /** Routine inspection 日常检查. */
    ROUTINE,
    /** Some items, or some businesses, for a reason 专项检查. */
    FOCUSED,
    /** Inspection of the whole system 体系检查. */
    SYSTEM,
    /** Unannounced 飞行检查: its items follow from what it looks for. */
    UNANNOUNCED;

    /**
     * As facts name it.
     *
     * @return the word, such as {@code unannounced}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
