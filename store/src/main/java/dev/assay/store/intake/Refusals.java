package dev.assay.store.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Sends staged records to quarantine that turn out to be unusable only when they meet the store. */
final class Refusals {

    /** Of each line the last number in quarantine is that of these refusals. */
    private static final String ENTRY =
            "(s.fact_no DIV %d + 1) * %d - 1".formatted(Staging.FACTS_PER_LINE, Staging.ENTRIES_PER_LINE);

    private static final String INTO_QUARANTINE = """
            INSERT INTO quarantine (run_id, entry_no, line, value, reason, message)
            SELECT s.run_id, %s, s.fact_no DIV %d, s.value,
              %%s,
              CONCAT(%%s, ' (', CASE WHEN CHAR_LENGTH(s.value) > 500 THEN CONCAT(LEFT(s.value, 500), '…') ELSE s.value END,
                ').\\n', %%s)
            """.formatted(ENTRY, Staging.FACTS_PER_LINE);

    /** The codes are those of the closed list in the module of the feeds. Binds: run. */
    private static final String MISSED = INTO_QUARANTINE.formatted(
                    "CASE WHEN s.found > 1 THEN 'business-ambiguous' ELSE 'business-unknown' END",
                    "CASE WHEN s.found > 1 THEN 'More than one business fits' ELSE 'No such business is known' END",
                    "CASE WHEN s.found > 1 THEN 'Maybe add the unified social credit code.'"
                            + " ELSE 'Maybe import the licences first, then this file again.' END")
            + """
            FROM (SELECT m.run_id, m.fact_no - m.fact_no MOD 16 AS fact_no,
                    MAX(COALESCE(m.identity, CONCAT_WS(' · ', m.name, m.address, m.other_key, m.other_feed))) AS value,
                    MAX((SELECT COUNT(*) FROM business b FORCE INDEX (business_name_key)
                         WHERE b.name_key = m.name_key AND b.address_key = m.address_key)) AS found
                  FROM staged_fact m
                  LEFT JOIN identity i ON i.scheme = m.scheme AND i.identity = m.identity
                  WHERE m.run_id = ? AND i.business_key IS NULL
                  GROUP BY m.run_id, m.fact_no - m.fact_no MOD 16) s
            """;

    /** Records of several rows whose number stood before. Binds: the kinds that have the number in their key, run. */
    private static final String APART = INTO_QUARANTINE.formatted(
                    "'rows-not-together'",
                    "'The rows of one record do not stand together'",
                    "'Maybe sort the file by the record''s number.'")
            + """
            FROM (SELECT t.run_id, t.fact_no - t.fact_no MOD 16 AS fact_no, MIN(t.value) AS value
                  FROM (SELECT m.run_id, m.fact_no, m.record_key AS value,
                          MIN(m.fact_no) OVER (PARTITION BY m.kind, m.record_key) AS first_of_key
                        FROM staged_fact m
                        STRAIGHT_JOIN staged_key k ON k.run_id = m.run_id AND k.kind = m.kind AND k.record_key = m.record_key
                        WHERE m.kind IN (%s) AND m.run_id = ?) t
                  WHERE t.fact_no > t.first_of_key
                  GROUP BY t.run_id, t.fact_no - t.fact_no MOD 16) s
            """;

    private static final String REFUSED = """
            FROM staged_fact s
            STRAIGHT_JOIN quarantine q ON q.run_id = s.run_id AND q.entry_no = %s
            WHERE s.run_id = ?
            """.formatted(ENTRY);

    private final DSLContext dsl;
    private final MergeRequest request;

    Refusals(DSLContext dsl, MergeRequest request) {
        this.dsl = dsl;
        this.request = request;
    }

    /** Refuses records whose business is not known or not the only one; says how many source rows that is. */
    long refuseMissed() {
        return refuse(MISSED, List.of(request.runId()));
    }

    /** Refuses records of several rows whose number stood before; says how many source rows that is. */
    long refuseApart(List<String> kinds) {
        List<Object> binds = new ArrayList<>(kinds);
        binds.add(request.runId());
        String places = kinds.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return refuse(APART.formatted(places), binds);
    }

    private long refuse(String sql, List<?> binds) {
        long run = request.runId();
        if (dsl.execute(sql, binds.toArray()) == 0) {
            return 0;
        }
        long rows = dsl.fetchSingle(
                        "SELECT COALESCE(SUM(CASE WHEN s.fact_no MOD 16 = 0 THEN s.source_rows ELSE 0 END), 0) "
                                + REFUSED,
                        run)
                .get(0, Long.class);
        dsl.execute(
                "INSERT INTO refused_record (run_id, fact_no, kind, record_key)"
                        + " SELECT s.run_id, s.fact_no, s.kind, s.record_key "
                        + REFUSED,
                run);
        dsl.execute("DELETE s " + REFUSED, run);
        return rows;
    }
}
