package dev.assay.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusalsTest {

    private final DataAccessException noConnection =
            new DataAccessException("no connection", new SQLTransientConnectionException("assay - timed out"));

    @Test
    void a_program_is_told_to_come_again_where_no_connection_became_free() throws IOException {
        ResponseEntity<?> answer = (ResponseEntity<?>) new Refusals()
                .refuse(noConnection, new MockHttpServletRequest("GET", "/v1/ratings"), new MockHttpServletResponse());

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(String.valueOf(answer.getBody())).contains("Retry-After").doesNotContain("timed out");
    }

    @Test
    void so_is_a_person_at_a_page() throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new Refusals().refuse(noConnection, new MockHttpServletRequest("GET", "/public"), answer);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    }
}
