package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The register and the ratings by division: an earlier code of a division finds what lies in it. */
@WithSampleServer
class DivisionFilterIT {

    private final SampleServer server;

    DivisionFilterIT(SampleServer server) {
        this.server = server;
    }

    private String ratings(String division) {
        return new Caller(server, "partner")
                .json("/v1/ratings?model=sample-public&limit=100&division=" + division)
                .get("items")
                .toString();
    }

    @Test
    void anEarlierCodeFindsTheSameRatings() {
        assertThat(ratings("320613")).contains("\"division\":\"320613\"").doesNotContain("320612");
        assertThat(ratings("320602")).isEqualTo(ratings("320613"));
        assertThat(ratings("320611")).isEqualTo(ratings("320613"));
        assertThat(ratings("320601")).isEqualTo("[]");
    }

    @Test
    void anEarlierCodeFindsTheSameBusinessesInTheRegister() {
        assertThat(rows("320685")).isPositive();
        assertThat(rows("320621")).isEqualTo(rows("320685"));
        assertThat(rows("320601")).isZero();
    }

    private int rows(String division) {
        return new Caller(server, "regulator")
                        .get("/businesses?model=sample-public&division=" + division)
                        .body()
                        .split("<td class=\"name\"", -1)
                        .length
                - 1;
    }
}
