package dev.assay.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoadLimitTest {

    private final LoadLimit limit = new LoadLimit(2);
    private final List<MockHttpServletResponse> answers = new ArrayList<>();

    private void ask(String path, FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        answers.add(answer);
        limit.doFilter(new MockHttpServletRequest("GET", path), answer, chain);
    }

    @Test
    void who_comes_beyond_is_told_at_once_to_come_again_and_so_is_nobody_later() throws Exception {
        ask(
                "/v1/ratings",
                (_, _) -> ask("/v1/ratings", (_, _) -> {
                    ask("/v1/ratings", (_, _) -> {
                        throw new ServletException("three are answered together");
                    });
                    ask("/public", (_, _) -> {
                        throw new ServletException("three are answered together");
                    });
                    ask("/actuator/health", (_, answer) -> answer.setContentType("health"));
                }));
        ask("/v1/ratings", (_, answer) -> answer.setContentType("later"));

        assertThat(answers.stream().map(MockHttpServletResponse::getStatus))
                .containsExactly(200, 200, 503, 503, 200, 200);
        assertThat(answers.get(2).getHeader("Retry-After")).isEqualTo("1");
        assertThat(answers.get(3).getHeader("Retry-After")).isEqualTo("1");
        assertThat(answers.get(3).getContentAsString()).contains("系统繁忙", "Come again");
        assertThat(answers.get(4).getContentType()).isEqualTo("health");
        assertThat(answers.get(5).getContentType()).isEqualTo("later");
    }

    @Test
    void a_request_that_fails_gives_its_place_back() throws Exception {
        for (int i = 0; i < 5; i++) {
            try {
                ask("/v1/ratings", (_, _) -> {
                    throw new IOException("broken");
                });
            } catch (IOException expected) {
                assertThat(expected).hasMessage("broken");
            }
        }
        ask("/v1/ratings", (_, answer) -> answer.setContentType("answered"));

        assertThat(answers.getLast().getContentType()).isEqualTo("answered");
    }
}
