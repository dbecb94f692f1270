package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What programs may rely on: a repeated write is done once, a body has an end, and what is made up is refused. */
@WithSampleServer
class ContractIT {

    private static final String MERGE = "/v1/businesses/sample:" + SampleRegister.identity(290) + "/merge";
    private static final String INTO = "{\"into\":\"sample:%s\",\"reason\":\"one shop\"}";

    private final SampleServer server;

    ContractIT(SampleServer server) {
        this.server = server;
    }

    private HttpResponse<String> marked(String account, String path, String key, String body) {
        return new Caller(server, account)
                .send(
                        "POST",
                        path,
                        HttpRequest.BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);
    }

    @Test
    void a_repeated_write_gets_the_answer_of_before_and_is_done_once() {
        String body = INTO.formatted(SampleRegister.identity(291));
        HttpResponse<String> first = marked("regulator", MERGE, "key-1", body);
        HttpResponse<String> again = marked("regulator", MERGE, "key-1", body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        assertThat(dsl.fetch("SELECT 1 FROM business_link WHERE merged_key = 290"))
                .hasSize(1);

        // Another body under the same key, and the same key of another caller.
        HttpResponse<String> other = marked("regulator", MERGE, "key-1", INTO.formatted(SampleRegister.identity(292)));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Another request had the same Idempotency-Key");
        assertThat(marked("approver", MERGE, "key-1", body).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        dsl.execute("DELETE FROM business_link WHERE merged_key = 290");
    }

    @Test
    void a_write_that_was_refused_can_be_sent_again_under_its_key_and_one_under_way_waits() {
        HttpResponse<String> refused = marked("regulator", MERGE, "key-2", "{\"reason\":\"no other named\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        assertThat(dsl.fetch("SELECT 1 FROM marked_request WHERE mark = 'key-2'"))
                .isEmpty();

        String match = "{\"names\":[{\"name\":\"崇川豆制品厂\"}]}";
        assertThat(marked("partner", "/v1/match", "key-3", match).statusCode()).isEqualTo(200);
        dsl.execute("UPDATE marked_request SET status = NULL, body = NULL WHERE mark = 'key-3'");
        HttpResponse<String> waiting = marked("partner", "/v1/match", "key-3", match);
        assertThat(waiting.statusCode()).isEqualTo(409);
        assertThat(waiting.headers().firstValue("Retry-After")).hasValue("1");
        dsl.execute("UPDATE marked_request SET begun_at = '2026-01-01' WHERE mark = 'key-3'");
        assertThat(marked("partner", "/v1/match", "key-3", match).statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertThat(marked("partner", "/v1/match", "with blank", "{}").statusCode())
                .isEqualTo(400);
        assertThat(marked("partner", "/v1/match", "k".repeat(129), "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_body_of_a_gigabyte_is_refused_before_it_is_sent() throws IOException {
        URI address = URI.create(server.address("/v1/match"));
        String login = Base64.getEncoder()
                .encodeToString(("partner:" + SampleServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/match HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + login
                            + "\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] begin = socket.getInputStream().readNBytes(12);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void a_body_that_does_not_say_its_length_is_refused_when_it_has_grown_too_large() {
        InputStream large = new ByteArrayInputStream(
                ("{\"names\":[{\"name\":\"" + "x".repeat(1_100_000) + "\"}]}").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = new Caller(server, "partner")
                .send(
                        "POST",
                        "/v1/match",
                        HttpRequest.BodyPublishers.ofInputStream(() -> large),
                        "Content-Type",
                        "application/json");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(new JsonMapper().readTree(answer.body()).get("detail").asString())
                .contains("Maybe send it in parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"names\":7}", ""})
    void a_body_that_is_not_what_is_expected_is_a_problem_and_no_failure(String body) {
        HttpResponse<String> answer = new Caller(server, "partner").post("/v1/match", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "made-up",
                "\"open",
                "W/",
                "'x'",
                "\"made-up\"",
                "W/\"a\", \"b\"",
                "\"0ABCDEF0123456789ABCDEF0123456789\""
            })
    void an_etag_that_is_none_is_refused(String tag) {
        HttpResponse<String> answer = Caller.anyone(server).get("/v1/models", "If-None-Match", tag);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("holds no ETag of this server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"00123456789abcdef0123456789abcdef\"",
                "W/\"00123456789abcdef0123456789abcdef\", \"00123456789abcdef0123456789abcde0\""
            })
    void an_etag_of_another_answer_gets_the_answer(String tag) {
        assertThat(Caller.anyone(server).get("/v1/models", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/list-entries?", "/v1/ratings?model=sample-public&", "/v1/name-questions?", "CREDIT?"})
    void a_cursor_that_somebody_made_up_is_refused(String listing) {
        Caller caller = new Caller(server, "regulator");
        String address =
                listing.replace("CREDIT", "/v1/businesses/sample:" + SampleRegister.identity(7) + "/credit-file");
        for (String cursor :
                new String[] {"made-up", "MQ", "NwpzYW1wbGUKMDAw", "%27%20OR%201=1", "..%2F..%2Fetc%2Fpasswd"}) {
            HttpResponse<String> answer = caller.get(address + "cursor=" + cursor);
            assertThat(answer.statusCode()).as(cursor).isEqualTo(400);
            assertThat(answer.body()).contains("\"parameter\":\"cursor\"");
        }
    }

    @Test
    void a_cursor_is_good_for_its_own_listing_alone() {
        Caller caller = new Caller(server, "regulator");
        String cursor = caller.json("/v1/ratings?model=sample-public&limit=1")
                .get("nextCursor")
                .asString();

        assertThat(caller.get("/v1/ratings?model=sample-public&limit=1&cursor=" + cursor)
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/v1/list-entries?cursor=" + cursor).statusCode()).isEqualTo(400);
        assertThat(caller.get("/v1/ratings?model=sample-public&cursor=" + cursor.substring(1))
                        .statusCode())
                .isEqualTo(400);
    }
}
