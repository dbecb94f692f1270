package dev.assay.store.area;

import dev.assay.core.area.RowSet;
import dev.assay.store.time.UtcTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The statements: each set as rows of {@code part, business_key, day, what, number}, over the businesses of an area and what is known of them. */
final class AreaSql {

    /**
     * The businesses of the area, without those that were merged into another; every fact as it stood, under the business in whose file it is
     * read. Binds: known at five times, then the beginnings, then known at four times.
     */
    private static final String SOURCES = """
            WITH own AS (
              SELECT b.business_key, b.scheme, b.identity, b.name, COALESCE(b.division, '') AS division, b.sector
              FROM business b
              WHERE b.recorded_at <= ? AND NOT EXISTS (SELECT 1 FROM business_link l
                WHERE l.merged_key = b.business_key AND l.linked_at <= ? AND (l.unlinked_at IS NULL OR l.unlinked_at > ?))
                AND (@divisions)),
            known AS (
              SELECT COALESCE(l.into_key, f.business_key) AS business_key, f.business_key AS holder, f.fact_id, f.kind, f.licence, f.occurred_on, f.content
              FROM fact f
              LEFT JOIN business_link l ON l.merged_key = f.business_key AND l.linked_at <= ?
                AND (l.unlinked_at IS NULL OR l.unlinked_at > ?)
              WHERE f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?))
            """;

    /**
     * Closed is who has licences of which none stands, of each licence the newest record being read; as {@code Life} reads a file. Binds: as of
     * twice.
     */
    private static final String OPEN = """
            , licences AS (
              SELECT business_key, MAX(stands) AS stands FROM (
                SELECT k.business_key,
                  CASE WHEN JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.valid_to')) < ?
                    OR JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.status'))
                      IN ('invalid', 'expired', 'withdrawn', 'withdrawn-illegal', 'revoked', 'cancelled')
                    THEN 0 ELSE 1 END AS stands,
                  ROW_NUMBER() OVER (
                    PARTITION BY k.business_key, COALESCE(k.licence, JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.number')), '')
                    ORDER BY k.occurred_on DESC, k.fact_id DESC) AS place
                FROM known k JOIN own o ON o.business_key = k.business_key
                WHERE k.kind = 'licence' AND k.occurred_on <= ?) each_record
              WHERE place = 1 GROUP BY business_key),
            open_own AS (
              SELECT o.* FROM own o LEFT JOIN licences s ON s.business_key = o.business_key WHERE COALESCE(s.stands, 1) = 1)
            """;

    private static final String BUSINESSES = """
            , found AS (SELECT '' AS part, o.business_key, CAST(NULL AS DATE) AS day, '' AS what, CAST(NULL AS SIGNED) AS number FROM open_own o)
            """;

    private static final String INSPECTED = """
            , found AS (SELECT '' AS part, o.business_key, MAX(k.occurred_on) AS day, '' AS what, CAST(NULL AS SIGNED) AS number
              FROM open_own o JOIN known k ON k.business_key = o.business_key
              WHERE k.kind = 'inspection' AND k.occurred_on BETWEEN ? AND ? GROUP BY o.business_key)
            """;

    private static final String ON_FILE = """
            , found AS (SELECT '' AS part, o.business_key, MAX(k.occurred_on) AS day, '' AS what, CAST(NULL AS SIGNED) AS number
              FROM open_own o JOIN known k ON k.business_key = o.business_key
              WHERE k.kind <> 'business' AND k.occurred_on <= ? GROUP BY o.business_key)
            """;

    private static final String SAMPLES = """
            , found AS (SELECT '' AS part, k.business_key, k.occurred_on AS day,
                COALESCE(JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.product')), '') AS what, k.fact_id AS number
              FROM known k
              WHERE k.kind = 'sample' AND k.occurred_on BETWEEN ? AND ? @more)
            """;

    private static final String EVALUATED =
            "AND JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.purpose')) = 'evaluative' AND JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.result')) IN (%s)";

    /** Of each subject the last rating by the day, if it stands still or only later ratings took its place. Binds: model, as of three times. */
    private static final String GRADES = """
            , found AS (SELECT @part AS part, r.business_key, r.effective_from AS day, CONCAT(r.subject_scheme, ':', r.subject) AS what,
                CAST(NULL AS SIGNED) AS number
              FROM rating r
              WHERE r.model = ? AND r.state = 'RATED' AND r.grade IS NOT NULL AND r.as_of <= ?
                AND NOT EXISTS (SELECT 1 FROM rating n WHERE n.model = r.model AND n.business_key = r.business_key
                  AND n.subject_scheme = r.subject_scheme AND n.subject = r.subject AND n.as_of <= ?
                  AND (n.as_of > r.as_of OR (n.as_of = r.as_of AND n.rating_run_id > r.rating_run_id)))
                AND (r.newest = 1 OR EXISTS (SELECT 1 FROM rating n WHERE n.model = r.model AND n.business_key = r.business_key
                  AND n.subject_scheme = r.subject_scheme AND n.subject = r.subject AND n.as_of > ?)))
            """;

    /** Binds: known at twice, then the first instant of the period and that after its end; for those done the as-of day. */
    private static final String VISITS = """
            , found AS (SELECT '' AS part, COALESCE(l.into_key, a.business_key) AS business_key,
                COALESCE(a.result_day, a.to_day) AS day, a.state AS what, a.assignment_id AS number
              FROM assignment a
              LEFT JOIN business_link l ON l.merged_key = a.business_key AND l.linked_at <= ?
                AND (l.unlinked_at IS NULL OR l.unlinked_at > ?)
              WHERE a.state <> 'WITHDRAWN' AND a.handed_at >= ? AND a.handed_at < ? @more)
            """;

    /**
     * A visit of a plan superseded since counts where it was made and no later plan goes on with it. Binds: known at twice, from, to; for those
     * done the as-of day.
     */
    private static final String PLANNED = """
            , found AS (SELECT '' AS part, COALESCE(l.into_key, i.business_key) AS business_key,
                COALESCE(a.result_day, v.day, v.due) AS day,
                COALESCE(a.state, CASE WHEN v.day IS NULL THEN 'LEFT_OUT' ELSE 'PLANNED' END) AS what, a.assignment_id AS number
              FROM inspection_plan p
              JOIN planned_visit v ON v.plan_id = p.plan_id
              JOIN identity i ON i.scheme = SUBSTRING_INDEX(v.business, ':', 1)
                AND i.identity = SUBSTRING(v.business, LOCATE(':', v.business) + 1)
              LEFT JOIN assignment a ON a.assignment_id = v.assignment_id AND a.state <> 'WITHDRAWN'
              LEFT JOIN business_link l ON l.merged_key = i.business_key AND l.linked_at <= ?
                AND (l.unlinked_at IS NULL OR l.unlinked_at > ?)
              WHERE COALESCE(v.day, v.due) BETWEEN ? AND ?
                AND (p.state = 'IN_FORCE' OR (p.state = 'SUPERSEDED' AND a.state = 'DONE'
                  AND NOT EXISTS (SELECT 1 FROM planned_visit w JOIN inspection_plan q ON q.plan_id = w.plan_id
                    WHERE w.assignment_id = v.assignment_id AND w.plan_id > v.plan_id AND q.state IN ('IN_FORCE', 'SUPERSEDED')))) @more)
            """;

    private static final String MADE = "AND a.state = 'DONE' AND a.result_day <= ?";

    /** Binds: from, to; for those due or closed as {@link #CASE_CLOSED} and {@link #CASE_OVER} say. */
    private static final String CASES = """
            , found AS (SELECT '' AS part, k.business_key, k.occurred_on AS day,
                CONCAT_WS(' ', JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.case_no')), JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.cause'))) AS what,
                k.fact_id AS number
              FROM known k
              WHERE k.kind = 'case' AND k.occurred_on BETWEEN ? AND ? @more)
            """;

    /** Binds: as of. */
    private static final String CASE_CLOSED = "JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.closed_on')) <= ?";

    /** A prolonged term takes the place of the usual one. Binds: as of, the term's days, as of. */
    private static final String CASE_OVER = """
            (JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.prolonged_to')) < ?
              OR (JSON_EXTRACT(k.content, '$.prolonged_to') IS NULL AND DATE_ADD(k.occurred_on, INTERVAL ? DAY) < ?))
            """;

    /** The failed samples of the period and the steps after failures, of businesses that have such a failure. Binds: from, to twice, as of. */
    private static final String FAILURES = """
            SELECT k.business_key, k.holder, k.fact_id, k.kind, k.licence, k.occurred_on, k.content, o.scheme, o.identity, o.name, o.division, o.sector
            FROM known k JOIN own o ON o.business_key = k.business_key
            WHERE (k.kind = 'sampling-result' AND k.occurred_on BETWEEN ? AND ?)
              OR (k.kind = 'sampling-step' AND k.occurred_on <= ?)
            ORDER BY o.division, o.identity, k.occurred_on, k.fact_id
            """;

    /** Samples taken, put together. Binds: from, to. */
    private static final String TAKEN = """
            SELECT o.division AS division, COALESCE(o.sector, '') AS sector,
              COALESCE(JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.category')), JSON_UNQUOTE(JSON_EXTRACT(k.content, '$.product')), '') AS product,
              k.occurred_on AS day, COUNT(*) AS samples_taken
            FROM known k JOIN own o ON o.business_key = k.business_key
            WHERE k.kind = 'sample' AND k.occurred_on BETWEEN ? AND ?
            GROUP BY 1, 2, 3, 4
            """;

    private static final int SHANGHAI = 8;

    private AreaSql() {}

    /**
     * A statement with what it binds.
     *
     * @param text the statement
     * @param binds in its order
     */
    record Bound(String text, List<Object> binds) {

        Object[] array() {
            return binds.toArray();
        }
    }

    private static void bind(List<Object> binds, int times, Object value) {
        binds.addAll(Collections.nCopies(times, value));
    }

    private static String sources(AreaQuery query, List<Object> binds) {
        LocalDateTime known = UtcTime.column(query.knownAt());
        bind(binds, 3, known);
        List<String> conditions = new ArrayList<>();
        for (String beginning : query.beginnings()) {
            conditions.add("LEFT(b.division, ?) = ?");
            binds.add(beginning.length());
            binds.add(beginning);
        }
        bind(binds, 4, known);
        return SOURCES.replace("@divisions", conditions.isEmpty() ? "1 = 1" : String.join(" OR ", conditions));
    }

    /** Everything up to and with {@code found}. */
    static Bound found(AreaQuery query) {
        List<Object> binds = new ArrayList<>();
        StringBuilder text = new StringBuilder(sources(query, binds));
        RowSet set = query.set();
        switch (set) {
            case BUSINESSES, INSPECTED, ON_FILE -> {
                text.append(OPEN);
                binds.add(query.period().asOf().toString());
                binds.add(query.period().asOf());
                businesses(query, text, binds);
            }
            case SAMPLES -> samples(query, "", text, binds);
            case EVALUATED -> samples(query, EVALUATED.formatted("'pass', 'fail'"), text, binds);
            case EVALUATED_PASSED -> samples(query, EVALUATED.formatted("'pass'"), text, binds);
            case RATED, GRADED -> {
                text.append(GRADES.replace("@part", set == RowSet.GRADED ? "r.grade" : "''"));
                binds.add(String.valueOf(query.model()));
                bind(binds, 3, query.period().asOf());
            }
            case VISITS, VISITS_DONE -> visits(query, text, binds);
            case PLANNED, PLANNED_DONE -> planned(query, text, binds);
            case CASES_FILED, CASES_DUE, CASES_CLOSED -> cases(query, text, binds);
            case FAILURES, DISPOSED ->
                throw new IllegalArgumentException("The rows (%s) are no statement.".formatted(set.code()));
        }
        return new Bound(text.toString(), binds);
    }

    private static void businesses(AreaQuery query, StringBuilder text, List<Object> binds) {
        if (query.set() == RowSet.BUSINESSES) {
            text.append(BUSINESSES);
        } else if (query.set() == RowSet.ON_FILE) {
            text.append(ON_FILE);
            binds.add(query.period().asOf());
        } else {
            text.append(INSPECTED);
            binds.add(query.period().from());
            binds.add(query.period().lastDay());
        }
    }

    private static void samples(AreaQuery query, String more, StringBuilder text, List<Object> binds) {
        text.append(SAMPLES.replace("@more", more));
        binds.add(query.period().from());
        binds.add(query.period().lastDay());
    }

    private static void cases(AreaQuery query, StringBuilder text, List<Object> binds) {
        binds.add(query.period().from());
        binds.add(query.period().lastDay());
        String more = "";
        if (query.set().needsTerm()) {
            boolean closed = query.set() == RowSet.CASES_CLOSED;
            more = "AND (" + CASE_CLOSED + (closed ? ")" : " OR " + CASE_OVER + ")");
            binds.add(query.period().asOf().toString());
            if (!closed) {
                binds.add(query.period().asOf().toString());
                binds.add(Objects.requireNonNull(query.termDays()));
                binds.add(query.period().asOf());
            }
        }
        text.append(CASES.replace("@more", more));
    }

    private static void visits(AreaQuery query, StringBuilder text, List<Object> binds) {
        boolean done = query.set() == RowSet.VISITS_DONE;
        text.append(VISITS.replace("@more", done ? MADE : ""));
        bind(binds, 2, UtcTime.column(query.knownAt()));
        binds.add(query.period().from().atStartOfDay().minusHours(SHANGHAI));
        binds.add(query.period().lastDay().plusDays(1).atStartOfDay().minusHours(SHANGHAI));
        if (done) {
            binds.add(query.period().asOf());
        }
    }

    private static void planned(AreaQuery query, StringBuilder text, List<Object> binds) {
        boolean done = query.set() == RowSet.PLANNED_DONE;
        text.append(PLANNED.replace("@more", done ? MADE : ""));
        bind(binds, 2, UtcTime.column(query.knownAt()));
        binds.add(query.period().from());
        binds.add(query.period().lastDay());
        if (done) {
            binds.add(query.period().asOf());
        }
    }

    static Bound taken(AreaQuery query) {
        List<Object> binds = new ArrayList<>();
        String text = sources(query, binds) + TAKEN;
        binds.add(query.period().from());
        binds.add(query.period().lastDay());
        return new Bound(text, binds);
    }

    static Bound failures(AreaQuery query) {
        List<Object> binds = new ArrayList<>();
        String text = sources(query, binds) + FAILURES;
        binds.add(query.period().from());
        binds.add(query.period().lastDay());
        binds.add(query.period().asOf());
        return new Bound(text, binds);
    }
}
