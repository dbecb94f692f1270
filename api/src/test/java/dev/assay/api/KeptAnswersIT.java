package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.identity.Identity;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.testing.TestDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratings that are asked for again are given from memory, and never when something was committed in between. */
class KeptAnswersIT {

    private static final String RATINGS = "/v1/businesses/sample:S00000007/ratings";

    private final SampleServer server = SampleServer.start(
            TestDatabases.EMBEDDED, 300, InstantSource.system(), Map.of("assay.access.answers.age", "0s"));
    private final DSLContext dsl = server.bean("dsl", DSLContext.class);
    private final Caller anyone = Caller.anyone(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private double hits() {
        return server.bean(MeterRegistry.class)
                .get("cache.gets")
                .tags("cache", "answers", "result", "hit")
                .functionCounter()
                .count();
    }

    /** As nothing but a publication changes it. */
    private void changeEveryGrade() {
        dsl.execute("UPDATE rating SET grade = '1', computed_grade = '1' WHERE model LIKE 'sample-%'");
    }

    @Test
    void what_is_asked_again_comes_from_memory_byte_for_byte_with_its_tag_and_headers() {
        HttpResponse<String> first = anyone.get(RATINGS);
        HttpResponse<String> again = anyone.get(RATINGS);

        assertThat(hits()).isEqualTo(1);
        assertThat(again.body()).isEqualTo(first.body()).contains("sample-public");
        for (String header : new String[] {"ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary"}) {
            assertThat(again.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(anyone.get(RATINGS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(hits()).isEqualTo(2);
    }

    @Test
    void a_conditional_question_is_kept_too_and_nothing_else_than_what_was_found() {
        String tag = anyone.get(RATINGS).headers().firstValue("ETag").orElseThrow();
        dsl.execute(
                "INSERT INTO rating_run (model_key, as_of, known_at, engine_version, state, started_at)"
                        + " SELECT model_key, as_of, known_at, engine_version, state, started_at FROM rating_run WHERE rating_run_id = 1");
        assertThat(anyone.get(RATINGS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(anyone.get(RATINGS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(hits()).isEqualTo(1);
        assertThat(anyone.get("/v1/businesses/nobody:1/ratings").statusCode()).isEqualTo(404);
        assertThat(anyone.get("/v1/businesses/nobody:1/ratings").statusCode()).isEqualTo(404);
        assertThat(hits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What a publication, an import, a decision and a merge commit with what they change.
                "UPDATE rating_run SET state = 'STAGING' WHERE rating_run_id = 1",
                "UPDATE import_run SET recorded_at = '2027-01-01' ORDER BY run_id DESC LIMIT 1",
                "UPDATE audit_head SET entry_no = entry_no + 1",
                "INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason) VALUES (19, 20, NOW(6), 'r', 'r')"
            })
    void whatever_is_committed_ends_what_was_kept(String commit) {
        String before = anyone.get("/v1/businesses/sample:S00000007/ratings/sample-public")
                .body();
        changeEveryGrade();
        assertThat(anyone.get("/v1/businesses/sample:S00000007/ratings/sample-public")
                        .body())
                .as("nothing was committed with it, which happens in a test alone")
                .isEqualTo(before);

        dsl.execute(commit);

        assertThat(anyone.get("/v1/businesses/sample:S00000007/ratings").body()).doesNotContain("\"grade\":\"5\"");
        assertThat(hits()).isEqualTo(1);
    }

    @Test
    void partners_and_everyone_have_answers_of_their_own_and_the_authority_none() {
        assertThat(anyone.get(RATINGS).body()).doesNotContain("sample-partners");
        assertThat(new Caller(server, "partner").get(RATINGS).body()).contains("sample-partners");
        assertThat(anyone.get(RATINGS).body()).doesNotContain("sample-partners");
        assertThat(new Caller(server, "partner").get(RATINGS).body()).contains("sample-partners");
        assertThat(hits()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertThat(new Caller(server, "regulator").get(RATINGS).body()).contains("sample-internal");
        }
        assertThat(hits()).isEqualTo(2);
    }

    @Test
    void what_somebody_with_a_login_reads_from_memory_is_noted() throws InterruptedException {
        Caller partner = new Caller(server, "partner");
        partner.get(RATINGS);
        partner.get(RATINGS);

        assertThat(hits()).isEqualTo(1);
        long end = System.nanoTime() + 20_000_000_000L;
        while (noted() < 2 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void a_question_for_one_business_reads_no_ratings_of_others() {
        dsl.connection(connection -> {
            DSLContext one = DSL.using(connection, dsl.dialect());
            one.execute("FLUSH STATUS");
            List<String> models = List.of("sample-public", "sample-partners", "sample-internal");
            assertThat(new StoredRatings(one).standingOf(7, models)).hasSize(3);
            assertThat(new BusinessRegister(one)
                            .findRated(Identity.parse("sample:S00000007"), models)
                            .orElseThrow()
                            .ratings())
                    .hasSize(3);
            assertThat(one.fetch("SHOW SESSION STATUS LIKE 'Handler_read%'").getValues(1, Integer.class).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as("rows and entries of indexes, of 900 ratings of 300 businesses")
                    .isLessThan(60);
        });
    }

    private int noted() {
        return dsl.fetch("SELECT * FROM read_entry WHERE reader = 'partner' AND what LIKE ?", "%" + RATINGS)
                .size();
    }
}
