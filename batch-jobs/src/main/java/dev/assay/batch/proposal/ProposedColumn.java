package dev.assay.batch.proposal;

import org.jspecify.annotations.Nullable;

/**
 * What a column is proposed to be.
 *
 * @param header its header, as it stands in the file
 * @param field the canonical field, or null where it is unknown
 * @param confidence how sure the proposal is, from 0 to 1; 0 where the field is unknown
 */
public record ProposedColumn(String header, @Nullable String field, double confidence) {

    /** Checks the range. */
    public ProposedColumn {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("The confidence (" + confidence + ") is not between 0 and 1");
        }
    }

    static ProposedColumn unknown(String header) {
        return new ProposedColumn(header, null, 0);
    }
}
