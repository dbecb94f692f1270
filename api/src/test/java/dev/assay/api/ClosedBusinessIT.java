package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A business that was renamed and has given up its licence. */
@WithSampleServer
class ClosedBusinessIT {

    private static final int BUSINESS = 279;
    private static final String IDENTITY = "sample:" + SampleRegister.identity(BUSINESS);

    private final SampleServer server;

    ClosedBusinessIT(SampleServer server) {
        this.server = server;
    }

    @Test
    void keepsItsNamesAndSaysSinceWhenItIsClosed() {
        Caller regulator = new Caller(server, "regulator");
        assertThat(regulator
                        .json("/v1/businesses/" + IDENTITY)
                        .get("life")
                        .get("closed")
                        .asBoolean())
                .isFalse();
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        add(dsl, 100, "business", "{\"name\":\"新名字\"}");
        add(dsl, 101, "licence", "{\"valid_to\":\"2026-11-19\"}");
        assertThat(regulator.json("/v1/businesses/" + IDENTITY).get("life").toString())
                .contains("\"closed\":true", "\"closedSince\":\"2026-11-20\"", "新名字");
        assertThat(regulator.get("/businesses/" + IDENTITY + "?lang=en").body())
                .contains("id=\"closed\"", "Closed since 2026-11-20", "id=\"names\"", "新名字");
    }

    /** A newer fact of a kind that the file has already, for the same licence. */
    private static void add(DSLContext dsl, int number, String kind, String content) {
        dsl.execute("""
                INSERT INTO fact (business_key, fact_id, kind, licence, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                SELECT business_key, fact_id + ?, kind, licence, '2026-11-19', known_on, recorded_at, as_at, feed, CONCAT('later-', kind), run_id, line, ?
                FROM fact WHERE kind = ? AND business_key = ?
                """, number, content, kind, BUSINESS);
    }
}
