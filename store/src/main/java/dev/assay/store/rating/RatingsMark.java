package dev.assay.store.rating;

import java.util.Objects;
import org.jooq.DSLContext;

/**
 * A mark that is another one whenever something was committed on which the published ratings of a business rest: a run of ratings, an import (which
 * may give a business another identity or name), a merge of businesses or its end, and whatever else a person decided, which is in the audit log.
 * Each of them commits its row in the transaction of what it changes, so that nobody sees the one without the other.
 */
public final class RatingsMark {

    private static final String SQL = """
            SELECT CONCAT_WS(' ',
              (SELECT COUNT(*) FROM rating_run WHERE state = 'PUBLISHED'),
              (SELECT MAX(recorded_at) FROM import_run),
              (SELECT entry_no FROM audit_head),
              (SELECT COALESCE(MAX(link_id), 0) FROM business_link),
              (SELECT MAX(unlinked_at) FROM business_link))""";

    private final DSLContext dsl;

    /**
     * The mark of a database.
     *
     * @param dsl the database
     */
    public RatingsMark(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The mark as it is now.
     *
     * @return it; says nothing but whether it is the same as another one
     */
    public String read() {
        // The server calls text and times in one line binary.
        return Objects.requireNonNull(dsl.resultQuery(SQL).fetchSingle(0, String.class));
    }
}
