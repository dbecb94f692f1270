package dev.assay.batch.listing;

import dev.assay.batch.JobLaunch;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListEdition.Proposal;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.ListingProposals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Proposes for the lists: holds the facts that can propose somebody against the editions of the lists, and opens a case for each that they propose
 * and that is not in the sealed archive.
 */
public final class Listings {

    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";
    static final String READ = "read";
    static final String PROPOSED = "proposed";
    static final String EXPIRED = "expired";
    static final String ANNULLED = "annulled";
    static final String OVERDUE = "overdue";

    private static final int LONGEST_KEY = 190;

    private final CreditFileReader files;
    private final ListingProposals proposals;
    private final ListingCases cases;
    private final List<ListEdition> editions;
    private final String rulesDigest;

    Listings(
            CreditFileReader files,
            ListingProposals proposals,
            ListingCases cases,
            List<ListEdition> editions,
            String rulesDigest) {
        this.files = files;
        this.proposals = proposals;
        this.cases = cases;
        this.editions = List.copyOf(editions);
        this.rulesDigest = rulesDigest;
    }

    /**
     * What a run did.
     *
     * @param read facts read that can propose somebody
     * @param proposed cases opened
     * @param expired entries that ended with their term
     * @param annulled entries and decisions that were annulled because their penalty was
     * @param overdue cases of which a step of the authority is overdue
     */
    public record Outcome(long read, long proposed, long expired, long annulled, long overdue) {}

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
        ExecutionContext results = execution.getExecutionContext();
        return new Outcome(
                results.getLong(READ, 0),
                results.getLong(PROPOSED, 0),
                results.getLong(EXPIRED, 0),
                results.getLong(ANNULLED, 0),
                results.getLong(OVERDUE, 0));
    }

    /** Reads what changed since the last run with the same rules; the caller holds the transaction. */
    Outcome propose(Cut cut) {
        long read = 0;
        long proposed = 0;
        Cut last = proposals.findLast(rulesDigest).orElse(null);
        List<String> kinds = editions.stream()
                .flatMap(edition -> edition.triggerKinds().stream())
                .distinct()
                .toList();
        for (String kind : kinds) {
            try (CreditFileCursor cursor = files.readKind(kind, cut, last)) {
                while (cursor.hasNext()) {
                    StoredCreditFile stored = cursor.next();
                    for (Fact fact : stored.file().facts()) {
                        read++;
                        proposed += propose(stored, fact, cut, last);
                    }
                }
            }
        }
        proposals.completed(rulesDigest, cut, read, proposed);
        return new Outcome(read, proposed, 0, 0, 0);
    }

    private long propose(StoredCreditFile stored, Fact fact, Cut cut, @Nullable Cut last) {
        boolean cameToPass = last != null && !fact.recordedAt().isAfter(last.knownAt());
        long opened = 0;
        for (ListEdition edition : editions) {
            if (!edition.isInForce(fact.occurredOn())) {
                continue;
            }
            // Of a business that has not changed, only what came to pass was read: whoever counts needs the others too.
            CreditFile read =
                    cameToPass && edition.counts(fact) ? whole(stored, cut).orElse(stored.file()) : stored.file();
            Optional<Proposal> held = edition.propose(fact, read).flatMap(found -> held(edition, found, stored, cut));
            if (held.isPresent()) {
                opened += proposals.open(stored.businessKey(), edition, held.get(), ownKey(fact), cut) ? 1 : 0;
            }
        }
        return opened;
    }

    /**
     * Asks the whole file, for what became of a penalty may stand under a business that is merged with the one that has it. Only what a rule
     * proposes is asked for, and that is little.
     */
    private Optional<Proposal> held(ListEdition edition, Proposal found, StoredCreditFile stored, Cut cut) {
        Optional<CreditFile> whole = whole(stored, cut);
        if (whole.isEmpty()) {
            return Optional.of(found);
        }
        Proposal proposal = edition.completed(found, whole.get());
        boolean holds = edition.holdsAgainst(proposal, whole.get())
                && (proposal.ground().atLeast() < 2
                        || !cases.hasOpen(
                                stored.businessKey(), proposal.ground().id()));
        return holds ? Optional.of(proposal) : Optional.empty();
    }

    private Optional<CreditFile> whole(StoredCreditFile stored, Cut cut) {
        return files.find(stored.file().business(), cut).map(StoredCreditFile::file);
    }

    /**
     * What stays the same when a record is corrected: who decided, under which number; where it has none, its name or its day. What became of a
     * penalty has the penalty's number: two demands to perform it are one refusal.
     */
    private static String ownKey(Fact fact) {
        Values values = fact.values();
        String number = values.findText("penalty_no")
                .or(() -> values.findText("document_no"))
                .or(() -> values.findText("sample_no"))
                .or(() -> values.findText("number"))
                .or(() -> values.findText("name").map(name -> name + " " + fact.occurredOn()))
                .orElseGet(() -> fact.occurredOn().toString());
        String key = values.findText("authority_code").orElse("") + " " + number;
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }
}
