package dev.assay.api.access;

import dev.assay.api.problem.NotThere;
import dev.assay.core.identity.Identity;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Requests;
import dev.assay.store.request.StoredRequest;
import dev.assay.store.work.Assignments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps those of the authority to their own divisions: a business of another does not exist for them on any route that names a business, a case, a
 * request, a visit or a paper of it and is not for everyone. What such a route adds later is kept without a word more.
 */
@Configuration(proxyBeanMethods = false)
class DivisionGuard implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BUSINESS = "/businesses/{identity}";
    private static final String VARIABLE = "identity";

    private static final String NUMBER = "id";
    private static final String CASE = "/lists/{id}";
    private static final String REQUEST = "/requests/{id}";
    private static final String PAPER = "/papers/{id}";
    private static final String VISIT = "/assignments/{id}";
    private static final String VISIT_OF_API = "/v1/visits/{id}";

    private final BusinessRegister register;
    private final ListingCases cases;
    private final Requests requests;
    private final Papers papers;
    private final Assignments assignments;
    private final Viewers viewers;

    DivisionGuard(
            BusinessRegister register,
            ListingCases cases,
            Requests requests,
            Papers papers,
            Assignments assignments,
            Viewers viewers) {
        this.register = register;
        this.cases = cases;
        this.requests = requests;
        this.papers = papers;
        this.assignments = assignments;
        this.viewers = viewers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        boolean ofBusiness = pattern.contains(BUSINESS);
        boolean ofMatter = Stream.of(CASE, REQUEST, PAPER, VISIT, VISIT_OF_API).anyMatch(pattern::startsWith);
        if ((ofBusiness || ofMatter) && isGuarded(request, pattern)) {
            Viewer viewer = viewers.current();
            if (!viewer.scope().isEverywhere()) {
                if (ofBusiness) {
                    check(request, viewer);
                } else {
                    checkMatter(request, pattern, viewer);
                }
            }
        }
        return true;
    }

    private static boolean isGuarded(HttpServletRequest request, String pattern) {
        return Route.find(HttpMethod.valueOf(request.getMethod()), pattern)
                .filter(route -> route.audience() == Audience.EVERYONE)
                .isEmpty();
    }

    private static @Nullable Object variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> map
                ? map.get(name)
                : null;
    }

    private void checkMatter(HttpServletRequest request, String pattern, Viewer viewer) {
        String number = String.valueOf(variable(request, NUMBER));
        // Other ways to write a number, such as 0x1, would be the handler's to read: nothing is there for them.
        boolean kept = number.matches("\\d{1,18}")
                && businessOf(pattern, Long.parseLong(number))
                        .map(business -> viewer.mayActFor(register.get(business).division()))
                        .orElse(true);
        if (!kept && isVisit(pattern)) {
            throw NotThere.visit(number);
        }
        if (!kept) {
            throw new NotThere("There is nothing here with the number (%s).%nMaybe look for it on the page of lists."
                    .formatted(number));
        }
    }

    /** The key of the business that a case, a request, a visit or a paper is about. */
    private Optional<Long> businessOf(String pattern, long id) {
        if (pattern.startsWith(CASE)) {
            return cases.find(id).map(ListingCase::businessKey);
        }
        if (pattern.startsWith(REQUEST)) {
            return requests.find(id).map(StoredRequest::businessKey);
        }
        if (isVisit(pattern)) {
            return assignments.find(id).map(visit -> visit.what().businessKey());
        }
        return papers.find(id).flatMap(paper -> businessOfSubject(paper.subject()));
    }

    private static boolean isVisit(String pattern) {
        return pattern.startsWith(VISIT) || pattern.startsWith(VISIT_OF_API);
    }

    private Optional<Long> businessOfSubject(String subject) {
        long number = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
        return businessOf(
                subject.startsWith("request:") ? REQUEST : subject.startsWith("assignment:") ? VISIT : CASE, number);
    }

    private void check(HttpServletRequest request, Viewer viewer) {
        Object named = variable(request, VARIABLE);
        if (named == null) {
            throw NotThere.business("");
        }
        Identity identity;
        try {
            identity = Identity.parse(named.toString());
        } catch (IllegalArgumentException malformed) {
            return; // The handler says what is wrong with it.
        }
        register.find(identity)
                .filter(business -> !viewer.mayActFor(business.division()))
                .ifPresent(_ -> {
                    throw NotThere.business(identity);
                });
    }
}
