package dev.assay.batch.matching;

import dev.assay.core.identity.Identity;
import java.util.List;

/**
 * What a record says of its business.
 *
 * @param name the name; empty where none is given
 * @param division the code of the division, such as 350102; empty where none is given
 * @param address the address; empty where none is given
 * @param identities what else identifies it, of any scheme
 */
public record Asked(String name, String division, String address, List<Identity> identities) {

    /** Copies the identities. */
    public Asked {
        identities = List.copyOf(identities);
    }

    /**
     * A business of which no identity is known.
     *
     * @param name the name
     * @param division the code of the division, or empty
     * @param address the address, or empty
     * @return what is asked
     */
    public static Asked of(String name, String division, String address) {
        return new Asked(name, division, address, List.of());
    }
}
