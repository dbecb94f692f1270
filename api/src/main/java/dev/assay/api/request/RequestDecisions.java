package dev.assay.api.request;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.byhand.EntryOutcome;
import dev.assay.api.byhand.HandFacts;
import dev.assay.api.byhand.HandFacts.Grounds;
import dev.assay.api.byhand.WrittenEntry;
import dev.assay.api.listing.CaseSteps;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.EntryState.Removed;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.ListingStep;
import dev.assay.core.listing.RepairRules.Condition;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.core.request.RequestState;
import dev.assay.core.request.RequestState.Accepted;
import dev.assay.core.request.RequestState.Filed;
import dev.assay.core.request.RequestState.Granted;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandEntries.Outcome;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.publication.PublishedPenalties;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.request.Requests;
import dev.assay.store.request.Requests.About;
import dev.assay.store.request.StoredRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers requests, and lets what was granted take effect: with the repair the entry leaves the list, with an objection that wins it is annulled. */
@Component
public class RequestDecisions {

    private final Requests requests;
    private final BusinessRequests filings;
    private final RepairGate repairs;
    private final ListRules lists;
    private final ListingCases cases;
    private final CaseSteps steps;
    private final HandFacts facts;
    private final BusinessRegister register;
    private final CreditFiles creditFiles;

    RequestDecisions(
            Requests requests,
            BusinessRequests filings,
            RepairGate repairs,
            ListRules lists,
            ListingCases cases,
            CaseSteps steps,
            HandFacts facts,
            BusinessRegister register,
            CreditFiles creditFiles) {
        this.requests = requests;
        this.filings = filings;
        this.repairs = repairs;
        this.lists = lists;
        this.cases = cases;
        this.steps = steps;
        this.facts = facts;
        this.register = register;
        this.creditFiles = creditFiles;
    }

    /**
     * What somebody enters with an answer.
     *
     * @param revision the request as it was seen
     * @param reason why
     * @param fulfilled the conditions of a repair that were found fulfilled
     */
    public record Entry(int revision, String reason, Set<String> fulfilled) {

        /** Copies the set. */
        public Entry {
            fulfilled = Set.copyOf(fulfilled);
        }
    }

    /**
     * What must be fulfilled before a request is granted.
     *
     * @param request the request
     * @return the conditions; empty but for a repair
     */
    public List<Condition> conditions(StoredRequest request) {
        return request.kind() == RequestKind.REPAIR && request.isPending()
                ? repairs.rules(about(request)).conditions()
                : List.of();
    }

    /**
     * Answers a request.
     *
     * @param id its number
     * @param answer {@code accept}, {@code decline}, {@code grant}, {@code refuse} or {@code revoke}
     * @param entry what was entered
     * @param viewer who answers
     * @throws RequestRefusedException if the answer cannot be given there, or by this person
     */
    public void answer(long id, String answer, Entry entry, Viewer viewer) {
        StoredRequest seen = filings.get(id, viewer);
        if (seen.revision() != entry.revision()) {
            throw new RequestRefusedException(
                    Refusal.CHANGED_SINCE,
                    "Somebody else has moved the request (%d) since.%nMaybe look at it again.".formatted(id));
        }
        Decision act = filings.act(viewer, entry.reason());
        switch (answer) {
            case "accept" -> move(seen, filed(seen).accept(act, filings.terms(about(seen)), lists.calendar()), act);
            case "decline" -> move(seen, filed(seen).decline(act), act);
            case "refuse" -> move(seen, accepted(seen).refuse(act), act);
            case "grant" -> grant(seen, entry, act, viewer);
            case "revoke" -> revoke(seen, act, viewer);
            default ->
                throw new RequestRefusedException(
                        Refusal.OUT_OF_ORDER, "There is no answer (%s).%nMaybe grant or refuse.".formatted(answer));
        }
    }

    private void grant(StoredRequest seen, Entry entry, Decision act, Viewer viewer) {
        Set<String> required = conditions(seen).stream().map(Condition::id).collect(Collectors.toSet());
        Granted granted = accepted(seen).grant(act, required, entry.fulfilled());
        Long caseId = seen.caseId();
        if (caseId != null && seen.kind() != RequestKind.REPLY) {
            ListingCase listing = steps.get(caseId);
            if (listing.state() instanceof Listed) {
                ListingStep step =
                        seen.kind() == RequestKind.REPAIR ? new ListingStep.Remove(act) : new ListingStep.Annul(act);
                cases.take(listing, step, steps.rulesOf(listing), tx -> Requests.move(tx, seen, granted, act));
                return;
            }
        }
        if (seen.kind() == RequestKind.REPAIR && seen.factId() != null) {
            sealPenalty(seen, granted, act, viewer);
        } else {
            move(seen, granted, act);
        }
    }

    /** The penalty stays in the file, in the sealed archive: no grade reads it any more, and no page shows it. */
    private void sealPenalty(StoredRequest seen, Granted granted, Decision act, Viewer viewer) {
        RegisteredBusiness business = register.get(seen.businessKey());
        Fact penalty = creditFiles.now(business).facts().stream()
                .filter(fact -> seen.factId() != null && fact.id() == seen.factId())
                .findFirst()
                .orElseThrow(() -> new RequestRefusedException(
                        Refusal.NOT_STANDING, "The penalty is not in the file any more.%nMaybe refuse.".formatted()));
        Map<String, Object> fields = new TreeMap<>();
        penalty.values().findText("document_no").ifPresent(number -> fields.put("penalty_no", number));
        penalty.values().findText("authority_code").ifPresent(code -> fields.put("authority_code", code));
        fields.put("step", SealedArchive.REPAIRED);
        EntryOutcome outcome = facts.enter(
                business,
                new WrittenEntry(
                        FactKinds.PENALTY_STEP.name(),
                        act.on().toString(),
                        "",
                        fields,
                        act.reason(),
                        seen.auditSubject()),
                viewer,
                tx -> {
                    Requests.move(tx, seen, granted, act);
                    PublishedPenalties.withdraw(tx, business.key(), penalty.id(), ChangeReason.REPAIR, act.at());
                });
        requireDone(outcome);
    }

    /** What could not be done refuses the answer: the request stays where it was. */
    private static void requireDone(EntryOutcome outcome) {
        switch (outcome) {
            case EntryOutcome.Faulty faulty ->
                throw new RequestRefusedException(
                        Refusal.NOT_STANDING,
                        "The repair cannot be entered into the file (%s).%nMaybe correct the penalty's record first."
                                .formatted(faulty.faults().getFirst().field()));
            case EntryOutcome.Carried(var result)
            when result.outcome() != Outcome.DONE && result.outcome() != Outcome.ALREADY ->
                throw new RequestRefusedException(
                        Refusal.CHANGED_SINCE,
                        "The file cannot be written now (%s).%nMaybe try again in a minute."
                                .formatted(result.outcome()));
            case EntryOutcome.Carried _ -> {}
        }
    }

    /** The penalty stands again: what sealed it is withdrawn. */
    private void unsealPenalty(StoredRequest seen, RequestState revoked, Decision act, Viewer viewer) {
        RegisteredBusiness business = register.get(seen.businessKey());
        Optional<Fact> sealing = creditFiles
                .now(business)
                .factsOf(FactKinds.PENALTY_STEP.name())
                .filter(fact -> fact.source().feed().equals(HandEntries.FEED)
                        && fact.source().file().equals(seen.auditSubject()))
                .findFirst();
        if (sealing.isEmpty()) {
            move(seen, revoked, act);
            return;
        }
        requireDone(facts.withdraw(
                business,
                sealing.get().id(),
                new Grounds(act.reason(), seen.auditSubject()),
                viewer,
                tx -> Requests.move(tx, seen, revoked, act)));
    }

    private void revoke(StoredRequest seen, Decision act, Viewer viewer) {
        if (!(seen.state() instanceof Granted granted)) {
            throw outOfOrder(seen);
        }
        RequestState revoked = granted.revoke(act);
        Long caseId = seen.caseId();
        if (caseId != null && seen.kind() == RequestKind.REPAIR) {
            ListingCase listing = steps.get(caseId);
            if (listing.state() instanceof Removed) {
                cases.take(
                        listing,
                        new ListingStep.Restore(act),
                        steps.rulesOf(listing),
                        tx -> Requests.move(tx, seen, revoked, act));
                return;
            }
        }
        if (seen.kind() == RequestKind.REPAIR && seen.factId() != null) {
            unsealPenalty(seen, revoked, act, viewer);
        } else {
            move(seen, revoked, act);
        }
    }

    private void move(StoredRequest seen, RequestState next, Decision act) {
        requests.inTransaction(tx -> {
            Requests.move(tx, seen, next, act);
            return seen;
        });
    }

    private static About about(StoredRequest request) {
        return new About(request.kind(), request.businessKey(), request.caseId(), request.factId());
    }

    private static Filed filed(StoredRequest seen) {
        if (seen.state() instanceof Filed filed) {
            return filed;
        }
        throw outOfOrder(seen);
    }

    private static Accepted accepted(StoredRequest seen) {
        if (seen.state() instanceof Accepted accepted) {
            return accepted;
        }
        throw outOfOrder(seen);
    }

    private static RequestRefusedException outOfOrder(StoredRequest seen) {
        return new RequestRefusedException(
                Refusal.OUT_OF_ORDER,
                "The request (%d) does not stand where this answer begins (%s).%nMaybe look at it again."
                        .formatted(seen.id(), seen.state().code()));
    }
}
