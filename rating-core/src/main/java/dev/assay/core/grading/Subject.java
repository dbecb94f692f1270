package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.identity.Identity;

/**
 * What a model grades: a business, or one of its licences.
 *
 * @param business the business's principal identity
 * @param identity the subject's own identity: the business's, or the licence's ({@code food-licence:JY…})
 * @param sector the licence's sector; for a business the sector of its description
 */
public record Subject(Identity business, Identity identity, Sector sector) {

    /**
     * Whether the subject is the business as a whole.
     *
     * @return true if it is, false for a licence
     */
    public boolean isBusiness() {
        return business.equals(identity);
    }
}
