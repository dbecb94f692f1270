package dev.assay.store.intake;

/** The statements that keep the numbers of identity documents of the facts that are taken in, or wait for a person. */
final class PersonSql {

    /** Whether the fact is taken in, or waits for a person. */
    private static final String USED = """
            FROM staged_person p
            LEFT JOIN staged_fact s ON s.run_id = p.run_id AND s.fact_no = p.fact_no
            LEFT JOIN held_fact h ON h.run_id = p.run_id AND h.fact_no = p.fact_no
            WHERE p.run_id = ? AND (s.run_id IS NOT NULL OR h.run_id IS NOT NULL)
            """;

    /** What is kept already stays as it is. Sorted, because a key that is a hash would else be written all over the table. Binds: recorded, run. */
    static final String KEEP_NUMBERS = """
            INSERT IGNORE INTO person_number (token, encrypted, recorded_at)
            SELECT p.token, p.encrypted, ?
            """ + USED + "ORDER BY p.token";

    /** Binds: feed, run. */
    static final String KEEP_MENTIONS = """
            INSERT IGNORE INTO person_mention (token, feed, kind, record_key)
            SELECT p.token, ?, COALESCE(s.kind, h.kind), COALESCE(s.record_key, h.record_key)
            """ + USED + "ORDER BY p.token";

    private PersonSql() {}
}
