package dev.assay.api.request;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.ListRules;
import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.core.request.RequestRules;
import dev.assay.core.request.RequestState.Filed;
import dev.assay.core.request.RequestState.Pending;
import dev.assay.core.request.RequestTerms;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.ListingCases.Taken;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Requests;
import dev.assay.store.request.Requests.About;
import dev.assay.store.request.StoredRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes requests of businesses. {@link RequestDecisions} answers them. */
@Component
public class BusinessRequests {

    private final Requests requests;
    private final RequestRules rules;
    private final RepairGate repairs;
    private final ListRules lists;
    private final ListingCases cases;
    private final AuthorityClock clock;

    BusinessRequests(
            Requests requests,
            RequestRules rules,
            RepairGate repairs,
            ListRules lists,
            ListingCases cases,
            AuthorityClock clock) {
        this.requests = requests;
        this.rules = rules;
        this.repairs = repairs;
        this.lists = lists;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param about what it is about
     * @param words in the business's words
     * @param promise whether a promise of good faith was given; a repair needs one
     * @param papers what goes with it
     */
    public record Filing(About about, String words, boolean promise, List<GivenPaper> papers) {

        /** Copies the list. */
        public Filing {
            papers = List.copyOf(papers);
        }
    }

    /**
     * A request by number.
     *
     * @param id the number
     * @param viewer who looks
     * @return it
     * @throws NotThere if there is none, or it is another business's
     */
    public StoredRequest get(long id, Viewer viewer) {
        return requests.find(id)
                .filter(request -> viewer.isRegulator() || isOwn(request.businessKey(), viewer))
                .orElseThrow(() ->
                        new NotThere("There is no request (%d).%nMaybe look for it among your own.".formatted(id)));
    }

    private static boolean isOwn(long businessKey, Viewer viewer) {
        Long own = viewer.businessKey();
        return own != null && own == businessKey;
    }

    /**
     * Files a request.
     *
     * @param filing what is asked for
     * @param viewer the business itself, or a regulator who takes it down
     * @return its number
     * @throws RequestRefusedException if it cannot be filed; nothing was stored
     */
    public long file(Filing filing, Viewer viewer) {
        About about = filing.about();
        Decision act = act(viewer, filing.words());
        if (about.kind() == RequestKind.REPAIR) {
            if (!filing.promise()) {
                throw new RequestRefusedException(
                        Refusal.NO_REASON, "The promise of good faith is not given.%nMaybe tick it.".formatted());
            }
            repairs.check(about);
        }
        Filed filed =
                new Filed(act, deciders(about.caseId()), terms(about).accept().after(act.on(), lists.calendar()));
        return requests.inTransaction(tx -> {
            long id = Requests.file(tx, about, filed);
            filing.papers().forEach(paper -> Papers.add(tx, "request:" + id, paper.name(), paper.content(), act));
            return id;
        });
    }

    /**
     * Takes a request back.
     *
     * @param seen the request as it was seen
     * @param reason why
     * @param viewer the business
     */
    public void withdraw(StoredRequest seen, String reason, Viewer viewer) {
        if (!(seen.state() instanceof Pending pending)) {
            throw new RequestRefusedException(
                    Refusal.OUT_OF_ORDER, "The request (%d) is decided.%nMaybe file another.".formatted(seen.id()));
        }
        Decision act = act(viewer, reason);
        requests.inTransaction(tx -> {
            Requests.move(tx, seen, pending.withdraw(act), act);
            return seen;
        });
    }

    /**
     * By when a request is answered.
     *
     * @param about what it is about
     * @return its terms
     */
    RequestTerms terms(About about) {
        return switch (about.kind()) {
            case OBJECTION -> rules.objection();
            case REPLY -> rules.reply();
            case REPAIR -> {
                var repair = repairs.rules(about);
                yield new RequestTerms(repair.accept(), repair.decide());
            }
        };
    }

    /** Who decided the entry, and so does not decide on what its business asks for. */
    private Set<String> deciders(@Nullable Long caseId) {
        return caseId == null
                ? Set.of()
                : cases.stepsOf(caseId).stream()
                        .filter(step ->
                                step.step().equals("decide") || step.step().equals("consent"))
                        .map(Taken::decision)
                        .map(Decision::by)
                        .collect(Collectors.toSet());
    }

    Decision act(Viewer viewer, String words) {
        try {
            return new Decision(viewer.name(), clock.now(), clock.today(), words);
        } catch (IllegalArgumentException bad) {
            throw new RequestRefusedException(Refusal.NO_REASON, String.valueOf(bad.getMessage()));
        }
    }
}
