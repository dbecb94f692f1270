package dev.assay.batch.listing;

import dev.assay.batch.publish.Exports;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState.AwaitingConsent;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.ListingStep;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ends what has to end without anybody's decision: entries of which the term has passed, and entries and decisions of which the penalty was
 * annulled. Order 44 gives three days to take such an entry down; the nightly job takes it down at once.
 */
final class EntryEnds {

    /** Who acts, in the steps of a case. No account can have this name. */
    static final String ACTOR = "(assay)";

    private final ListingCases cases;
    private final CreditFileReader files;
    private final ListRules rules;

    EntryEnds(ListingCases cases, CreditFileReader files, ListRules rules) {
        this.cases = cases;
        this.files = files;
        this.rules = rules;
    }

    /** How many entries ended, and why; and of how many cases a step is overdue. */
    record Outcome(long expired, long annulled, long overdue) {}

    Outcome end(Cut cut, Instant now) {
        long annulled = 0;
        for (ListingCase entry : cases.entries()) {
            Optional<Fact> annulment = annulment(entry, cut);
            if (annulment.isPresent() && !(entry.state() instanceof AwaitingConsent) && !isBeforeListing(entry, cut)) {
                String reason = "所依据的行政处罚已撤销（%s）；the penalty that it rests on was annulled (%s, fact %d)"
                        .formatted(
                                annulment.get().occurredOn(),
                                annulment.get().occurredOn(),
                                annulment.get().id());
                take(entry, new ListingStep.Annul(new Decision(ACTOR, now, cut.asOf(), reason)));
                annulled++;
            }
        }
        long expired = 0;
        for (ListingCase entry : cases.passed(cut.asOf())) {
            take(entry, new ListingStep.Expire(new Decision(ACTOR, now, cut.asOf(), "期限届满；the term has passed")));
            expired++;
        }
        return new Outcome(
                expired,
                annulled,
                cases.overdue(cut.asOf(), List.of(), Exports.MOST_OVERDUE).size());
    }

    /** A run for a past day leaves what was listed later alone. */
    private static boolean isBeforeListing(ListingCase entry, Cut cut) {
        return entry.entry() != null && cut.asOf().isBefore(entry.entry().listedOn());
    }

    private void take(ListingCase entry, ListingStep step) {
        cases.take(entry, step, rules.of(entry.edition(), entry.rule(), entry.triggeredOn()));
    }

    private Optional<Fact> annulment(ListingCase entry, Cut cut) {
        Set<Long> evidence = Set.copyOf(entry.evidence());
        return files.find(entry.business(), cut)
                .flatMap(stored -> SealedArchive.of(stored.file().facts()).byPenalty().entrySet().stream()
                        .filter(one -> evidence.contains(one.getKey()))
                        .map(one -> one.getValue())
                        .filter(step -> step.values()
                                .findText("step")
                                .filter(SealedArchive.ANNULLED::equals)
                                .isPresent())
                        .findFirst());
    }
}
