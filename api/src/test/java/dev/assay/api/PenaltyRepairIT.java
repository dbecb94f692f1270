package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The repair of a penalty: what it writes into the file and where the request stands are one thing. */
@WithSampleServer
class PenaltyRepairIT {

    private static final int BUSINESS = 100;
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final SampleServer server;

    PenaltyRepairIT(SampleServer server) {
        this.server = server;
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    private String answer(String account, String page, String step, Map<String, String> fields) {
        Visitor who = Visitor.of(server, account, SampleServer.PASSWORD);
        Map<String, String> all = new HashMap<>(fields);
        Matcher revision = REVISION.matcher(who.get(page).body());
        assertThat(revision.find()).isTrue();
        all.put("revision", revision.group(1));
        return who.submit(page, page + "/" + step, all).body();
    }

    private boolean isShown() {
        return Caller.anyone(server)
                .get("/v1/businesses/sample:" + SampleRegister.identity(BUSINESS) + "/penalties")
                .body()
                .contains("documentNo");
    }

    private int standingSteps() {
        return dsl().fetch(
                        "SELECT 1 FROM fact WHERE business_key = ? AND kind = 'penalty-step' AND superseded_at IS NULL",
                        BUSINESS)
                .size();
    }

    private String state() {
        return dsl().fetchSingle("SELECT state FROM request WHERE business_key = ? AND kind = 'REPAIR'", BUSINESS)
                .get(0, String.class);
    }

    /** A fine alone, so old that its repair may be asked for. */
    private long penalty() {
        dsl().execute(
                        "UPDATE fact SET content = REPLACE(content, '责令停产停业', '警告'), occurred_on = occurred_on - INTERVAL 1 YEAR, known_on = known_on - INTERVAL 1 YEAR WHERE business_key = ? AND kind = 'penalty'",
                        BUSINESS);
        dsl().execute(
                        "INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at) SELECT 'shop-100', password_hash, 'BUSINESS', 100, created_at FROM account WHERE name = 'partner'");
        return dsl().fetchSingle("SELECT fact_id FROM fact WHERE business_key = ? AND kind = 'penalty'", BUSINESS)
                .get(0, Long.class);
    }

    @Test
    void stands_with_its_request_or_not_at_all_and_a_false_one_shows_the_penalty_again() {
        long penalty = penalty();
        assertThat(isShown()).isTrue();
        Visitor.of(server, "shop-100", SampleServer.PASSWORD)
                .submit(
                        "/my",
                        "/my/requests",
                        Map.of(
                                "kind", "REPAIR",
                                "fact", Long.toString(penalty),
                                "reason", "all is done",
                                "promise", "true"));
        String request = "/requests/"
                + dsl().fetchSingle("SELECT request_id FROM request WHERE fact_id = ?", penalty)
                        .get(0, Long.class);
        answer("regulator", request, "accept", Map.of("reason", "complete"));
        Map<String, String> fulfilled = new HashMap<>(Map.of("reason", "seen on the spot"));
        for (String condition :
                new String[] {"obligations-done", "harm-removed", "no-repeat", "not-listed", "promise"}) {
            fulfilled.put("condition." + condition, "true");
        }

        dsl().execute("ALTER TABLE request ADD CONSTRAINT never_granted CHECK (fact_id IS NULL OR fact_id <> " + penalty
                + " OR state <> 'GRANTED')");
        try {
            assertThat(answer("approver", request, "grant", fulfilled)).doesNotContain("It is granted");
        } finally {
            dsl().execute("ALTER TABLE request DROP CONSTRAINT never_granted");
        }
        assertThat(standingSteps()).as("the request could not be moved").isZero();
        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(isShown()).isTrue();

        answer("approver", request, "grant", fulfilled);
        assertThat(standingSteps()).isEqualTo(1);
        assertThat(state()).isEqualTo("GRANTED");
        assertThat(isShown()).isFalse();

        answer("approver", request, "revoke", Map.of("reason", "the receipts were false"));
        assertThat(standingSteps()).isZero();
        assertThat(state()).isEqualTo("REVOKED");
        assertThat(isShown()).isTrue();
    }
}
