package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A business that went on in the place of another, seen from both. */
@WithSampleServer
class TakeoverIT {

    private static final String BEFORE = "sample:" + SampleRegister.identity(281);
    private static final String AFTER = "sample:" + SampleRegister.identity(282);

    private final SampleServer server;

    TakeoverIT(SampleServer server) {
        this.server = server;
    }

    private static String takeover(String predecessor) {
        return """
                {"kind":"takeover","occurredOn":"2026-11-01","reason":"sent on paper","paper":"No. 9",
                 "fields":{"predecessor":"%s","ground":"合并","document_no":"市监变〔2026〕1号"}}""".formatted(predecessor);
    }

    @Test
    void thatIsEnteredByHandLinksTheFilesBothWays() {
        Caller regulator = new Caller(server, "regulator");
        assertThat(regulator
                        .post("/v1/businesses/" + AFTER + "/facts", takeover(BEFORE))
                        .statusCode())
                .isEqualTo(201);

        JsonNode after = regulator.json("/v1/businesses/" + AFTER).get("life");
        JsonNode before = regulator.json("/v1/businesses/" + BEFORE).get("life");
        assertThat(after.get("takenOverBy").isEmpty()).isTrue();
        assertThat(before.get("tookOver").isEmpty()).isTrue();
        JsonNode took = after.get("tookOver").get(0);
        JsonNode taken = before.get("takenOverBy").get(0);
        assertThat(took.get("identity").asString()).isEqualTo(BEFORE);
        assertThat(taken.get("identity").asString()).isEqualTo(AFTER);
        assertThat(took.get("fact")).isEqualTo(taken.get("fact"));
        assertThat(taken.get("on").asString()).isEqualTo("2026-11-01");
        assertThat(taken.get("ground").asString()).isEqualTo("合并");
        assertThat(regulator
                        .json("/v1/businesses/" + BEFORE + "/credit-file?as-of=2026-10-31")
                        .get("life")
                        .get("takenOverBy")
                        .isEmpty())
                .isTrue();
        assertThat(regulator
                        .json("/v1/businesses/" + BEFORE + "/credit-file")
                        .get("life")
                        .get("takenOverBy"))
                .hasSize(1);

        for (String page : new String[] {"", "/credit-file"}) {
            assertThat(regulator
                            .get("/businesses/" + BEFORE + page + "?lang=en")
                            .body())
                    .contains("Taken over by", "href=\"/businesses/" + AFTER + "\"", "市监变〔2026〕1号");
            assertThat(regulator.get("/businesses/" + AFTER + page + "?lang=en").body())
                    .contains("Took over from", "href=\"/businesses/" + BEFORE + "\"");
        }
    }

    @Test
    void namesAPredecessorByAnIdentityThatIsNotItsOwn() {
        Caller regulator = new Caller(server, "regulator");
        assertThat(regulator
                        .post("/v1/businesses/" + AFTER + "/facts", takeover(AFTER))
                        .body())
                .contains("fields.predecessor", "OWN_IDENTITY");
        assertThat(regulator
                        .post("/v1/businesses/" + AFTER + "/facts", takeover("Old Shop: gone"))
                        .body())
                .contains("fields.predecessor", "BAD_IDENTITY");
        assertThat(regulator
                        .post("/v1/businesses/" + AFTER + "/facts", takeover(""))
                        .body())
                .contains("fields.predecessor", "MISSING");
    }
}
