package dev.assay.store.history;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The records of one business with all their versions, in parts, so that memory does not depend on the size of its file. What was recorded
 * up to an instant does not change any more; so pages of one cut fit together, whatever is taken in between them.
 */
public final class FactHistory {

    /** One row for each record: whether a version of it stands, and on which day it happened. Binds: see {@link #placed}. */
    private static final String PLACED = """
            SELECT kind, feed, record_key, versions, stands,
              COALESCE(standing_on, latest_on) AS happened_on
            FROM (SELECT f.kind, f.feed, f.record_key, COUNT(*) AS versions,
                    MAX(CASE WHEN f.superseded_at IS NULL OR f.superseded_at > ? THEN 1 ELSE 0 END) AS stands,
                    MAX(CASE WHEN f.superseded_at IS NULL OR f.superseded_at > ? THEN f.occurred_on END) AS standing_on,
                    MAX(f.occurred_on) AS latest_on
                  FROM fact f
                  WHERE f.business_key = ? AND f.recorded_at <= ? AND f.occurred_on <= ?
                  GROUP BY f.kind, f.feed, f.record_key) p
            """;

    private static final String TALLIES = "SELECT kind, SUM(stands), SUM(1 - stands), SUM(versions) FROM (" + PLACED
            + ") r GROUP BY kind ORDER BY kind";

    /** In the order of {@link dev.assay.core.creditfile.CreditFile#ORDER}. Binds: business, kind, known, known, as-of. */
    private static final String DESCRIPTION = """
            SELECT r.trust, f.content FROM fact f
            JOIN import_run r ON r.run_id = f.run_id
            WHERE f.business_key = ? AND f.kind = ? AND f.recorded_at <= ?
              AND (f.superseded_at IS NULL OR f.superseded_at > ?) AND f.occurred_on <= ?
            ORDER BY f.occurred_on, r.feed, f.fact_id
            """;

    private static final String FEEDS = """
            SELECT DISTINCT f.feed FROM fact f
            WHERE f.business_key = ? AND f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?)
              AND f.occurred_on <= ?
            """;

    /** Binds: known, business, known, as-of, kinds. */
    private static final String STANDING = """
            SELECT f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at,
              r.feed, r.file, f.line, f.content
            FROM fact f
            JOIN import_run r ON r.run_id = f.run_id
            WHERE (f.superseded_at IS NULL OR f.superseded_at > ?)
              AND f.business_key = ? AND f.recorded_at <= ? AND f.occurred_on <= ? AND f.kind IN (
            """;

    private final DSLContext dsl;

    /**
     * Histories in a database.
     *
     * @param dsl the database
     */
    public FactHistory(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Which part of a file is wanted.
     *
     * @param kinds the order of the kinds; those that are not named come last, by name
     * @param kind the one kind that is wanted; null for all
     * @param offset how many records to leave out, at least 0
     * @param limit the most records to give, at least 1
     */
    public record Part(List<String> kinds, @Nullable String kind, long offset, int limit) {

        /** Copies the list. */
        public Part {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * Counts a file.
     *
     * @param businessKey the store's key of the business
     * @param cut where to cut
     * @return a tally for each kind that the file holds, by name
     */
    public List<KindTally> tallies(long businessKey, Cut cut) {
        return dsl.fetch(TALLIES, placed(businessKey, cut).toArray())
                .map(row -> new KindTally(
                        row.get(0, String.class),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class)));
    }

    /**
     * What the business was described as at the cut.
     *
     * @param businessKey the store's key of the business
     * @param cut where to cut
     * @return the description's fields, or empty if no source had described it
     */
    public Optional<Values> findDescription(long businessKey, Cut cut) {
        LocalDateTime knownAt = UtcTime.column(cut.knownAt());
        SortedMap<Integer, Values> newest = new TreeMap<>();
        dsl.fetch(DESCRIPTION, businessKey, FactKinds.BUSINESS.name(), knownAt, knownAt, cut.asOf())
                .forEach(row -> newest.put(row.get(0, Integer.class), FactJson.read(row.get(1, String.class))));
        return CreditFile.describe(newest);
    }

    /**
     * The feeds that a file rests on.
     *
     * @param businessKey the store's key of the business
     * @param cut where to cut
     * @return the ids of the feeds of which a fact stands
     */
    public Set<String> feeds(long businessKey, Cut cut) {
        LocalDateTime knownAt = UtcTime.column(cut.knownAt());
        return dsl.fetch(FEEDS, businessKey, knownAt, knownAt, cut.asOf()).intoSet(0, String.class);
    }

    /**
     * The facts of some kinds that stand.
     *
     * @param businessKey the store's key of the business
     * @param cut where to cut
     * @param kinds the names of the kinds, at least one
     * @return the facts, in the order of a credit file
     */
    public List<Fact> standing(long businessKey, Cut cut, List<String> kinds) {
        LocalDateTime knownAt = UtcTime.column(cut.knownAt());
        List<Object> binds = new ArrayList<>(List.of(knownAt, businessKey, knownAt, cut.asOf()));
        binds.addAll(kinds);
        return dsl
                .fetch(STANDING + ", ?".repeat(kinds.size()).substring(2) + ")", binds.toArray())
                .map(row -> new Fact(
                        row.get("fact_id", Long.class),
                        row.get("kind", String.class),
                        row.get("licence", String.class),
                        row.get("occurred_on", LocalDate.class),
                        row.get("known_on", LocalDate.class),
                        UtcTime.instant(row.get("recorded_at", LocalDateTime.class)),
                        new Source(
                                row.get("feed", String.class),
                                row.get("file", String.class),
                                row.get("line", Long.class)),
                        FactJson.read(row.get("content", String.class))))
                .stream()
                .sorted(CreditFile.ORDER)
                .toList();
    }

    /**
     * Reads a part of a file: first the records of which a version stands, by kind, the newest first; then the withdrawn ones likewise.
     *
     * @param businessKey the store's key of the business
     * @param cut where to cut
     * @param part which part
     * @return the records with all their versions that were recorded by the cut's instant and happened up to its day
     */
    public List<FactRecord> read(long businessKey, Cut cut, Part part) {
        List<Object> binds = placed(businessKey, cut);
        StringBuilder sql = new StringBuilder("SELECT kind, feed, record_key FROM (")
                .append(PLACED)
                .append(") r");
        if (part.kind() != null) {
            sql.append(" WHERE kind = ?");
            binds.add(part.kind());
        }
        sql.append(" ORDER BY stands DESC");
        if (!part.kinds().isEmpty()) {
            sql.append(", COALESCE(NULLIF(FIELD(kind")
                    .append(", ?".repeat(part.kinds().size()))
                    .append("), 0), 1000000)");
            binds.addAll(part.kinds());
        }
        sql.append(", kind, happened_on DESC, feed, record_key LIMIT ? OFFSET ?");
        binds.add(part.limit());
        binds.add(part.offset());
        List<RecordName> names = dsl.fetch(sql.toString(), binds.toArray()).map(RecordName::of);
        return names.isEmpty() ? List.of() : new Versions(dsl, businessKey, cut).of(names);
    }

    private static List<Object> placed(long businessKey, Cut cut) {
        LocalDateTime knownAt = UtcTime.column(cut.knownAt());
        return new ArrayList<>(List.of(knownAt, knownAt, businessKey, knownAt, cut.asOf()));
    }

    /** What names a record within a business. */
    record RecordName(String kind, String feed, String key) {

        static RecordName of(Record row) {
            return new RecordName(
                    row.get("kind", String.class), row.get("feed", String.class), row.get("record_key", String.class));
        }
    }
}
