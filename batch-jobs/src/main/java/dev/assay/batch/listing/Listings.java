package dev.assay.batch.listing;

import dev.assay.batch.JobLaunch;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.SeriousViolationRules;
import dev.assay.core.listing.SeriousViolationRules.Proposal;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.listing.ListingProposals;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * Proposes serious violators: holds penalties against the rules, and opens a case for each that they propose and that is not in the sealed
 * archive.
 */
public final class Listings {

    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";
    static final String PENALTIES = "penalties";
    static final String PROPOSED = "proposed";

    private final CreditFileReader files;
    private final ListingProposals proposals;
    private final List<SeriousViolationRules> editions;
    private final String rulesDigest;

    Listings(
            CreditFileReader files,
            ListingProposals proposals,
            List<SeriousViolationRules> editions,
            String rulesDigest) {
        this.files = files;
        this.proposals = proposals;
        this.editions = List.copyOf(editions);
        this.rulesDigest = rulesDigest;
    }

    /**
     * What a run did.
     *
     * @param penalties penalties read
     * @param proposed cases opened
     */
    public record Outcome(long penalties, long proposed) {}

    /**
     * Runs the job.
     *
     * @param launch launches it
     * @param job the job of {@link ListingJobConfiguration}
     * @param cut where the credit files are cut
     * @return what it did
     * @throws dev.assay.batch.JobFailedException if it fails, is stopped, or runs already
     */
    public static Outcome run(JobLaunch launch, Job job, Cut cut) {
        JobExecution execution = launch.run(
                job,
                new JobParametersBuilder()
                        .addLocalDate(AS_OF, cut.asOf())
                        .addString(KNOWN_AT, cut.knownAt().toString())
                        .toJobParameters());
        return new Outcome(
                execution.getExecutionContext().getLong(PENALTIES, 0),
                execution.getExecutionContext().getLong(PROPOSED, 0));
    }

    /** Reads what changed since the last run with the same rules; the caller holds the transaction. */
    Outcome propose(Cut cut) {
        long penalties = 0;
        long proposed = 0;
        Cut last = proposals.findLast(rulesDigest).orElse(null);
        try (CreditFileCursor cursor = files.readKind(FactKinds.PENALTY.name(), cut, last)) {
            while (cursor.hasNext()) {
                StoredCreditFile stored = cursor.next();
                for (Fact penalty : stored.file().facts()) {
                    penalties++;
                    proposed += propose(stored, penalty, cut);
                }
            }
        }
        proposals.completed(rulesDigest, cut, penalties, proposed);
        return new Outcome(penalties, proposed);
    }

    private long propose(StoredCreditFile stored, Fact penalty, Cut cut) {
        List<Found> found = editions.stream()
                .flatMap(rules -> rules.propose(penalty).stream().map(proposal -> new Found(rules.edition(), proposal)))
                .toList();
        if (found.isEmpty() || isSealed(stored.file().business(), penalty, cut)) {
            return 0;
        }
        return found.stream()
                .filter(one -> proposals.open(
                        stored.businessKey(), one.edition(), one.proposal(), ownKey(penalty.values()), cut))
                .count();
    }

    /** What an edition of the rules found. */
    private record Found(String edition, Proposal proposal) {}

    /**
     * Asks the whole file, for what became of a penalty may stand under a business that is merged with the one that has it. Only penalties
     * that a rule proposes are asked for, and they are few.
     */
    private boolean isSealed(Identity business, Fact penalty, Cut cut) {
        return files.find(business, cut)
                .map(whole -> SealedArchive.of(whole.file().facts()).contains(penalty))
                .orElse(false);
    }

    /** What stays the same when the record of a penalty is corrected: who decided, under which number. */
    private static String ownKey(Values penalty) {
        return penalty.findText("authority_code").orElse("") + " "
                + penalty.findText("document_no").orElse("");
    }
}
