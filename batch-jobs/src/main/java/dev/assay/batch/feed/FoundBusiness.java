package dev.assay.batch.feed;

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
}
