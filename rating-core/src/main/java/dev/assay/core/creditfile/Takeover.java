package dev.assay.core.creditfile;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a legal person went on in the place of another: with its premises, its licence or its business. Both keep their own file and what
 * stands in it; the takeover only says who came before whom, since when and why.
 *
 * @param predecessor who was there before, as the record names it
 * @param record the fact of the kind {@code takeover}, from the successor's file
 */
public record Takeover(Identity predecessor, Fact record) {

    /** The field that names the predecessor. */
    public static final String PREDECESSOR = "predecessor";

    /**
     * Reads a takeover.
     *
     * @param fact a fact of the kind {@code takeover}
     * @return it, or empty if the fact names nobody by an identity
     */
    public static Optional<Takeover> of(Fact fact) {
        return fact.values()
                .findText(PREDECESSOR)
                .flatMap(Takeover::findIdentity)
                .map(predecessor -> new Takeover(predecessor, fact));
    }

    /**
     * Reads who is named as predecessor.
     *
     * @param text {@code SCHEME:VALUE}, or a unified social credit code alone
     * @return the identity, or empty if the text is none
     */
    public static Optional<Identity> findIdentity(String text) {
        try {
            return Optional.of(
                    text.indexOf(':') < 0
                            ? new Identity(IdentitySchemes.USCC, text.strip())
                            : Identity.parse(text.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The day since which the successor goes on.
     *
     * @return the day of the record
     */
    public LocalDate on() {
        return record.occurredOn();
    }

    /**
     * A detail of the record.
     *
     * @param field a field of the kind {@code takeover}
     * @return what it holds, or empty
     */
    public Optional<String> find(String field) {
        Values values = record.values();
        return values.findText(field);
    }
}
