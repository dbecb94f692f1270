package dev.assay.core.listing;

import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import java.util.List;

/**
 * How an entry, or the publication of a penalty, can end early by credit repair 信用修复 (Order 44; SAMR's measures on credit repair of 2021; NDRC
 * Order 36).
 *
 * @param applyAfter how long it must have stood before the business may apply
 * @param accept how long the authority has to say whether it takes the application in hand
 * @param decide how long it has to decide, from then
 * @param takeDown how long it has to take the entry down, from the decision
 * @param conditions what must be fulfilled; each is looked at by a person
 * @param neverKinds kinds of penalty with which nothing is repaired early
 * @param again how long after a false application another may be made
 */
public record RepairRules(
        LegalTerm applyAfter,
        LegalTerm accept,
        LegalTerm decide,
        LegalTerm takeDown,
        List<Condition> conditions,
        List<String> neverKinds,
        LegalTerm again) {

    /** Copies the lists. */
    public RepairRules {
        conditions = List.copyOf(conditions);
        neverKinds = List.copyOf(neverKinds);
    }

    /**
     * Something that must be fulfilled.
     *
     * @param id its id, such as {@code obligations-done}
     * @param title its name
     * @param basis its ground
     */
    public record Condition(String id, Bilingual title, Basis basis) {}
}
