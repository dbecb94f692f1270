package dev.assay.api.access;

import dev.assay.core.division.Divisions;
import dev.assay.store.account.ClientScope;
import dev.assay.store.account.Role;
import dev.assay.store.register.BusinessMerges;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes the {@link Viewer} of a request from what the security filters found. */
@Component
class Viewers {

    private final BusinessMerges merges;
    private final Divisions divisions;

    Viewers(BusinessMerges merges, Divisions divisions) {
        this.merges = merges;
        this.divisions = divisions;
    }

    /** The viewer of the request that this thread answers. */
    Viewer current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    private Viewer of(@Nullable Authentication authentication) {
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return Viewer.ANYONE;
        }
        Optional<Role> role = authentication.getAuthorities().stream()
                .flatMap(granted -> Arrays.stream(Role.values())
                        .filter(candidate -> ("ROLE_" + candidate.name()).equals(granted.getAuthority())))
                .findFirst();
        if (role.isEmpty()) {
            return Viewer.ANYONE;
        }
        if (authentication instanceof JwtAuthenticationToken program) {
            ClientScope asked = scopeOfRequest();
            boolean reads = program.getAuthorities().contains(SecurityRules.authority(asked));
            if (reads && asked.isOfAuthority()) {
                // At these addresses alone; elsewhere it is like every other program.
                return new Viewer(
                        "client:" + program.getName(),
                        Role.REGULATOR,
                        null,
                        scope(AccessTokens.divisions(program.getToken())));
            }
            // Without the scope it sees what everyone sees.
            return new Viewer("client:" + program.getName(), reads ? Role.PARTNER : null);
        }
        return authentication.getPrincipal() instanceof AccountUser user
                ? new Viewer(user.getUsername(), role.get(), survivorOf(user.businessKey()), scope(user.divisions()))
                : new Viewer(authentication.getName(), role.get());
    }

    private static ClientScope scopeOfRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes answered
                ? Route.scopeOf(answered.getRequest().getRequestURI()).orElse(ClientScope.RATINGS)
                : ClientScope.RATINGS;
    }

    private @Nullable Long survivorOf(@Nullable Long business) {
        return business == null ? null : Long.valueOf(merges.survivorOf(business));
    }

    /** Earlier codes of a division are the same place, and 320600 is all of 3206. */
    private DivisionScope scope(List<String> codes) {
        return new DivisionScope(codes.stream()
                .flatMap(code -> Stream.concat(Stream.of(beginning(code)), divisions.codesOf(code).stream()))
                .distinct()
                .toList());
    }

    private static String beginning(String code) {
        return code.matches("\\d{6}") ? code.replaceFirst("(00)+$", "") : code;
    }
}
