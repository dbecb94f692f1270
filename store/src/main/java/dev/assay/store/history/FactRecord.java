package dev.assay.store.history;

import java.util.List;
import java.util.Optional;

/**
 * A record of a source with its versions.
 *
 * @param kind the kind of fact
 * @param feed the feed that knows the record
 * @param key the record's own key within feed and kind
 * @param versions at least one; the one that stands first, if any does, and then the newest first
 */
public record FactRecord(String kind, String feed, String key, List<FactVersion> versions) {

    /** Copies the list. */
    public FactRecord {
        versions = List.copyOf(versions);
    }

    /**
     * The version that stands.
     *
     * @return it, or empty if the record was retracted, or was corrected to a later day or another business
     */
    public Optional<FactVersion> findStanding() {
        return versions.stream().filter(version -> version.closing() == null).findFirst();
    }

    /**
     * The versions that do not stand.
     *
     * @return them, newest first
     */
    public List<FactVersion> earlier() {
        return versions.stream().filter(version -> version.closing() != null).toList();
    }
}
