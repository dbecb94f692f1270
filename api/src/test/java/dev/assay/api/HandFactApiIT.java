package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts entered, corrected and withdrawn over the API, as a regulator and as others. */
@WithSampleServer
class HandFactApiIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GROUNDS = "\"reason\":\"sent on paper\",\"paper\":\"No. 7\"";

    private final SampleServer server;

    HandFactApiIT(SampleServer server) {
        this.server = server;
    }

    private static String business(int number) {
        return "/v1/businesses/sample:" + SampleRegister.identity(number);
    }

    private static String penalty(String fields, String more) {
        return "{\"kind\":\"penalty\",\"occurredOn\":\"2026-11-01\",\"fields\":{" + fields + "}," + more + "}";
    }

    /** The penalties that stand, or do not, in the file of a business. */
    private static List<JsonNode> penalties(Caller caller, int number, String part) {
        return StreamSupport.stream(
                        caller.json(business(number) + "/credit-file?kind=penalty")
                                .get(part)
                                .spliterator(),
                        false)
                .toList();
    }

    @Test
    void aFactIsEnteredCorrectedAndWithdrawnWithWhoWhyAndPaper() {
        Caller regulator = new Caller(server, "regulator");
        String body = penalty("\"document_no\":\"7号\",\"fine\":52000.50,\"kinds\":[\"罚款\"]", GROUNDS);
        var first = regulator.post(business(201) + "/facts", body);
        assertThat(first.statusCode()).isEqualTo(201);
        JsonNode entered = JSON.readTree(first.body());
        assertThat(entered.get("already").asBoolean()).isFalse();

        JsonNode fact = penalties(regulator, 201, "facts").getFirst();
        assertThat(fact.get("id").asString()).isEqualTo(entered.get("id").asString());
        assertThat(regulator.get(business(201) + "/credit-file?kind=penalty").body())
                .contains("\"fine\":52000.50");
        JsonNode source = fact.get("source");
        assertThat(List.of("feed", "file", "by", "reason"))
                .extracting(name -> source.get(name).asString())
                .containsExactly("by-hand", "No. 7", "regulator", "sent on paper");
        assertThat(source.get("line").isNull()).isTrue();
        JsonNode manifest = regulator.json("/v1/imports/" + entered.get("importId"));
        assertThat(manifest.get("feed").asString()).isEqualTo("by-hand");
        assertThat(manifest.get("read").asInt()).isEqualTo(1);
        assertThat(manifest.get("taken").asInt()).isEqualTo(1);

        // A second press of the button.
        var again = regulator.post(business(201) + "/facts", body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body()).get("already").asBoolean()).isTrue();
        assertThat(penalties(regulator, 201, "facts")).hasSize(1);

        String version = business(201) + "/facts/" + entered.get("id").asString();
        assertThat(regulator
                        .post(version + "/correct", body.replace("52000.50", "520"))
                        .statusCode())
                .isEqualTo(201);
        JsonNode standing = penalties(regulator, 201, "facts").getFirst();
        assertThat(standing.get("fields").get("fine").toString()).isEqualTo("520");
        assertThat(standing.get("replaced").get(0).get("closedAs").asString()).isEqualTo("HAND_CORRECTED");
        assertThat(standing.get("replaced").get(0).get("closedBy").get("by").asString())
                .isEqualTo("regulator");
        assertThat(regulator.post(version + "/withdraw", "{" + GROUNDS + "}").statusCode())
                .isEqualTo(409);

        String now = business(201) + "/facts/" + standing.get("id").asString();
        assertThat(regulator.post(now + "/withdraw", "{" + GROUNDS + "}").statusCode())
                .isEqualTo(201);
        assertThat(regulator.post(now + "/withdraw", "{" + GROUNDS + "}").statusCode())
                .isEqualTo(200);
        assertThat(penalties(regulator, 201, "facts")).isEmpty();
        assertThat(penalties(regulator, 201, "withdrawn")
                        .getFirst()
                        .get("versions")
                        .get(0)
                        .get("closedAs")
                        .asString())
                .isEqualTo("HAND_WITHDRAWN");
    }

    @Test
    void nobodyEntersWhatTheSystemForetellsOrCounts() {
        for (String kind : List.of("prediction", "area-figures")) {
            var answer = new Caller(server, "regulator")
                    .post(
                            business(203) + "/facts",
                            "{\"kind\":\"%s\",\"occurredOn\":\"2026-11-20\",\"fields\":{},%s}"
                                    .formatted(kind, GROUNDS));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Such records are written by the system alone");
        }
    }

    @Test
    void aFactOfAFeedIsCorrectedUnderItsOwnRecord() {
        Caller regulator = new Caller(server, "regulator");
        JsonNode told = penalties(regulator, 220, "facts").getFirst();
        String version = business(220) + "/facts/" + told.get("id").asString();
        String body = penalty("\"document_no\":\"220\",\"fine\":\"1.00\"", GROUNDS);
        assertThat(regulator.post(version + "/correct", body).statusCode()).isEqualTo(201);

        JsonNode standing = penalties(regulator, 220, "facts").getFirst();
        assertThat(standing.get("key")).isEqualTo(told.get("key"));
        assertThat(standing.get("source").get("feed").asString()).isEqualTo("by-hand");
        assertThat(standing.get("replaced").get(0).get("source").get("feed").asString())
                .isEqualTo("district-profile");
    }

    @Test
    void everyFaultIsToldAtItsFieldAndNothingIsStored() {
        Caller regulator = new Caller(server, "regulator");
        var answer = regulator.post(business(202) + "/facts", """
                {"kind":"penalty","occurredOn":"2999-01-01","licence":"JY9","fields":{"fine":"much","fines":1,"publish_until":"soon",
                 "party_number":"320601"},"reason":" "}
                """);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(StreamSupport.stream(problem.get("faults").spliterator(), false)
                        .map(fault -> fault.get("field").asString() + " "
                                + fault.get("reason").asString()))
                .containsExactlyInAnyOrder(
                        "occurredOn FUTURE",
                        "fields.party_number PERSON_NUMBER",
                        "fields.fine BAD_DECIMAL",
                        "fields.publish_until BAD_DAY",
                        "fields.fines UNKNOWN_FIELD",
                        "fields.document_no MISSING",
                        "licence UNKNOWN_LICENCE",
                        "reason MISSING",
                        "paper MISSING");
        assertThat(regulator
                        .post(
                                business(202) + "/facts",
                                penalty("\"document_no\":\"7\"", GROUNDS).replace("penalty", "fine"))
                        .body())
                .contains("UNKNOWN_KIND");
        assertThat(regulator
                        .post(business(202) + "/facts/17/withdraw", "{" + GROUNDS + "}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(regulator
                        .post("/v1/businesses/sample:nobody/facts", penalty("", GROUNDS))
                        .statusCode())
                .isEqualTo(404);
        assertThat(penalties(regulator, 202, "facts")).isEmpty();
        assertThat(penalties(regulator, 202, "withdrawn")).isEmpty();
    }

    @Test
    void nobodyButARegulatorEntersAndNoFormFromElsewhereDoes() {
        String body = penalty("\"document_no\":\"7号\"", GROUNDS);
        for (String path : List.of("/facts", "/facts/17/correct", "/facts/17/withdraw")) {
            assertThat(Caller.anyone(server).post(business(203) + path, body).statusCode())
                    .isEqualTo(401);
            assertThat(new Caller(server, "partner")
                            .post(business(203) + path, body)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(new Caller(server, "operator")
                            .post(business(203) + path, body)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(new Caller(server, "regulator")
                            .send("POST", business(203).substring(3) + path + "?kind=penalty&reason=because")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(penalties(new Caller(server, "regulator"), 203, "facts")).isEmpty();
    }
}
