package dev.assay.store.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact read from a file, before it is visible.
 *
 * @param line the first line of its record
 * @param place its place among the record's facts, 0 to 15
 * @param sourceRows how many source rows make up the record
 * @param kind its kind
 * @param creates whether it adds its business if that is not known; true for one fact of a record at most
 * @param identitySeen whether an earlier row of the file may have named the same business
 * @param keySeen whether an earlier row of the file may have had the same record key
 * @param business how its business is found
 * @param aliasScheme the scheme of another identity of the business, or null
 * @param alias the other identity, or null
 * @param licence the licence that it concerns, or null
 * @param description what it says of the business, where it is a business description, else null
 * @param recordKey the record's own key
 * @param occurredOn when it happened, or null for the day of the other record, and else the file's as-at day
 * @param record the record of another feed that it belongs to, or null; a business description belongs to none
 * @param content its fields, as {@link dev.assay.store.fact.FactJson} writes them
 */
public record StagedFact(
        long line,
        int place,
        int sourceRows,
        String kind,
        boolean creates,
        boolean identitySeen,
        boolean keySeen,
        Finding business,
        @Nullable String aliasScheme,
        @Nullable String alias,
        @Nullable String licence,
        @Nullable Description description,
        String recordKey,
        @Nullable LocalDate occurredOn,
        @Nullable OtherRecord record,
        String content) {

    /** How a business is found. */
    public sealed interface Finding {}

    /**
     * By identity.
     *
     * @param scheme the scheme
     * @param value the identity
     */
    public record ByIdentity(String scheme, String value) implements Finding {}

    /**
     * By the matching keys of name and address.
     *
     * @param name the name as written
     * @param nameKey its key
     * @param address the address as written
     * @param addressKey its key
     */
    public record ByNameAndAddress(String name, String nameKey, String address, String addressKey) implements Finding {}

    /** By the record that the fact belongs to. */
    public record ByRecord() implements Finding {}

    /**
     * A record of another feed that is here already.
     *
     * @param feed the feed's id
     * @param kind the kind of its fact
     * @param key its own key
     */
    public record OtherRecord(String feed, String kind, String key) {}

    /**
     * By a name of which {@link StagedName} tells more.
     *
     * @param asked the name with its keys, and the division
     * @param added whether the business is added; otherwise no other identity is learned, for a name is no proof of a number
     */
    public record ByName(Description asked, boolean added) implements Finding {}

    /**
     * What the table of businesses keeps of a description, for lists and searches.
     *
     * @param name the name
     * @param nameKey its matching key
     * @param address the address
     * @param addressKey its matching key
     * @param division the division's code
     * @param sector the sector's code
     * @param subjectClass the class of subject
     */
    public record Description(
            @Nullable String name,
            @Nullable String nameKey,
            @Nullable String address,
            @Nullable String addressKey,
            @Nullable String division,
            @Nullable String sector,
            @Nullable String subjectClass) {}
}
