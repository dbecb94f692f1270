package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Values;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.testing.SampleRegister;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** The register and the ratings by division: an earlier code of a division finds what lies in it. */
@WithSampleServer
class DivisionFilterIT {

    private final SampleServer server;

    DivisionFilterIT(SampleServer server) {
        this.server = server;
    }

    private String ratings(String division) {
        return new Caller(server, "partner")
                .json("/v1/ratings?model=sample-public&limit=100&division=" + division)
                .get("items")
                .toString();
    }

    @Test
    void anEarlierCodeFindsTheSameRatings() {
        assertThat(ratings("320613")).contains("\"division\":\"320613\"").doesNotContain("320612");
        assertThat(ratings("320602")).isEqualTo(ratings("320613"));
        assertThat(ratings("320611")).isEqualTo(ratings("320613"));
        assertThat(ratings("320601")).isEqualTo("[]");
    }

    @Test
    void anEarlierCodeFindsTheSameBusinessesInTheRegister() {
        assertThat(rows("320685")).isPositive();
        assertThat(rows("320621")).isEqualTo(rows("320685"));
        assertThat(rows("320601")).isZero();
    }

    @Test
    void theAuditLogAndInternalEntriesAreKeptToTheDivisionsOfWhoActsForSome() {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute(
                "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'scoped-reader', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
        Caller everywhere = new Caller(server, "regulator");
        Caller scoped = new Caller(server, "scoped-reader");
        // The 7th business lies in 320612, the 3rd in 320685; so does not the 40th, which has a case.
        String own = "business:sample:" + SampleRegister.identity(7);
        String other = "business:sample:" + SampleRegister.identity(3);
        long entry = dsl.fetchSingle("SELECT case_id FROM listing_case WHERE business_key = 40")
                .get(0, Long.class);
        assertThat(dsl.fetchSingle("SELECT division FROM business WHERE business_key = 40")
                        .get(0, String.class))
                .isNotEqualTo("320612");
        AuditLog log = new AuditLog(dsl);
        for (String subject : List.of(own, other, "listing-case:" + entry, "model-version:77")) {
            log.note(new AuditAct("lin", "grade-set", subject, Values.EMPTY), Instant.now());
        }

        for (String subject : List.of(own, "model-version:77")) {
            assertThat(scoped.get("/audit?subject=" + subject).body()).contains(">" + subject + "</a>");
        }
        for (String subject : List.of(other, "listing-case:" + entry)) {
            assertThat(everywhere.get("/audit?subject=" + subject).body()).contains(">" + subject + "</a>");
            assertThat(scoped.get("/audit?subject=" + subject).body()).doesNotContain(">" + subject + "</a>");
        }

        String before = dsl.fetchSingle("SELECT state FROM listing_case WHERE case_id = ?", entry)
                .get(0, String.class);
        Record seen = dsl.fetchSingle("SELECT standing, visibility FROM listing_case WHERE case_id = ?", entry);
        dsl.execute(
                """
                UPDATE listing_case SET state = 'LISTED', visibility = 'internal', listed_on = '2026-01-01', published_on = '2026-01-01',
                  standing = ? WHERE case_id = ?
                """,
                "{\"decision_at\":\"2026-01-01T00:00:00Z\",\"decision_by\":\"x\",\"decision_on\":\"2026-01-01\",\"decision_reason\":\"r\","
                        + "\"listed_on\":\"2026-01-01\",\"published_on\":\"2026-01-01\"}",
                entry);
        try {
            assertThat(everywhere.get("/v1/list-entries/" + entry).statusCode()).isEqualTo(200);
            assertThat(everywhere.get("/v1/list-entries?limit=1000").body()).contains("\"id\":" + entry + ",");
            assertThat(scoped.get("/v1/list-entries/" + entry).statusCode()).isEqualTo(404);
            assertThat(scoped.get("/v1/list-entries?limit=1000").body()).doesNotContain("\"id\":" + entry + ",");
        } finally {
            dsl.execute(
                    "UPDATE listing_case SET state = ?, visibility = ?, standing = ?, listed_on = NULL, published_on = NULL WHERE case_id = ?",
                    before,
                    seen.get(1, String.class),
                    seen.get(0, String.class),
                    entry);
        }
    }

    private int rows(String division) {
        return new Caller(server, "regulator")
                        .get("/businesses?model=sample-public&division=" + division)
                        .body()
                        .split("<td class=\"name\"", -1)
                        .length
                - 1;
    }
}
