package dev.assay.store.listing;

import dev.assay.core.identity.Identity;
import dev.assay.core.listing.ListingState;
import dev.assay.core.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A case for the serious-violation list.
 *
 * @param id the store's number
 * @param businessKey the store's key of the business
 * @param business the business's principal identity
 * @param name the business's name; null where no source named it
 * @param division code of the business's division; null where not known
 * @param rule id of the rule that proposed it
 * @param edition edition of the rules under which the case began
 * @param factId the penalty that it rests on
 * @param conduct the conduct that the rule found
 * @param basis the legal ground of the rule
 * @param provisional whether that ground is not certain
 * @param state where it stands, with who decided, when and why
 */
public record ListingCase(
        long id,
        long businessKey,
        Identity business,
        @Nullable String name,
        @Nullable String division,
        String rule,
        String edition,
        long factId,
        Bilingual conduct,
        String basis,
        boolean provisional,
        ListingState state) {

    /**
     * What people call the business.
     *
     * @return the name, or the identity where no source named it
     */
    public String title() {
        return name == null ? business.toString() : name;
    }
}
