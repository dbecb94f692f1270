package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.LISTING_CASE;
import static dev.assay.store.schema.Tables.LISTING_RUN;

import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListEdition.Proposal;
import dev.assay.core.listing.ListingState;
import dev.assay.core.listing.PersonName;
import dev.assay.store.fact.Cut;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds the cases that rules propose, and remembers how far the proposing has come. */
public final class ListingProposals {

    /** So many numbers of 19 digits fit into the column. */
    private static final int MOST_EVIDENCE = 50;

    private final DSLContext dsl;

    /**
     * Proposals of a database.
     *
     * @param dsl the database
     */
    public ListingProposals(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The cut up to which penalties have been held against the same rules.
     *
     * @param rulesDigest the digest of the rules
     * @return the cut of the last run, or empty if these rules have not been run
     */
    public Optional<Cut> findLast(String rulesDigest) {
        return dsl.select(LISTING_RUN.AS_OF, LISTING_RUN.KNOWN_AT)
                .from(LISTING_RUN)
                .where(LISTING_RUN.RULES_DIGEST.eq(rulesDigest))
                .orderBy(LISTING_RUN.LISTING_RUN_ID.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> new Cut(row.value1(), row.value2().toInstant(ZoneOffset.UTC)));
    }

    /**
     * Opens a case, unless the penalty has one under the rule already.
     *
     * @param businessKey the business
     * @param edition the edition of the rules under which it begins
     * @param proposal what the rules found
     * @param recordKey the penalty's own key, the same through its corrections
     * @param cut where the credit files were cut
     * @return true if a case was opened
     */
    public boolean open(long businessKey, ListEdition edition, Proposal proposal, String recordKey, Cut cut) {
        return dsl.insertInto(LISTING_CASE)
                        .set(LISTING_CASE.BUSINESS_KEY, businessKey)
                        .set(LISTING_CASE.LIST, edition.list())
                        .set(LISTING_CASE.VISIBILITY, edition.visibility())
                        .set(LISTING_CASE.RULE, proposal.ground().id())
                        .set(LISTING_CASE.EDITION, edition.edition())
                        .set(LISTING_CASE.FACT_ID, proposal.trigger().id())
                        .set(LISTING_CASE.TRIGGERED_ON, proposal.trigger().occurredOn())
                        .set(LISTING_CASE.EVIDENCE, evidence(proposal))
                        .set(LISTING_CASE.PERSON, person(edition, proposal))
                        .set(LISTING_CASE.RECORD_KEY, recordKey)
                        .set(LISTING_CASE.STATE, ListingState.Proposed.CODE)
                        .set(LISTING_CASE.PROPOSED_ON, cut.asOf())
                        .set(LISTING_CASE.CONDUCT_ZH, proposal.title().zh())
                        .set(LISTING_CASE.CONDUCT_EN, proposal.title().en())
                        .set(LISTING_CASE.BASIS, proposal.basis())
                        .set(LISTING_CASE.PROVISIONAL, proposal.provisional())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** A record of a ban names its person itself; of a revoked licence a person of the authority says who is banned. */
    private static @Nullable String person(ListEdition edition, Proposal proposal) {
        return edition.persons()
                ? proposal.trigger()
                        .values()
                        .findText("person")
                        .filter(PersonName::isOne)
                        .orElse(null)
                : null;
    }

    /** The newest of them, if they are more than the column holds. */
    private static String evidence(Proposal proposal) {
        return proposal.evidence().reversed().stream()
                .limit(MOST_EVIDENCE)
                .map(fact -> Long.toString(fact.id()))
                .collect(Collectors.joining(" "));
    }

    /**
     * Remembers a completed run.
     *
     * @param rulesDigest the digest of the rules
     * @param cut where the credit files were cut
     * @param penalties penalties read
     * @param proposed cases opened
     */
    public void completed(String rulesDigest, Cut cut, long penalties, long proposed) {
        dsl.insertInto(LISTING_RUN)
                .set(LISTING_RUN.RULES_DIGEST, rulesDigest)
                .set(LISTING_RUN.AS_OF, cut.asOf())
                .set(LISTING_RUN.KNOWN_AT, LocalDateTime.ofInstant(cut.knownAt(), ZoneOffset.UTC))
                .set(LISTING_RUN.PENALTIES, penalties)
                .set(LISTING_RUN.PROPOSED, proposed)
                .execute();
    }
}
