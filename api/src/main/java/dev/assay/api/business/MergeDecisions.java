package dev.assay.api.business;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Carries a regulator's decision that two businesses are one, or two again, into the store. */
@Component
public class MergeDecisions {

    private final BusinessMerges merges;
    private final BusinessRegister register;
    private final AuthorityClock clock;

    MergeDecisions(BusinessMerges merges, BusinessRegister register, AuthorityClock clock) {
        this.merges = merges;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Merges a business into another.
     *
     * @param merged the business that is read with the other from now on
     * @param into an identity of the business that goes on
     * @param viewer who decides
     * @param reason why
     * @return what became of it; empty if the reason is blank or too long
     */
    public Optional<BusinessMerges.Outcome> merge(
            RegisteredBusiness merged, Identity into, Viewer viewer, String reason) {
        if (register.find(into)
                .filter(other -> viewer.mayActFor(other.division()))
                .isEmpty()) {
            return Optional.of(BusinessMerges.Outcome.NO_SUCH_BUSINESS);
        }
        return decided(viewer, reason, decision -> merges.merge(merged.identity(), into, decision));
    }

    /**
     * Parts a business from the one that it is merged into.
     *
     * @param merged the business
     * @param viewer who decides
     * @param reason why
     * @return what became of it; empty if the reason is blank or too long
     */
    public Optional<BusinessMerges.Outcome> part(RegisteredBusiness merged, Viewer viewer, String reason) {
        return decided(viewer, reason, decision -> merges.part(merged.identity(), decision));
    }

    private Optional<BusinessMerges.Outcome> decided(
            Viewer viewer, String reason, Function<Decision, BusinessMerges.Outcome> carryOut) {
        Decision decision;
        try {
            decision = new Decision(viewer.name(), clock.now(), clock.today(), reason);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
        return Optional.of(carryOut.apply(decision));
    }
}
