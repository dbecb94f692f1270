package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import org.junit.jupiter.api.Test;

/** Whose record is it, over the API, as a regulator and as others. */
@WithSampleServer
class NameQuestionApiIT {

    private static final String QUESTION = "/v1/name-questions/" + SampleQuestion.ID;
    private static final String TO_SEVEN = "{\"answer\":\"BUSINESS\",\"business\":\"sample:"
            + SampleRegister.identity(7) + "\",\"reason\":\"looked at the licence\"}";

    private final SampleServer server;

    NameQuestionApiIT(SampleServer server) {
        this.server = server;
    }

    /** The facts that stand; what was taken back is listed apart. */
    private String creditFile(Caller caller) {
        return caller.json("/v1/businesses/sample:" + SampleRegister.identity(7) + "/credit-file")
                .get("facts")
                .toString();
    }

    @Test
    void anAnswerTakesTheRecordInAndItsUndoingTakesItBack() {
        Caller regulator = new Caller(server, "regulator");
        assertThat(regulator.json("/v1/name-questions").get("items").size()).isEqualTo(1);
        assertThat(regulator
                        .json(QUESTION)
                        .get("candidates")
                        .get(0)
                        .get("parts")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("TRADE_NAME");
        assertThat(creditFile(regulator)).doesNotContain("\"油\"");

        assertThat(regulator.post(QUESTION + "/answer", TO_SEVEN).statusCode()).isEqualTo(200);
        assertThat(creditFile(regulator)).contains("\"油\"");
        assertThat(regulator.json(QUESTION).get("decisions").get(0).get("by").asString())
                .isEqualTo("regulator");
        assertThat(regulator.post(QUESTION + "/answer", TO_SEVEN).statusCode()).isEqualTo(409);

        assertThat(regulator
                        .post(QUESTION + "/undo", "{\"reason\":\"the wrong one\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(creditFile(regulator)).doesNotContain("\"油\"");
        assertThat(regulator
                        .json(QUESTION)
                        .get("decisions")
                        .get(0)
                        .get("undoneReason")
                        .asString())
                .isEqualTo("the wrong one");
    }

    @Test
    void whatCannotBeCarriedOutIsToldAndChangesNothing() {
        Caller regulator = new Caller(server, "regulator");
        assertThat(regulator
                        .post(QUESTION + "/answer", TO_SEVEN.replace("sample:", "sample:X"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(regulator
                        .post(QUESTION + "/answer", "{\"answer\":\"OUT\",\"reason\":\" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(regulator.post("/v1/name-questions/99/answer", TO_SEVEN).statusCode())
                .isEqualTo(404);
        assertThat(regulator.json(QUESTION).get("answer").isNull()).isTrue();
    }

    @Test
    void nobodyButARegulatorAnswersAndNoFormFromElsewhereDoes() {
        assertThat(new Caller(server, "operator")
                        .post(QUESTION + "/answer", TO_SEVEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.anyone(server).post(QUESTION + "/answer", TO_SEVEN).statusCode())
                .isEqualTo(401);
        assertThat(new Caller(server, "regulator")
                        .send("POST", QUESTION + "/answer", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Caller(server, "regulator")
                        .send("POST", "/questions/1/answer?choice=NEW&reason=because")
                        .statusCode())
                .isEqualTo(403);
    }
}
