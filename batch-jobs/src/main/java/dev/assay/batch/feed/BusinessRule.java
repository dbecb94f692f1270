package dev.assay.batch.feed;

/** One way to find the business that a record speaks of. A feed lists several; the first whose cells are filled is taken. */
public sealed interface BusinessRule {

    /**
     * By an identity.
     *
     * @param scheme the scheme
     * @param column the column's place
     * @param check how the identity is checked
     * @param creates whether an unknown business is added; otherwise the record goes to quarantine
     */
    record ByIdentity(String scheme, int column, Check check, boolean creates) implements BusinessRule {}

    /**
     * By exact normalised name and address; never adds a business.
     *
     * @param name the column of the name
     * @param address the column of the address
     */
    record ByNameAndAddress(int name, int address) implements BusinessRule {}

    /** How an identity is checked. */
    enum Check {
        /** Not at all. */
        NONE,
        /** As a unified social credit code; a wrong check refuses the row, a wrong inner check is a warning. */
        USCC,
        /** As a food licence number; a wrong form or check digit is a warning. */
        FOOD_LICENCE
    }
}
