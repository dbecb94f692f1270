package dev.assay.api.business;

import dev.assay.api.problem.BadParameter;
import dev.assay.api.problem.NotThere;
import dev.assay.core.identity.Identity;
import dev.assay.store.register.BusinessLink;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the business that an address names. */
@Component
public class Businesses {

    private final BusinessRegister register;
    private final BusinessMerges merges;

    Businesses(BusinessRegister register, BusinessMerges merges) {
        this.register = register;
        this.merges = merges;
    }

    /**
     * Every merge that a business took part in.
     *
     * @param business the business
     * @return them, the newest first
     */
    public List<BusinessLink> linksOf(RegisteredBusiness business) {
        return merges.of(business.key());
    }

    /**
     * The business of a path.
     *
     * @param identity {@code SCHEME:VALUE}, the principal identity or another one
     * @return the business
     * @throws BadParameter if it is not {@code SCHEME:VALUE}
     * @throws NotThere if no source named it
     */
    public RegisteredBusiness get(String identity) {
        Identity wanted = parse("identity", identity);
        return register.find(wanted).orElseThrow(() -> NotThere.business(wanted));
    }

    /**
     * Reads an identity.
     *
     * @param parameter the name of the parameter that holds it
     * @param text {@code SCHEME:VALUE}
     * @return the identity
     * @throws BadParameter if it is malformed
     */
    public static Identity parse(String parameter, String text) {
        try {
            return Identity.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new BadParameter(parameter, String.valueOf(malformed.getMessage()));
        }
    }
}
