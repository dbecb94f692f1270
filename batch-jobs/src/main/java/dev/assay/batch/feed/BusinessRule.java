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
     * @param part a pattern whose one group is the part of the cell that is the identity; empty where it is the whole cell
     * @param prefix what stands before that in the identity, perhaps nothing
     * @param check how the identity is checked
     * @param creates whether an unknown business is added
     */
    record ByIdentity(
            String scheme,
            int column,
            Optional<Pattern> form,
            Optional<Pattern> part,
            String prefix,
            Check check,
            boolean creates)
            implements BusinessRule {}

    /**
     * Always the same, for facts that concern a whole city or country and nobody in it alone.
     *
     * @param scheme the scheme
     * @param identity the identity
     * @param creates whether it is added if it is not known
     */
    record Constant(String scheme, String identity, boolean creates) implements BusinessRule {}

    /**
     * By an identity of the scheme that the row names; never adds a business.
     *
     * @param scheme the column of the scheme
     * @param identity the column of the identity
     */
    record ByKnownIdentity(int scheme, int identity) implements BusinessRule {

        @Override
        public boolean creates() {
            return false;
        }
    }

    /**
     * By the record of another feed that the row names; never adds a business.
     *
     * @param record that record
     */
    record OfRecord(RecordRule record) implements BusinessRule {

        @Override
        public boolean creates() {
            return false;
        }
    }

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
     * By what the record says of its business: identities in their stated order, then the name with address and division, by the resolver.
     *
     * @param name the name; a row without it is of this way only if one of the identities is filled
     * @param address the address; empty where the feed tells none
     * @param division the division's code; empty where the feed tells none
     * @param identities identities, of which those that are known go before the name
     * @param below what becomes of a record whose business nothing is like
     * @param thresholds id of the file of {@code config/matching} that says how sure the resolver must be
     */
    record ByMatch(
            CellSource name,
            Optional<CellSource> address,
            Optional<CellSource> division,
            List<ByIdentity> identities,
            Below below,
            String thresholds)
            implements BusinessRule {

        /** Copies the list. */
        public ByMatch {
            identities = List.copyOf(identities);
        }

        /** Not surely: a record may be for a person to decide. */
        @Override
        public boolean creates() {
            return false;
        }
    }

    /** What becomes of a record whose business nothing is like. */
    enum Below {
        /** It goes to quarantine. */
        QUARANTINE,
        /** Its business is added. */
        NEW,
        /** It is left out, as one that does not concern whoever keeps these files. */
        LEAVE_OUT
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
