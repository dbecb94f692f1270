package dev.assay.api.access;

import dev.assay.api.problem.NotThere;
import dev.assay.core.identity.Identity;
import dev.assay.store.register.BusinessRegister;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps those of the authority to their own divisions: a business of another does not exist for them on any route that names a business and is
 * not for everyone. What such a route adds later is kept without a word more.
 */
@Configuration(proxyBeanMethods = false)
class DivisionGuard implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BUSINESS = "/businesses/{identity}";
    private static final String VARIABLE = "identity";

    private final BusinessRegister register;
    private final Viewers viewers;

    DivisionGuard(BusinessRegister register, Viewers viewers) {
        this.register = register;
        this.viewers = viewers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (pattern.contains(BUSINESS) && isGuarded(request, pattern)) {
            Viewer viewer = viewers.current();
            if (!viewer.scope().isEverywhere()) {
                check(request, viewer);
            }
        }
        return true;
    }

    private static boolean isGuarded(HttpServletRequest request, String pattern) {
        return Route.find(HttpMethod.valueOf(request.getMethod()), pattern)
                .filter(route -> route.audience() == Audience.EVERYONE)
                .isEmpty();
    }

    private void check(HttpServletRequest request, Viewer viewer) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object named = variables instanceof Map<?, ?> map ? map.get(VARIABLE) : null;
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
