package dev.assay.api.business;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.creditfile.Takeover;
import dev.assay.store.fact.Cut;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.register.Takeovers;
import dev.assay.store.register.Takeovers.Succession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lives of businesses, with those who were there before and those who came after. */
@Component
public class Lives {

    private final BusinessRegister register;
    private final Takeovers takeovers;

    /**
     * Lives.
     *
     * @param register the register, which knows the predecessors
     * @param takeovers the records in the successors' files
     */
    public Lives(BusinessRegister register, Takeovers takeovers) {
        this.register = register;
        this.takeovers = takeovers;
    }

    /**
     * The life of a business.
     *
     * @param business the store's key of the business
     * @param file its file, with the facts of {@link Life#KINDS} at least
     * @return its life, cut as the file is
     */
    public LifeView of(long business, CreditFile file) {
        return LifeView.of(
                Life.of(file),
                this::predecessor,
                takeovers.successorsOf(business, new Cut(file.asOf(), file.knownAt())).stream()
                        .map(Lives::successor)
                        .toList());
    }

    private TakeoverView predecessor(Takeover takeover) {
        Optional<RegisteredBusiness> known = register.find(takeover.predecessor());
        return TakeoverView.of(
                known.map(RegisteredBusiness::identity).orElse(takeover.predecessor()),
                known.isPresent(),
                known.map(RegisteredBusiness::name)
                        .or(() -> takeover.find("predecessor_name"))
                        .orElse(null),
                takeover);
    }

    private static TakeoverView successor(Succession succession) {
        return TakeoverView.of(succession.successor(), true, succession.name(), succession.takeover());
    }
}
