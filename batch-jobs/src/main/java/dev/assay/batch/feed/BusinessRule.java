package dev.assay.batch.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One way to find the business that a record speaks of. A feed lists several; the first whose cells are filled is taken. */
public sealed interface BusinessRule {

    /**
     * Whether an unknown business is added; otherwise the record goes to quarantine.
     *
     * @return true if it is
     */
    boolean creates();

    /**
     * By an identity.
     *
     * @param scheme the scheme
     * @param column the column's place
     * @param form what the cell must look like for this way to be taken; empty where any filled cell will do
     * @param check how the identity is checked
     * @param creates whether an unknown business is added
     */
    record ByIdentity(String scheme, int column, Optional<Pattern> form, Check check, boolean creates)
            implements BusinessRule {}

    /**
     * By the feed's own key, for natural persons and businesses without any code. The identity is of scheme {@code local}.
     *
     * @param columns the columns of the key, all of which must be filled
     * @param creates whether an unknown business is added
     */
    record ByOwnKey(List<Integer> columns, boolean creates) implements BusinessRule {

        /** Copies the list. */
        public ByOwnKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * By exact normalised name and address; never adds a business.
     *
     * @param name the column of the name
     * @param address the column of the address
     */
    record ByNameAndAddress(int name, int address) implements BusinessRule {

        @Override
        public boolean creates() {
            return false;
        }
    }

    /**
     * A way for some rows alone.
     *
     * @param column the column that tells which
     * @param values its values in those rows
     * @param rule the way
     */
    record OnlyIf(int column, Set<String> values, BusinessRule rule) implements BusinessRule {

        /** Copies the values. */
        public OnlyIf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean creates() {
            return rule.creates();
        }
    }

    /** How an identity is checked. */
    enum Check {
        /** Not at all. */
        NONE,
        /** As a unified social credit code; a wrong check refuses the row, a wrong inner check is a warning. */
        USCC,
        /** As a food licence number; a wrong form or check digit is a warning. */
        FOOD_LICENCE,
        /** As an old registration number; a wrong form refuses the row, a wrong check digit is a warning. */
        REGISTRATION_NO
    }
}
