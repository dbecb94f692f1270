package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.certificate.Certificate;
import dev.assay.batch.signing.SigningKeys;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business fetches the certificate of its grade, and everyone can ask whether it is still so, as far as the grade is for everyone. */
@WithSampleServer
class CertificateIT {

    private final SampleServer server;
    private long business;
    private String subject = "";

    CertificateIT(SampleServer server) {
        this.server = server;
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    /** A graded business, of which no other test alters the grade. */
    @BeforeEach
    void chooseABusiness() {
        Record rated = dsl().fetchSingle("""
                SELECT business_key, CONCAT(subject_scheme, ':', subject) AS subject FROM rating
                WHERE model = 'sample-public' AND newest AND grade = '3' AND business_key > 200 ORDER BY business_key LIMIT 1
                """);
        business = rated.get("business_key", Long.class);
        subject = rated.get("subject", String.class);
        dsl().execute("""
                INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at)
                SELECT 'certified', password_hash, 'BUSINESS', ?, created_at FROM account WHERE name = 'partner'
                """, business);
    }

    private HttpResponse<String> fetch(String model) {
        return Visitor.of(server, "certified", SampleServer.PASSWORD)
                .get("/my/certificate?model=" + model + "&subject=" + subject);
    }

    private String certificate(String model) {
        HttpResponse<String> pdf = fetch(model);
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        return Certificate.find(pdf.body()).orElseThrow();
    }

    private String state(Caller who, String written) {
        return who.json("/v1/certificates/" + written).path("state").asString();
    }

    private String state(String written) {
        return state(Caller.anyone(server), written);
    }

    @Test
    void a_business_fetches_its_certificate_and_everyone_sees_that_it_is_true() {
        Visitor shop = Visitor.of(server, "certified", SampleServer.PASSWORD);
        assertThat(shop.get("/my").body())
                .contains("/my/certificate?model=sample-public", "/my/certificate?model=sample-partners")
                .doesNotContain("/my/certificate?model=sample-internal");
        String written = certificate("sample-public");
        assertThat(state(written)).isEqualTo("TRUE");
        String page = new Visitor(server).get("/certificate/" + written).body();
        assertThat(page)
                .contains("data-state=\"TRUE\"", "the grade stands today")
                .doesNotContain("??");
        assertThat(new Visitor(server)
                        .get("/certificate/" + written + "?lang=zh")
                        .body())
                .contains("真实有效")
                .doesNotContain("??");
        assertThat(new Visitor(server).get("/certificate?text=see+" + written).body())
                .contains("data-state=\"TRUE\"");
    }

    @Test
    void an_altered_one_is_told_and_nothing_of_it_is_shown() {
        String written = certificate("sample-public");
        String altered =
                written.substring(0, written.length() - 9) + "AAAAAAAA" + written.substring(written.length() - 1);
        assertThat(Caller.anyone(server).json("/v1/certificates/" + altered).toString())
                .contains("\"state\":\"FORGED\"", "\"fault\":\"FORGED\"", "\"business\":null");
        assertThat(new Visitor(server).get("/certificate/" + altered).body())
                .contains("data-state=\"FORGED\"", "Do not rely on it")
                .doesNotContain(subject);
        assertThat(new Visitor(server)
                        .get("/certificate?text=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(state("AC1.x.y")).isEqualTo("FORGED");
    }

    @Test
    void after_the_key_is_rotated_it_stays_true_and_after_the_grade_has_changed_it_does_not() {
        String written = certificate("sample-public");
        server.bean(SigningKeys.class).rotate(Instant.now());
        assertThat(state(written)).isEqualTo("TRUE");
        try {
            dsl().execute("UPDATE rating SET grade = '5' WHERE model = 'sample-public' AND business_key = ?", business);
            assertThat(state(written)).isEqualTo("CHANGED");
            dsl().execute(
                            "UPDATE rating SET grade = NULL, state = 'NOT_RATED' WHERE model = 'sample-public' AND business_key = ?",
                            business);
            assertThat(state(written)).isEqualTo("WITHDRAWN");
            assertThat(new Visitor(server).get("/certificate/" + written).body())
                    .contains("The grade is withdrawn");
            assertThat(fetch("sample-public").statusCode()).isEqualTo(404);
        } finally {
            dsl().execute(
                            "UPDATE rating SET grade = '3', state = 'RATED' WHERE model = 'sample-public' AND business_key = ?",
                            business);
        }
        assertThat(state(written)).isEqualTo("TRUE");
    }

    @Test
    void whether_a_grade_for_partners_still_stands_is_told_to_partners_and_an_internal_one_is_never_certified() {
        String written = certificate("sample-partners");
        assertThat(state(written)).isEqualTo("NOT_DISCLOSED");
        assertThat(state(new Caller(server, "partner"), written)).isEqualTo("TRUE");
        assertThat(new Visitor(server).get("/certificate/" + written).body()).contains("data-state=\"NOT_DISCLOSED\"");
        assertThat(fetch("sample-internal").statusCode()).isEqualTo(404);
        assertThat(Visitor.of(server, "certified", SampleServer.PASSWORD)
                        .get("/my/certificate?model=sample-public&subject=fhrs:1")
                        .statusCode())
                .isEqualTo(404);
    }
}
