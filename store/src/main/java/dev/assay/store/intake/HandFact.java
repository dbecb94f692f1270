package dev.assay.store.intake;

import dev.assay.core.fact.Values;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a person tells it.
 *
 * @param kind its kind
 * @param licence the number of the licence that it concerns, or null
 * @param occurredOn when it happened
 * @param values its fields
 */
public record HandFact(String kind, @Nullable String licence, LocalDate occurredOn, Values values) {}
