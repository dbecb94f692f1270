package dev.assay.api.business;

import dev.assay.api.problem.BadParameter;
import dev.assay.api.problem.NotThere;
import dev.assay.core.identity.Identity;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import org.springframework.stereotype.Component;

/** Finds the business that an address names. */
@Component
public class Businesses {

    private final BusinessRegister register;

    Businesses(BusinessRegister register) {
        this.register = register;
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
