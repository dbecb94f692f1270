package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.match.MatchIndex;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Businesses found by name through the API. */
@WithSampleServer
class MatchIT {

    private final SampleServer server;

    MatchIT(SampleServer server) {
        this.server = server;
    }

    private HttpResponse<String> ask(String account, String names) {
        return new Caller(server, account).post("/v1/match", "{\"names\":[" + names + "]}");
    }

    private JsonNode items(String names) {
        HttpResponse<String> answer = ask("partner", names);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).get("items");
    }

    @Test
    void an_identity_comes_before_a_name_and_each_question_has_its_answer() {
        JsonNode items = items("""
                {"name":"通州惠民超市（第8店）","identities":["sample:S00000007"]},
                {"name":"崇川豆制品厂（第11店）","division":"320681","address":"江苏省南通市人民路11号"},
                {"name":"乌鲁木齐完全不同的公司"}""");

        assertThat(items.get(0).get("decision").asString()).isEqualTo("match");
        assertThat(items.get(0).get("evidence").asString()).isEqualTo("identity");
        assertThat(items.get(0).get("candidates").get(0).get("identity").asString())
                .isEqualTo("sample:S00000007");
        JsonNode named = items.get(1);
        assertThat(named.get("candidates").get(0).get("identity").asString()).isEqualTo("sample:S00000011");
        assertThat(named.get("candidates").get(0).get("parts").size()).isPositive();
        assertThat(items.get(2).get("decision").asString()).isEqualTo("none");
    }

    @Test
    void a_score_is_the_weighted_mean_of_its_parts_unless_a_limit_or_the_floor_says_otherwise() {
        JsonNode candidate = items("{\"name\":\"崇川豆制品厂（第11店）\",\"address\":\"江苏省南通市人民路11号\"}")
                .get(0)
                .get("candidates")
                .get(0);
        double weights = 0;
        double sum = 0;
        for (JsonNode part : candidate.get("parts")) {
            weights += part.get("weight").asDouble();
            sum += part.get("weight").asDouble() * part.get("likeness").asDouble();
        }
        double most = 1;
        for (JsonNode limit : candidate.get("limits")) {
            most = Math.min(most, limit.get("most").asDouble());
        }
        double expected =
                Math.max(Math.min(sum / weights, most), candidate.get("floor").asDouble());

        assertThat(candidate.get("score").asDouble()).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.001));
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "operator, 403", "partner, 200", "regulator, 200"})
    void it_is_for_readers(String account, int status) {
        assertThat(ask(account, "{\"name\":\"崇川豆制品厂\"}").statusCode()).isEqualTo(status);
    }

    @Test
    void what_cannot_be_asked_is_refused_and_named() {
        String many = String.join(",", Collections.nCopies(101, "{\"name\":\"x\"}"));
        for (String[] bad : new String[][] {
            {"", "names"},
            {many, "names"},
            {"{}", "names[0]"},
            {"{\"name\":\"x\"},{\"name\":\"" + "长".repeat(501) + "\"}", "names[1].name"},
            {"{\"identities\":[\"nocolon\"]}", "names[0].identities"},
            {"null", "names[0]"}
        }) {
            HttpResponse<String> answer = ask("partner", bad[0]);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new JsonMapper().readTree(answer.body()).get("parameter").asString())
                    .isEqualTo(bad[1]);
        }
    }

    @Test
    void a_business_that_came_later_is_found_once_the_index_is_made_anew() {
        String asked = "{\"identities\":[\"sample:LATER\"]}";
        assertThat(items(asked).get(0).get("decision").asString()).isEqualTo("none");
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute("INSERT INTO identity (scheme, identity, business_key) VALUES ('sample', 'LATER', 21)");
        dsl.execute("""
                INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason, unlinked_at, unlinked_by, unlinked_reason)
                VALUES (298, 299, UTC_TIMESTAMP(6), 'regulator', 'a change', UTC_TIMESTAMP(6), 'regulator', 'and back')
                """);
        try {
            server.bean("matchIndex", MatchIndex.class).refresh();
            assertThat(items(asked)
                            .get(0)
                            .get("candidates")
                            .get(0)
                            .get("identity")
                            .asString())
                    .isEqualTo("sample:S00000021");
        } finally {
            dsl.execute("DELETE FROM business_link WHERE merged_key = 298");
            dsl.execute("DELETE FROM identity WHERE identity = 'LATER'");
        }
    }
}
