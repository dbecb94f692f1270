package dev.assay.store.register;

import dev.assay.core.creditfile.Takeover;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.identity.Identity;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Who went on in the place of a business. The records stand in the successors' files; this finds them from the predecessor's. */
public final class Takeovers {

    private static final String STANDS = "l.linked_at <= ? AND (l.unlinked_at IS NULL OR l.unlinked_at > ?)";

    /** Binds: business, business, known at, known at. */
    private static final String IDENTITIES = """
            SELECT i.scheme, i.identity FROM identity i WHERE i.business_key = ?
            UNION
            SELECT i.scheme, i.identity
            FROM business_link l JOIN identity i ON i.business_key = l.merged_key
            WHERE l.into_key = ? AND\s""" + STANDS;

    /** A merged successor is shown as the business that goes on. Binds: known at, known at, day, known at, known at; then the identities. */
    private static final String RECORDS = """
            SELECT DISTINCT COALESCE(n.scheme, b.scheme) AS scheme, COALESCE(n.identity, b.identity) AS identity, COALESCE(n.name, b.name) AS name,
                   f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at, f.feed, f.line, f.content, r.file
            FROM takeover t
            STRAIGHT_JOIN fact f FORCE INDEX (fact_record) ON f.record_key = t.record_key AND f.feed = t.feed AND f.kind = 'takeover'
            JOIN import_run r ON r.run_id = f.run_id
            JOIN business b ON b.business_key = f.business_key
            LEFT JOIN business_link l ON l.merged_key = b.business_key AND\s""" + STANDS + """
            LEFT JOIN business n ON n.business_key = l.into_key
            WHERE f.occurred_on <= ? AND f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?)
              AND t.predecessor IN (""";

    private final DSLContext dsl;

    /**
     * Takeovers in a database.
     *
     * @param dsl the database
     */
    public Takeovers(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A business that went on in another's place.
     *
     * @param successor its principal identity
     * @param name its name; null where no source named it
     * @param takeover the record in its file
     */
    public record Succession(Identity successor, @Nullable String name, Takeover takeover) {}

    /**
     * Who went on in the place of a business.
     *
     * @param business the store's key of the business
     * @param cut as of which day and as known when
     * @return them, by day
     */
    public List<Succession> successorsOf(long business, Cut cut) {
        LocalDateTime knownAt = UtcTime.column(cut.knownAt());
        Set<Identity> own = new HashSet<>(dsl.fetch(IDENTITIES, business, business, knownAt, knownAt)
                .map(row -> new Identity(row.get(0, String.class), row.get(1, String.class))));
        if (own.isEmpty()) {
            return List.of();
        }
        List<Object> binds = new ArrayList<>(List.of(knownAt, knownAt, cut.asOf(), knownAt, knownAt));
        own.forEach(identity -> binds.add(identity.toString()));
        String sql = RECORDS + String.join(", ", Collections.nCopies(own.size(), "?"))
                + ") ORDER BY f.occurred_on, f.fact_id";
        return dsl.fetch(sql, binds.toArray()).stream()
                .flatMap(row -> Takeover.of(fact(row)).stream()
                        // A corrected record may have named this business before and another now.
                        .filter(takeover -> own.contains(takeover.predecessor()))
                        .map(takeover -> new Succession(
                                new Identity(row.get("scheme", String.class), row.get("identity", String.class)),
                                row.get("name", String.class),
                                takeover)))
                .toList();
    }

    private static Fact fact(Record row) {
        return new Fact(
                row.get("fact_id", Long.class),
                row.get("kind", String.class),
                row.get("licence", String.class),
                row.get("occurred_on", LocalDate.class),
                row.get("known_on", LocalDate.class),
                UtcTime.instant(row.get("recorded_at", LocalDateTime.class)),
                new Source(row.get("feed", String.class), row.get("file", String.class), row.get("line", Long.class)),
                FactJson.read(row.get("content", String.class)));
    }
}
