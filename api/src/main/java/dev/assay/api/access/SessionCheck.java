package dev.assay.api.access;

import dev.assay.store.account.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account was locked, changed or taken away since it logged in. */
final class SessionCheck extends OncePerRequestFilter {

    private final Accounts accounts;

    SessionCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && known != null && known.getPrincipal() instanceof AccountUser user && !stands(user)) {
            session.invalidate();
            SecurityContextHolder.getContext()
                    .setAuthentication(new AnonymousAuthenticationToken(
                            "assay", "anyone", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        }
        chain.doFilter(request, response);
    }

    private boolean stands(AccountUser user) {
        return accounts.find(user.getUsername())
                .filter(account -> !account.locked() && account.revision() == user.revision())
                .isPresent();
    }
}
