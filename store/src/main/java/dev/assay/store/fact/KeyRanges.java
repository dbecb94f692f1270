package dev.assay.store.fact;

import dev.assay.store.database.Database;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

/** Splits the businesses into ranges of about equal size, one for each partition of a job. */
public final class KeyRanges {

    private KeyRanges() {}

    /**
     * Ranges without gaps from the first business's key to the last one's, each with the same number of businesses, give or take one. The
     * server walks once over the keys; of the businesses nothing else is read.
     *
     * @param database the database
     * @param count how many ranges at most, at least 1
     * @return the ranges in order; fewer if there are fewer businesses, none if there is none
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static List<KeyRange> split(Database database, int count) {
        return split(database.dsl(), "business", count);
    }

    /** The same over the keys of other rows: a table, and which of its rows. */
    static List<KeyRange> split(DSLContext dsl, String rows, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "The number of ranges (%d) is less than one.%nMaybe use the number of threads.".formatted(count));
        }
        List<KeyRange> ranges = new ArrayList<>();
        long from = 0;
        for (Record1<Long> last : dsl.resultQuery("""
                        SELECT MAX(business_key) AS last_key
                        FROM (SELECT business_key, NTILE(%d) OVER (ORDER BY business_key) AS part FROM %s) AS keyed
                        GROUP BY part
                        ORDER BY part
                        """.formatted(count, rows))
                .coerce(org.jooq.impl.DSL.field("last_key", Long.class))
                .fetch()) {
            ranges.add(new KeyRange(from, last.value1()));
            from = last.value1() + 1;
        }
        return List.copyOf(ranges);
    }
}
