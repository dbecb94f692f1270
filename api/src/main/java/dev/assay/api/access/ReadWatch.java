package dev.assay.api.access;

import dev.assay.api.AuthorityClock;
import dev.assay.api.audit.ReadNotes;
import dev.assay.store.audit.ReadLog.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes every reading of what is not public: what anybody with a login reads on a route that is not for everyone, and under {@code /v1} wherever the
 * login may see more than everyone does. What is refused was not read.
 */
@Configuration(proxyBeanMethods = false)
class ReadWatch implements WebMvcConfigurer, HandlerInterceptor {

    /** They change nothing, but tell what is asked for. */
    private static final Set<String> SEARCHES = Set.of("/v1/match", "/persons/search", "/persons/reveal");

    private final ReadNotes notes;
    private final Viewers viewers;
    private final AuthorityClock clock;

    ReadWatch(ReadNotes notes, Viewers viewers, AuthorityClock clock) {
        this.notes = notes;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (failure != null || response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            return;
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Viewer viewer = viewers.current();
        if (isReading(request, pattern)) {
            note(request, viewer);
        }
    }

    /** Notes that a request was answered with what is not public; of someone without login there is nothing to note. */
    void note(HttpServletRequest request, Viewer viewer) {
        if (viewer.isKnown()) {
            String query = request.getQueryString();
            notes.note(new Reading(
                    clock.now(),
                    viewer.name(),
                    request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
    }

    private static boolean isReading(HttpServletRequest request, String pattern) {
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            return SEARCHES.contains(pattern);
        }
        return Route.find(method, pattern)
                .filter(route -> route.audience() != Audience.EVERYONE || pattern.startsWith("/v1/"))
                .isPresent();
    }
}
