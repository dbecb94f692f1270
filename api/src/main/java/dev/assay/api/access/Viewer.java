package dev.assay.api.access;

import dev.assay.core.grading.Visibility;
import dev.assay.core.publication.PublicationPolicy;
import dev.assay.core.publication.Reader;
import dev.assay.core.publication.Standing;
import dev.assay.store.account.Role;
import dev.assay.store.register.RegisteredBusiness;
import org.jspecify.annotations.Nullable;

/**
 * Who looks.
 *
 * @param name the account's name; empty without login
 * @param role the account's role; null without login
 * @param businessKey the store's key of the business that looks at itself, the one that goes on if it was merged; null for everyone else
 * @param scope the divisions for which someone of the authority acts; every one for everyone else
 */
public record Viewer(
        String name, @Nullable Role role, @Nullable Long businessKey, DivisionScope scope) {

    /** Someone without login. */
    public static final Viewer ANYONE = new Viewer("", null);

    /**
     * Someone who is no business, and acts for every division.
     *
     * @param name the account's name; empty without login
     * @param role the account's role; null without login
     */
    public Viewer(String name, @Nullable Role role) {
        this(name, role, null, DivisionScope.EVERYWHERE);
    }

    /**
     * As whom the viewer reads, in the words of the {@link PublicationPolicy}.
     *
     * @return the reader
     */
    public Reader reader() {
        return isRegulator() ? Reader.AUTHORITY : belongsTo(Audience.READERS) ? Reader.PARTNER : Reader.ANYONE;
    }

    /**
     * Whether the viewer may know of what a model in force says.
     *
     * @param visibility the visibility that the model states
     * @return true if the viewer may; if not, it does not exist for the viewer
     */
    public boolean maySee(Visibility visibility) {
        return PublicationPolicy.maySee(reader(), visibility, Standing.IN_FORCE);
    }

    /**
     * As whom the viewer reads what is about a business: someone of the authority reads what lies in other divisions as everyone does.
     *
     * @param business the business
     * @return the business itself where the login is its own, else {@link #reader()} or anyone
     */
    public Reader readerOf(RegisteredBusiness business) {
        return readerOf(business.key(), business.division());
    }

    /**
     * The same for a business of which only this is known.
     *
     * @param business the store's key of the business
     * @param division the code of its division; null where not known
     * @return as what the viewer reads
     */
    public Reader readerOf(long business, @Nullable String division) {
        if (isOwn(business)) {
            return Reader.SUBJECT;
        }
        return mayActFor(division) ? reader() : Reader.ANYONE;
    }

    /**
     * Whether a division is one for which the viewer acts. Only for those of the authority it says more than that nothing keeps them from it.
     *
     * @param division the division's code; null where not known
     * @return true if the viewer may read and decide on what lies in it
     */
    public boolean mayActFor(@Nullable String division) {
        return scope.contains(division);
    }

    /**
     * Whether a business is the viewer itself.
     *
     * @param business the store's key of the business
     * @return true if the login is the business's own
     */
    public boolean isOwn(long business) {
        return businessKey != null && businessKey == business;
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
     * Whether the viewer keeps accounts and keys.
     *
     * @return true for an administrator
     */
    public boolean isAdministrator() {
        return belongsTo(Audience.ADMINISTRATORS);
    }

    /**
     * Whether the viewer is a business.
     *
     * @return true for a business's own login
     */
    public boolean isBusiness() {
        return belongsTo(Audience.BUSINESS);
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
