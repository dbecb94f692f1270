package dev.assay.batch.feed;

import dev.assay.core.identity.Identity;
import java.util.List;

/** How a mapped record names its business. */
public sealed interface FoundBusiness {

    /**
     * By identity.
     *
     * @param scheme the scheme
     * @param identity the checked identity
     * @param creates whether an unknown business is added
     */
    record ByIdentity(String scheme, String identity, boolean creates) implements FoundBusiness {}

    /**
     * By name and address.
     *
     * @param name the name as written
     * @param address the address as written
     */
    record ByNameAndAddress(String name, String address) implements FoundBusiness {}

    /**
     * By a record that is here already: its business.
     *
     * @param record that record
     */
    record OfRecord(OtherRecord record) implements FoundBusiness {}

    /**
     * By all that the record says, for the resolver.
     *
     * @param name the name as written; may be empty where an identity is given
     * @param address the address as written, or empty
     * @param division the division's code, or empty
     * @param identities the checked identities, in the order of the feed
     * @param own what the business is known by if it becomes a new one
     * @param below what becomes of the record if nothing is like it
     * @param thresholds id of the file of {@code config/matching}
     */
    record ByMatch(
            String name,
            String address,
            String division,
            List<Identity> identities,
            Identity own,
            BusinessRule.Below below,
            String thresholds)
            implements FoundBusiness {

        /** Copies the list. */
        public ByMatch {
            identities = List.copyOf(identities);
        }
    }
}
