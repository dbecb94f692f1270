package dev.assay.core.listing;

import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps and terms of a list under one edition of its rules. A step that the edition does not ask for has no term.
 *
 * @param answer how long the party may make its statement or ask to be heard after the notice; null if nobody is given notice
 * @param hearingNotice how long before a hearing its day is told; null if there are no hearings
 * @param consent how long the level above has to consent; null if it is not asked
 * @param publish how long after the decision the entry is published
 * @param takeDown how long after a removal or an annulment the entry leaves every page
 * @param factors what is weighed before listing; empty if nothing is
 */
public record Procedure(
        @Nullable LegalTerm answer,
        @Nullable LegalTerm hearingNotice,
        @Nullable LegalTerm consent,
        LegalTerm publish,
        LegalTerm takeDown,
        List<Factor> factors) {

    /** Copies the list. */
    public Procedure {
        factors = List.copyOf(factors);
    }

    /**
     * A factor of the weighing.
     *
     * @param id its id, such as {@code malice}
     * @param title its name
     * @param basis its ground
     */
    public record Factor(String id, Bilingual title, Basis basis) {}
}
