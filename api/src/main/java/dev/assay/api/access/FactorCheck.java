package dev.assay.api.access;

import dev.assay.api.problem.Problems;
import dev.assay.store.account.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets an account whose role needs a second factor do nothing before it has set one up, unless an issuer vouches for it. */
final class FactorCheck extends OncePerRequestFilter {

    private static final String PAGE = "/second-factor";
    private static final List<String> OPEN = List.of(PAGE, "/logout", "/assets/", "/webjars/", "/public", "/api-docs");

    private final SecondFactor factors;

    FactorCheck(SecondFactor factors) {
        this.factors = factors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (known == null || OPEN.stream().anyMatch(path::startsWith) || !isMissing(known)) {
            chain.doFilter(request, response);
        } else if (Problems.isForMachine(request)) {
            Problems.refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "Accounts of this role need a second factor.%nMaybe log in to the console and set it up; programs take a token (/oauth2/token).");
        } else {
            response.sendRedirect(request.getContextPath() + PAGE);
        }
    }

    private boolean isMissing(Authentication known) {
        return known.getPrincipal() instanceof AccountUser user
                && !(user instanceof SignedOnUser signedOn && signedOn.isVouchedFor())
                && factors.isRequired(Role.valueOf(
                        user.getAuthorities().iterator().next().toString().substring("ROLE_".length())))
                && !factors.isSet(user.getUsername());
    }
}
