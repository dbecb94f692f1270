package dev.assay.store.prediction;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What one training gave.
 *
 * @param id its number
 * @param prediction the id of its definition
 * @param version the version of its definition
 * @param until the last day whose inspections were learned from
 * @param digest SHA-256 of its text, hexadecimal
 * @param trainedAt when it was trained last
 */
public record StoredTraining(
        int id, String prediction, String version, LocalDate until, String digest, Instant trainedAt) {}
