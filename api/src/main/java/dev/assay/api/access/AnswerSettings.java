package dev.assay.api.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the ratings of a business are kept that everyone or partners ask for again and again.
 *
 * @param age how long after a change an answer of before may still be given; nought for never, at the price of a question to the database each time
 * @param room the most memory that kept answers take, about
 */
@ConfigurationProperties("assay.access.answers")
public record AnswerSettings(
        @DefaultValue("200ms") Duration age,
        @DefaultValue("32MB") DataSize room) {

    /** Checks the time. */
    public AnswerSettings {
        if (age.isNegative()) {
            throw new IllegalArgumentException(
                    "The setting assay.access.answers.age (%s) is before now.%nMaybe write 200ms.".formatted(age));
        }
    }
}
