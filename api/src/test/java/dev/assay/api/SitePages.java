package dev.assay.api;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The pages that somebody comes to by following the links from where he begins, one of each kind. */
final class SitePages {

    /** So many addresses of one kind of page are followed; what somebody begins with is always looked at. */
    private static final int OF_A_KIND = 1;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(assets|webjars|swagger-ui|api-docs|v1|actuator|oauth2)(/.*|\\.html)?|.*[?&]lang=.*");

    private final SampleServer server;
    private final List<PathPattern> patterns;
    private final Map<String, List<String>> found = new HashMap<>();

    SitePages(SampleServer server) {
        this.server = server;
        this.patterns =
                server
                        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .flatMap(info -> Optional.ofNullable(info.getPathPatternsCondition()).stream())
                        .flatMap(condition -> condition.getPatterns().stream())
                        .sorted(Comparator.naturalOrder())
                        .toList();
    }

    /** Follows the links from some pages, and answers the addresses of the pages that are there. */
    List<String> from(Visitor visitor, List<String> starts) {
        List<String> pages = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(starts);
        Set<String> seen = new HashSet<>(starts);
        Set<String> begun = Set.copyOf(starts);
        while (!open.isEmpty()) {
            String path = open.poll();
            List<String> alike = found.computeIfAbsent(kind(path), _ -> new ArrayList<>());
            if (alike.size() >= OF_A_KIND && !begun.contains(path)) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(path);
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            alike.add(path);
            pages.add(path);
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                if (!NO_PAGE.matcher(next).matches() && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return pages;
    }

    /** The kinds of page that were found, as the server's own patterns. */
    Set<String> kinds() {
        return Set.copyOf(found.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    }

    String address(String path) {
        return server.address(path);
    }

    private String kind(String path) {
        PathContainer container = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
        return patterns.stream()
                .filter(pattern -> pattern.matches(container))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse("(none)");
    }
}
