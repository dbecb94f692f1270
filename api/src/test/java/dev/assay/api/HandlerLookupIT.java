package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.TestDatabases;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class HandlerLookupIT {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    @Test
    void every_path_has_the_handler_that_spring_alone_would_find() {
        try (SampleServer server = SampleServer.start(TestDatabases.EMBEDDED, 1)) {
            RequestMappingHandlerMapping ours =
                    server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();
            springs.setApplicationContext(Objects.requireNonNull(ours.getApplicationContext()));
            ours.getHandlerMethods()
                    .forEach((mapping, handler) ->
                            springs.registerMapping(mapping, handler.getBean(), handler.getMethod()));

            List<String> paths = new ArrayList<>(List.of(
                    "/",
                    "/nowhere",
                    "/v1",
                    "/v1/businesses/fhrs%3A1/ratings",
                    "/v1/%62usinesses/fhrs:1/ratings",
                    "/v1/businesses/fhrs:1/ratings/",
                    "/v1/businesses/fhrs:1/nowhere",
                    "/v1/businesses//ratings"));
            for (RequestMappingInfo mapping : ours.getHandlerMethods().keySet()) {
                mapping.getPatternValues().forEach(pattern -> paths.add(pattern.replaceAll("\\{[^}]+}", "1")));
            }
            assertThat(paths).hasSizeGreaterThan(100);
            assertThat(outcome(ours, "GET", "/v1/businesses/1/ratings")).contains("RatingApi#ratingsOf");
            for (String path : paths) {
                for (String method : METHODS) {
                    assertThat(outcome(ours, method, path))
                            .as("%s %s", method, path)
                            .isEqualTo(outcome(springs, method, path));
                }
            }
        }
    }

    /** The handler, or why there is none. */
    private static String outcome(RequestMappingHandlerMapping mapping, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain found = mapping.getHandler(request);
            return found == null ? "none" : found.getHandler().toString();
        } catch (ServletException refused) {
            return refused.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
