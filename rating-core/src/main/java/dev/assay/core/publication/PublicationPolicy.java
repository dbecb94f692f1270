package dev.assay.core.publication;

import dev.assay.core.grading.Visibility;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see what. Pages, API, files and change log ask here and nowhere else. Every model and every list states a {@link Visibility}; the
 * {@link Standing} says whether what was made by it counts. The whole of it:
 *
 * <pre>
 *                         ANYONE   PARTNER   SUBJECT   AUTHORITY
 * IN_FORCE   PUBLIC         yes      yes       yes       yes
 *            PARTNERS        –       yes       yes       yes
 *            INTERNAL        –        –        yes       yes
 * RETIRED    any             –        –         –        yes
 * TRIAL      any             –        –         –        yes
 * </pre>
 *
 * <p>A business always sees what is said of itself, what is internal too: that is the authority's own reference, never published and for nobody else
 * outside. What is retired is history, and what is on trial or held was never said; both are the authority's own, too.
 */
public final class PublicationPolicy {

    /**
     * 国市监信发〔2022〕6号: the general credit-risk class is an internal reference for allotting supervision, and no judgement on the firm. That it is not
     * to be published is known from practice; the text itself was not read (provisional).
     */
    private static final String GENERAL_CREDIT_CLASS = "国市监信发〔2022〕6号";

    private PublicationPolicy() {}

    /**
     * Whether a reader may know of something.
     *
     * @param reader who reads
     * @param visibility what its model or list states
     * @param standing whether it counts
     * @return true if the reader may; if not, it does not exist for the reader
     */
    public static boolean maySee(Reader reader, Visibility visibility, Standing standing) {
        return switch (standing) {
            case IN_FORCE -> readersOf(visibility).contains(reader);
            case RETIRED, TRIAL -> reader == Reader.AUTHORITY;
        };
    }

    /**
     * Whether grades by a law never leave the authority, whatever a model states.
     *
     * @param citation the citation of the law that a model carries out
     * @return true for the general credit-risk classes of enterprises
     */
    public static boolean isInternalByLaw(String citation) {
        return citation.contains(GENERAL_CREDIT_CLASS);
    }

    /**
     * Whether a business gets a certificate of its grade, which it may show to whom it likes. What is internal is the authority's reference for
     * allotting supervision, and the authority does not vouch for it to others.
     *
     * @param visibility what the model states
     * @return true unless it is internal
     */
    public static boolean mayCertify(Visibility visibility) {
        return visibility != Visibility.INTERNAL;
    }

    private static Set<Reader> readersOf(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> Set.of(Reader.ANYONE, Reader.PARTNER, Reader.SUBJECT, Reader.AUTHORITY);
            case PARTNERS -> Set.of(Reader.PARTNER, Reader.SUBJECT, Reader.AUTHORITY);
            case INTERNAL -> Set.of(Reader.SUBJECT, Reader.AUTHORITY);
        };
    }

    /**
     * The chain in which something is published.
     *
     * @param visibility what its model or list states
     * @param standing whether it counts
     * @return the chain; empty for what does not leave the authority
     */
    public static Optional<Chain> findChain(Visibility visibility, Standing standing) {
        return standing == Standing.IN_FORCE
                ? Arrays.stream(Chain.values())
                        .filter(chain -> chain.visibility() == visibility)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Whether a reader may follow a chain. A business follows none: what is about it, it sees on its own pages.
     *
     * @param reader who reads
     * @param chain the chain
     * @return true if everything in it is for the reader
     */
    public static boolean mayFollow(Reader reader, Chain chain) {
        return maySee(reader == Reader.SUBJECT ? Reader.ANYONE : reader, chain.visibility(), Standing.IN_FORCE);
    }
}
