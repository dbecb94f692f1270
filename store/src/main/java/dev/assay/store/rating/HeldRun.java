package dev.assay.store.rating;

import dev.assay.core.adoption.Brake;
import dev.assay.core.adoption.Turnover;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A run whose grades wait for a person.
 *
 * @param id the run's number
 * @param model the model's id
 * @param version the model's version as its file names it
 * @param asOf the day for which it rated
 * @param startedAt when it started
 * @param rated subjects looked at
 * @param turnover how many grades it would change
 * @param brake the limits that it went beyond
 * @param otherVersion whether the ratings that stand were made by another version of the model
 */
public record HeldRun(
        long id,
        String model,
        String version,
        LocalDate asOf,
        Instant startedAt,
        long rated,
        Turnover turnover,
        Brake brake,
        boolean otherVersion) {}
