package dev.assay.batch.feed;

import dev.assay.core.fact.Values;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a record told it, not yet assigned to a business of the store.
 *
 * @param kind the name of its kind
 * @param recordKey the record's own key within feed and kind
 * @param licence the licence number that it concerns, or null
 * @param aliasScheme the scheme of another identity of the business, or null
 * @param alias the other identity, or null
 * @param occurredOn the day on which it happened, or null for that of the other record, and else the file's as-at day
 * @param record the record that it belongs to, which has the business, the day, or both; or null
 * @param values the fields
 */
public record MappedFact(
        String kind,
        String recordKey,
        @Nullable String licence,
        @Nullable String aliasScheme,
        @Nullable String alias,
        @Nullable LocalDate occurredOn,
        @Nullable OtherRecord record,
        Values values) {}
