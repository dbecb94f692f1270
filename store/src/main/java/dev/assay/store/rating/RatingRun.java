package dev.assay.store.rating;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run that rated.
 *
 * @param id the store's number
 * @param model the model's id
 * @param asOf the day for which it rated
 * @param full whether it looked at every subject, rather than at those that could have changed
 * @param state {@code STAGING}, {@code HELD}, {@code PUBLISHED} or {@code FAILED}
 * @param rated subjects looked at
 * @param changed ratings written because their content changed
 * @param startedAt when it started
 * @param publishedAt when its ratings became visible; null while they have not
 */
public record RatingRun(
        long id,
        String model,
        LocalDate asOf,
        boolean full,
        String state,
        long rated,
        long changed,
        Instant startedAt,
        @Nullable Instant publishedAt) {}
