package dev.assay.store.fact;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where credit files are cut.
 *
 * @param asOf the day: facts that happened up to and including it
 * @param knownAt the instant: the versions of facts that stood at it
 */
public record Cut(LocalDate asOf, Instant knownAt) {}
