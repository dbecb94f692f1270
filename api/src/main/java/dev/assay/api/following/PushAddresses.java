package dev.assay.api.following;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.store.account.Account;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.Role;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.publication.PushSignature;
import dev.assay.store.publication.Pushing;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carries a person's decision where changes are pushed to into the store. */
@Component
public class PushAddresses {

    private static final int LONGEST = 1_000;

    /** Without TLS only to this machine itself, where something of the partner's may stand in between. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private final Pushing pushing;
    private final Accounts accounts;
    private final PushSigner signer;
    private final AuthorityClock clock;

    PushAddresses(Pushing pushing, Accounts accounts, PushSigner signer, AuthorityClock clock) {
        this.pushing = pushing;
        this.accounts = accounts;
        this.signer = signer;
        this.clock = clock;
    }

    /** What became of a decision. */
    public enum Outcome {
        /** Changes are pushed there. */
        SET,
        /** The partner fetches changes itself. */
        REMOVED,
        /** There is no partner's account of that name, or no such chain. */
        NO_PARTNER,
        /** The address is no https address. */
        BAD_ADDRESS
    }

    /**
     * Sets where the changes of a chain are pushed to; what was given up is tried again.
     *
     * @param partner the partner's account
     * @param chain word of the chain
     * @param address an https address; blank where the partner fetches
     * @param signature by what pushes are signed
     * @param viewer who decides
     * @return what became of it
     */
    public Outcome direct(String partner, String chain, String address, PushSignature signature, Viewer viewer) {
        Optional<Account> account = accounts.find(partner).filter(found -> found.role() == Role.PARTNER);
        Optional<Chain> found = Chain.find(chain);
        if (account.isEmpty() || found.isEmpty()) {
            return Outcome.NO_PARTNER;
        }
        if (!address.isEmpty() && !isUsable(address)) {
            return Outcome.BAD_ADDRESS;
        }
        pushing.direct(
                partner,
                found.get(),
                address.isEmpty() ? null : new Pushing.Target(address, signature),
                new AuditAct(
                        viewer.name(),
                        "push-directed",
                        "partner:" + partner,
                        Values.of(Map.of("chain", chain, "address", address, "signature", signature.code()))),
                clock.now());
        return address.isEmpty() ? Outcome.REMOVED : Outcome.SET;
    }

    /**
     * What a partner needs to check pushes.
     *
     * @param signature by what they are signed
     * @param partner the partner's account
     * @return the secret, for the partner alone; or the public key
     */
    public String check(PushSignature signature, String partner) {
        return signer.check(signature, partner);
    }

    private static boolean isUsable(String address) {
        try {
            URI uri = new URI(address);
            boolean encrypted = "https".equals(uri.getScheme());
            boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
            return address.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (encrypted || here);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
