package dev.assay.core.sampling;

import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A step that was taken after a failed sample.
 *
 * @param kind which
 * @param on the day on which it was taken
 */
public record SamplingStep(Kind kind, LocalDate on) {

    /** The steps, in the order in which they are usual. */
    public enum Kind {
        /** The failure was reported. */
        REPORTED("报告", "report"),
        /** The result was served on the business. */
        SERVED("送达", "service"),
        /** A re-test was applied for. */
        RETEST("申请复检", "application for a re-test"),
        /** An objection was raised. */
        OBJECTION("提出异议", "objection"),
        /** The failure was confirmed. */
        CONFIRMED("确认不合格", "confirmation"),
        /** The failure was found not to hold. */
        OVERTURNED("认定合格（推翻）", "overturning"),
        /** The authority dealt with it. */
        DISPOSED("核查处置完毕", "disposal");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * Its name in facts.
         *
         * @return such as {@code served}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Its name for people.
         *
         * @return the name
         */
        public Bilingual title() {
            return Bilingual.of(zh, en);
        }

        /**
         * A step by its name in facts.
         *
         * @param code such as {@code served}
         * @return the step, or empty if there is none of that name
         */
        public static Optional<Kind> find(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
