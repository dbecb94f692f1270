package dev.assay.api.request;

import dev.assay.api.AuthorityClock;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.listing.PenaltyPeriods;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.RepairRules;
import dev.assay.core.publication.PublicationRules.Period;
import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.core.request.RequestRules;
import dev.assay.core.request.RequestState.Revoked;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.request.Requests;
import dev.assay.store.request.Requests.About;
import dev.assay.store.request.StoredRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a business may apply for the repair of an entry or of a penalty yet. */
@Component
public class RepairGate {

    private final ListingCases cases;
    private final ListRules lists;
    private final RequestRules rules;
    private final Requests requests;
    private final BusinessRegister register;
    private final CreditFiles creditFiles;
    private final PenaltyPeriods periods;
    private final AuthorityClock clock;

    RepairGate(
            ListingCases cases,
            ListRules lists,
            RequestRules rules,
            Requests requests,
            BusinessRegister register,
            CreditFiles creditFiles,
            PenaltyPeriods periods,
            AuthorityClock clock) {
        this.cases = cases;
        this.lists = lists;
        this.rules = rules;
        this.requests = requests;
        this.register = register;
        this.creditFiles = creditFiles;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * By which rules something is repaired.
     *
     * @param about what it is
     * @return the rules of the entry's list, or those for penalties
     * @throws RequestRefusedException if its list knows no repair
     */
    public RepairRules rules(About about) {
        if (about.caseId() == null) {
            return rules.penaltyRepair();
        }
        RepairRules repair = lists.get(listed(about).edition()).repair();
        if (repair == null) {
            throw never("The rules of this list know no early removal.");
        }
        return repair;
    }

    /**
     * Refuses an application that cannot succeed.
     *
     * @param about what shall be repaired
     * @throws RequestRefusedException if it is too early, never possible, or there is nothing to repair
     */
    public void check(About about) {
        RepairRules repair = rules(about);
        if (about.caseId() == null) {
            checkPenalty(about, repair);
        } else {
            checkEntry(about, repair);
        }
        checkAgain(about, repair);
    }

    /**
     * The first day on which an entry's business may apply.
     *
     * @param listing the entry's case
     * @return the day; empty if the entry does not stand, or is never removed early
     */
    public Optional<LocalDate> earliest(ListingCase listing) {
        RepairRules repair = lists.get(listing.edition()).repair();
        return repair != null && listing.state() instanceof Listed listed
                ? Optional.of(repair.applyAfter()
                        .after(listed.listedOn(), lists.calendar())
                        .day())
                : Optional.empty();
    }

    private ListingCase listed(About about) {
        return Optional.ofNullable(about.caseId())
                .flatMap(cases::find)
                .filter(listing -> listing.businessKey() == about.businessKey())
                .filter(listing -> listing.state() instanceof Listed)
                .orElseThrow(RepairGate::notStanding);
    }

    private void checkEntry(About about, RepairRules repair) {
        ListingCase listing = listed(about);
        earliest(listing).ifPresent(this::checkDay);
        CreditFile file = creditFiles.now(register.get(about.businessKey()));
        List<Fact> evidence = file.facts().stream()
                .filter(fact -> listing.evidence().contains(fact.id()))
                .toList();
        if (evidence.stream().anyMatch(fact -> hasKind(fact, repair.neverKinds()))) {
            throw never("Its penalty is of a kind that is never repaired early.");
        }
    }

    private void checkPenalty(About about, RepairRules repair) {
        CreditFile file = creditFiles.now(register.get(about.businessKey()));
        SealedArchive sealed = SealedArchive.of(file.facts());
        Fact penalty = file.factsOf(FactKinds.PENALTY.name())
                .filter(fact -> about.factId() != null && fact.id() == about.factId())
                .filter(fact -> !sealed.contains(fact))
                .findFirst()
                .orElseThrow(RepairGate::notStanding);
        Period period = periods.of(penalty, file).stream().findFirst().orElseThrow(RepairGate::notStanding);
        LocalDate from = period.repairFrom();
        if (from == null || hasKind(penalty, repair.neverKinds())) {
            throw never("A penalty of this kind is never taken down early.");
        }
        checkDay(from);
    }

    private void checkDay(LocalDate from) {
        if (clock.today().isBefore(from)) {
            throw new RequestRefusedException(
                    Refusal.TOO_EARLY, "Repair can be applied for from %s.%nMaybe come back then.".formatted(from));
        }
    }

    private void checkAgain(About about, RepairRules repair) {
        requests.ofBusiness(about.businessKey()).stream()
                .filter(request -> request.kind() == RequestKind.REPAIR && isSame(request, about))
                .filter(request -> request.state() instanceof Revoked)
                .map(request -> ((Revoked) request.state()).decision().on())
                .forEach(revoked ->
                        checkDay(repair.again().after(revoked, lists.calendar()).day()));
    }

    private static boolean isSame(StoredRequest request, About about) {
        return Objects.equals(request.caseId(), about.caseId()) && Objects.equals(request.factId(), about.factId());
    }

    private static boolean hasKind(Fact penalty, List<String> kinds) {
        return penalty.values().getTexts("kinds").stream().anyMatch(kinds::contains);
    }

    private static RequestRefusedException never(String why) {
        return new RequestRefusedException(
                Refusal.NEVER, "%s%nMaybe wait for its last day, or object if it is wrong.".formatted(why));
    }

    private static RequestRefusedException notStanding() {
        return new RequestRefusedException(
                Refusal.NOT_STANDING, "There is nothing that stands to be repaired.%nMaybe it has ended.".formatted());
    }
}
