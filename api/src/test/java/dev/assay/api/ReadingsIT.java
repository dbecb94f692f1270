package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.audit.ReadNotes;
import dev.assay.store.audit.ReadLog;
import dev.assay.store.testing.SampleRegister;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every reading of what is not public is noted: who, what, when. */
@WithSampleServer
class ReadingsIT {

    private static final String BUSINESS = "sample:" + SampleRegister.identity(7);

    private final SampleServer server;

    ReadingsIT(SampleServer server) {
        this.server = server;
    }

    @BeforeEach
    void addAccounts() {
        server.bean("dsl", DSLContext.class).execute("""
                        INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at)
                        SELECT CONCAT('reader-', d), password_hash, 'REGULATOR', d, created_at FROM account, (SELECT '' d UNION SELECT '320612') x WHERE name = 'partner'
                        """);
    }

    private List<String> readings(String reader) {
        server.bean(ReadNotes.class).write();
        return server.bean(ReadLog.class).newest(reader, Long.MAX_VALUE, 100).stream()
                .map(entry -> entry.reading().what())
                .toList();
    }

    @Test
    void what_a_login_reads_of_what_is_not_public_is_noted_and_nothing_else() {
        Caller reader = new Caller(server, "reader-");
        reader.get("/v1/businesses/" + BUSINESS + "/credit-file?limit=1");
        reader.get("/businesses/" + BUSINESS);
        reader.get("/public/list");
        reader.get("/assets/assay.css");
        reader.get("/v1/businesses/sample:0/credit-file");
        reader.get("/accounts");
        Caller.anyone(server).get("/v1/businesses/" + BUSINESS);
        reader.post("/v1/match", "{\"names\":[{\"name\":\"崇川豆制品厂\"}]}");

        assertThat(readings("reader-"))
                .containsExactly(
                        "POST /v1/match",
                        "GET /businesses/" + BUSINESS,
                        "GET /v1/businesses/" + BUSINESS + "/credit-file?limit=1");
        assertThat(readings("")).isEmpty();
        assertThat(server.bean(ReadLog.class).verify().broken()).isEmpty();
    }

    @Test
    void who_acts_for_some_divisions_sees_the_own_readings_alone() {
        new Caller(server, "regulator").get("/businesses/" + BUSINESS);
        Caller scoped = new Caller(server, "reader-320612");
        scoped.get("/overview");

        assertThat(new Caller(server, "regulator")
                        .get("/audit/reads?reader=regulator")
                        .body())
                .contains("/businesses/" + BUSINESS);
        assertThat(scoped.get("/audit/reads?reader=regulator").body())
                .contains("/overview")
                .doesNotContain("/businesses/" + BUSINESS);
    }
}
