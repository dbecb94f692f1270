package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.listing.CaseSteps.Entry;
import dev.assay.core.listing.ListingRefusedException;
import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.listing.ListingState;
import dev.assay.store.account.Role;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A case that was proposed before its penalty was annulled. */
@WithSampleServer
class SealedCaseIT {

    private static final int BUSINESS = 280;
    private static final Viewer LIN = new Viewer("lin", Role.REGULATOR);

    private final SampleServer server;

    SealedCaseIT(SampleServer server) {
        this.server = server;
    }

    private static Entry because(String reason) {
        return new Entry(0, reason, null, Map.of(), false);
    }

    @Test
    void saysSoAndCanOnlyBeDismissed() {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        CaseSteps steps = server.bean("caseSteps", CaseSteps.class);
        long id = dsl.fetchSingle("SELECT case_id FROM listing_case WHERE business_key = ?", BUSINESS)
                .get(0, Long.class);
        Caller regulator = new Caller(server, "regulator");
        assertThat(regulator.get("/lists/" + id).body())
                .contains("id=\"notice\"")
                .doesNotContain("case-sealed");

        dsl.execute("""
                INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                SELECT business_key, fact_id + 100, 'penalty-step', occurred_on, known_on, recorded_at, as_at, feed, 'annulled', run_id, line,
                  '{"penalty_no":"通市监处罚〔2026〕280号","step":"annulled"}'
                FROM fact WHERE kind = 'penalty' AND business_key = ?
                """, BUSINESS);
        assertThat(regulator.get("/lists/" + id).body()).contains("case-sealed").doesNotContain("id=\"notice\"");
        assertThat(catchThrowableOfType(
                                ListingRefusedException.class, () -> steps.take(id, "notice", because("because"), LIN))
                        .refusal())
                .isEqualTo(Refusal.SEALED);
        assertThat(steps.get(id).state()).isInstanceOf(ListingState.Proposed.class);
        assertThat(steps.take(id, "dismiss", because("the penalty was annulled"), LIN))
                .isInstanceOf(ListingState.Dismissed.class);
    }
}
