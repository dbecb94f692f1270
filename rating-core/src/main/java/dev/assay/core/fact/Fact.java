package dev.assay.core.fact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an authority knows about a business, as one row of one source said it.
 *
 * @param id the store's number of this version of the record; a correction has a new one
 * @param kind the name of its kind, one of the {@link Vocabulary}
 * @param licence the number of the licence that it concerns, or null where it concerns the business as a whole
 * @param occurredOn the day on which it happened
 * @param knownOn the day on which its source made it known
 * @param recordedAt the instant at which we recorded it
 * @param source where it came from
 * @param values its fields
 */
public record Fact(
        long id,
        String kind,
        @Nullable String licence,
        LocalDate occurredOn,
        LocalDate knownOn,
        Instant recordedAt,
        Source source,
        Values values) {}
