package dev.assay.api.access;

import dev.assay.core.grading.Visibility;
import dev.assay.store.account.Role;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Who looks.
 *
 * @param name the account's name; empty without login
 * @param role the account's role; null without login
 */
public record Viewer(String name, @Nullable Role role) {

    /** Someone without login. */
    public static final Viewer ANYONE = new Viewer("", null);

    /**
     * The viewer of a request.
     *
     * @param authentication what the security filters found; null if nothing
     * @return the viewer
     */
    public static Viewer of(@Nullable Authentication authentication) {
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return ANYONE;
        }
        Optional<Role> role = authentication.getAuthorities().stream()
                .flatMap(granted -> Arrays.stream(Role.values())
                        .filter(candidate -> ("ROLE_" + candidate.name()).equals(granted.getAuthority())))
                .findFirst();
        return role.isPresent() ? new Viewer(authentication.getName(), role.get()) : ANYONE;
    }

    /**
     * Whether the viewer may know of ratings.
     *
     * @param visibility the visibility that their model states
     * @return true if the viewer may; if not, they do not exist for the viewer
     */
    public boolean maySee(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> true;
            case PARTNERS -> belongsTo(Audience.READERS);
            case INTERNAL -> isRegulator();
        };
    }

    /**
     * Whether a route is for the viewer.
     *
     * @param audience the route's audience
     * @return true if the viewer belongs to it
     */
    public boolean belongsTo(Audience audience) {
        return audience == Audience.EVERYONE || (role != null && audience.contains(role));
    }

    /**
     * Whether the viewer is of the authority itself.
     *
     * @return true for a regulator or an approver
     */
    public boolean isRegulator() {
        return belongsTo(Audience.REGULATORS);
    }

    /**
     * Whether the viewer decides what others prepared.
     *
     * @return true for an approver
     */
    public boolean isApprover() {
        return belongsTo(Audience.APPROVERS);
    }

    /**
     * Whether the viewer sees feeds and jobs.
     *
     * @return true for an operator or whoever is of the authority
     */
    public boolean isKeeper() {
        return belongsTo(Audience.KEEPERS);
    }

    /**
     * Whether the viewer has logged in.
     *
     * @return true with a login of any role
     */
    public boolean isKnown() {
        return role != null;
    }
}
