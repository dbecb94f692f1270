package dev.assay.store.listing;

import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.ListingState;
import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case for a list.
 *
 * @param id the store's number
 * @param list id of the list
 * @param visibility who may see its entry: {@code public}, {@code partners} or {@code internal}
 * @param businessKey the store's key of the business
 * @param business the business's principal identity
 * @param name the business's name; null where no source named it
 * @param division code of the business's division; null where not known
 * @param rule id of the ground that proposed it
 * @param edition edition of the rules under which the case began
 * @param factId the fact that proposed it
 * @param evidence the numbers of all facts that it rests on
 * @param triggeredOn the day of the fact that proposed it
 * @param person the person whom a ban concerns; null where it concerns the business
 * @param conduct what the rule found
 * @param basis the legal ground of the rule
 * @param provisional whether that ground is not certain
 * @param revision how often it was moved
 * @param due what is due next; null if nothing is
 * @param state where it stands, with who decided, when and why
 */
public record ListingCase(
        long id,
        String list,
        String visibility,
        long businessKey,
        Identity business,
        @Nullable String name,
        @Nullable String division,
        String rule,
        String edition,
        long factId,
        List<Long> evidence,
        LocalDate triggeredOn,
        @Nullable String person,
        Bilingual conduct,
        String basis,
        boolean provisional,
        int revision,
        @Nullable Due due,
        ListingState state) {

    /**
     * What is due.
     *
     * @param step the word of the step
     * @param by the last day for it
     */
    public record Due(String step, LocalDate by) {}

    /** Copies the list. */
    public ListingCase {
        evidence = List.copyOf(evidence);
    }

    /**
     * What people call the business.
     *
     * @return the name, or the identity where no source named it
     */
    public String title() {
        return name == null ? business.toString() : name;
    }

    /**
     * What is due.
     *
     * @return it, or empty
     */
    public Optional<Due> findDue() {
        return Optional.ofNullable(due);
    }

    /**
     * The decision that shaped the case last.
     *
     * @return it; null before there is one
     */
    public @Nullable Decision decision() {
        return ListingStateJson.decision(state);
    }

    /**
     * The entry, where there is or was one.
     *
     * @return it; null for a case that never was on the list
     */
    public @Nullable Listed entry() {
        return ListingStateJson.entry(state);
    }

    /**
     * What the audit log calls the case.
     *
     * @return {@code listing-case:} and its number
     */
    public String auditSubject() {
        return "listing-case:" + id;
    }
}
