package dev.assay.store.intake;

/**
 * The statements that keep the numbers of identity documents of the facts that are taken in, or wait for a person. What is kept already stays
 * as it is. All are sorted, because a key that is a hash would else be written all over the table.
 *
 * @param firstNumbers keeps those that most likely stand in the file for the first time; binds: recorded, run
 * @param otherNumbers keeps those of the others that are not kept yet, which are few; binds: recorded, run
 * @param mentions notes which records have them; binds: feed, run
 */
record PersonSql(String firstNumbers, String otherNumbers, String mentions) {

    private static final String NUMBERS = """
            INSERT IGNORE INTO person_number (token, encrypted, recorded_at)
            SELECT p.token, p.encrypted, ?
            FROM staged_person p
            """;

    private static final String MENTIONS = """
            INSERT IGNORE INTO person_mention (token, feed, kind, record_key)
            SELECT p.token, ?, p.kind, p.record_key
            FROM staged_person p
            """;

    private static final String KEPT = "LEFT JOIN person_number n ON n.token = p.token\n";

    private static final String FACTS = """
            LEFT JOIN staged_fact s ON s.run_id = p.run_id AND s.fact_no = p.fact_no
            LEFT JOIN held_fact h ON h.run_id = p.run_id AND h.fact_no = p.fact_no
            """;

    /** Where nothing can have been taken out of staging again: looking at the wide rows of each fact for nothing takes longer than all else. */
    private static final PersonSql OF_ALL = of("", "");

    private static final PersonSql OF_USED = of(FACTS, " AND (s.run_id IS NOT NULL OR h.run_id IS NOT NULL)");

    /** The statements for a run. */
    static PersonSql of(MergeRequest request) {
        return request.keepsAllStaged() ? OF_ALL : OF_USED;
    }

    private static PersonSql of(String facts, String used) {
        String where = "WHERE p.run_id = ?" + used;
        String order = " ORDER BY p.token";
        return new PersonSql(
                NUMBERS + facts + where + " AND NOT p.token_seen" + order,
                NUMBERS + KEPT + facts + where + " AND p.token_seen AND n.token IS NULL" + order,
                MENTIONS + facts + where + order);
    }
}
