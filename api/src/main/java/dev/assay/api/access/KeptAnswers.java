package dev.assay.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.api.AuthorityClock;
import dev.assay.core.publication.Reader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The cache <em>answers</em>: the ratings of a business as they were last answered to everyone, or to partners. Platforms ask for the same ones again
 * and again to see whether they changed. An answer is given again only while {@link CurrentMark} is what it was before the answer was made, on the
 * same day, and to the same kind of reader; after a request that may decide something the mark is read anew. What the authority's own people and
 * businesses see depends on who they are, and is never kept. A reading from here is noted as every other one.
 */
public final class KeptAnswers extends OncePerRequestFilter {

    /** {@code /v1/businesses/SCHEME:VALUE/ratings}, also those of one model. */
    private static final Pattern RATINGS = Pattern.compile("/v1/businesses/[^/]+(:|%3[Aa])[^/]+/ratings(/[^/]+)?");

    /** What an answer takes beside its bytes and what was asked, about. */
    private static final int ROOM_OF_AN_ANSWER = 600;

    private final Viewers viewers;
    private final ReadWatch watch;
    private final AuthorityClock clock;
    private final CurrentMark mark;
    private final Cache<Asked, Answer> answers;
    private volatile String last = "";

    KeptAnswers(
            AnswerSettings settings,
            CurrentMark mark,
            Viewers viewers,
            ReadWatch watch,
            AuthorityClock clock,
            MeterRegistry meters) {
        this.viewers = viewers;
        this.watch = watch;
        this.clock = clock;
        this.mark = mark;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(settings.room().toBytes())
                .weigher((Asked asked, Answer answer) -> asked.room() + answer.body.length)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, answers, "answers");
    }

    /** Who asks for what, on what it rests, and on which day: a rating or a model may end with it. */
    private record Asked(String mark, Reader reader, LocalDate day, String address, String accept) {

        /** What is kept beside the answer's bytes; somebody may write addresses as long as the server takes them. */
        int room() {
            return ROOM_OF_AN_ANSWER + 2 * (address.length() + accept.length());
        }
    }

    private record Header(String name, String value) {}

    /** A class, because its bytes are nobody's to compare. */
    private static final class Answer {

        private final List<Header> headers;
        private final String type;
        private final byte[] body;

        Answer(List<Header> headers, String type, byte[] body) {
            this.headers = headers;
            this.type = type;
            this.body = body;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && !RATINGS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            decide(request, response, chain);
            return;
        }
        Viewer viewer = viewers.current();
        if (viewer.isRegulator() || viewer.isBusiness()) {
            chain.doFilter(request, response);
            return;
        }
        Asked asked = asked(request, viewer);
        Answer kept = answers.getIfPresent(asked);
        if (kept == null) {
            make(asked, request, response, chain);
        } else {
            give(kept, response);
            watch.note(request, viewer);
        }
    }

    /** Who decides something here and looks at it next finds it as it is now. */
    private void decide(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            mark.forget();
        }
    }

    private Asked asked(HttpServletRequest request, Viewer viewer) {
        String query = request.getQueryString();
        return new Asked(
                newest(),
                viewer.reader(),
                clock.today(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), ""));
    }

    /** The mark; all answers of before take room for nothing. */
    private String newest() {
        String now = mark.current();
        if (!now.equals(last)) {
            last = now;
            answers.invalidateAll();
        }
        return now;
    }

    private void make(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<String> before = Set.copyOf(response.getHeaderNames());
        ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        String type = made.getContentType();
        if (made.getStatus() == HttpStatus.OK.value() && type != null) {
            answers.put(asked, new Answer(added(made, before), type, made.getContentAsByteArray()));
        }
        made.copyBodyToResponse();
    }

    /** What the answer has beside what the filters before this one write to each. */
    private static List<Header> added(HttpServletResponse response, Set<String> before) {
        List<Header> added = new ArrayList<>();
        for (String name : response.getHeaderNames()) {
            if (!before.contains(name)
                    && !HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)
                    && !HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
                response.getHeaders(name).forEach(value -> added.add(new Header(name, value)));
            }
        }
        return List.copyOf(added);
    }

    private static void give(Answer answer, HttpServletResponse response) throws IOException {
        answer.headers.forEach(header -> response.addHeader(header.name(), header.value()));
        response.setContentType(answer.type);
        response.setContentLength(answer.body.length);
        response.getOutputStream().write(answer.body);
    }
}
