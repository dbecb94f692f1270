package dev.assay.api.listing;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState.AwaitingConsent;
import dev.assay.core.listing.EntryState.Decided;
import dev.assay.core.listing.Level;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.ListingRefusedException;
import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.listing.ListingState;
import dev.assay.core.listing.ListingStep;
import dev.assay.core.listing.NextStep;
import dev.assay.core.listing.PersonName;
import dev.assay.core.listing.Weighing;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.listing.CasePersons;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.BusinessRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries the steps that people take on cases into the store. */
@Component
public class CaseSteps {

    private final ListingCases cases;
    private final CasePersons persons;
    private final ListRules rules;
    private final CreditFileReader files;
    private final BusinessRegister register;
    private final AuthorityClock clock;

    CaseSteps(
            ListingCases cases,
            CasePersons persons,
            ListRules rules,
            CreditFileReader files,
            BusinessRegister register,
            AuthorityClock clock) {
        this.cases = cases;
        this.persons = persons;
        this.rules = rules;
        this.files = files;
        this.register = register;
        this.clock = clock;
    }

    /**
     * What somebody enters with a step.
     *
     * @param revision the case as it was seen
     * @param reason what is written down
     * @param day the day of a hearing; null where the step has none
     * @param factors what was found on each factor of the weighing, by its id
     * @param noIntent whether the party has proved that it did not mean to
     */
    public record Entry(
            int revision, String reason, @Nullable LocalDate day, Map<String, String> factors, boolean noIntent) {

        /** Copies the map. */
        public Entry {
            factors = Map.copyOf(factors);
        }
    }

    /**
     * A case by number.
     *
     * @param id the number
     * @return the case
     * @throws NotThere if there is none
     */
    public ListingCase get(long id) {
        return cases.find(id)
                .orElseThrow(() ->
                        new NotThere("There is no case (%d).%nMaybe look for it on the page of lists.".formatted(id)));
    }

    /**
     * The edition under which a case began.
     *
     * @param listing the case
     * @return its edition
     */
    public ListEdition editionOf(ListingCase listing) {
        return rules.get(listing.edition());
    }

    /**
     * What is next on a case.
     *
     * @param listing the case
     * @return the steps, with their clocks
     */
    public List<NextStep> next(ListingCase listing) {
        return NextStep.of(listing.state(), editionOf(listing).procedure());
    }

    /**
     * Takes a step.
     *
     * @param id the case's number
     * @param code the word of the step
     * @param entry what was entered
     * @param viewer who takes it
     * @return where the case stands then
     * @throws NotThere if there is no such case, or no such step
     * @throws ListingRefusedException if the step may not be taken
     */
    public ListingState take(long id, String code, Entry entry, Viewer viewer) {
        ListingCase seen = get(id);
        if (seen.revision() != entry.revision()) {
            throw new ListingRefusedException(
                    Refusal.CHANGED_SINCE,
                    "Somebody else has moved the case (%d) since.%nMaybe look at it again.".formatted(id));
        }
        ListingStep step = step(seen, code, entry, viewer);
        if (editionOf(seen).persons() && seen.person() == null && !(step instanceof ListingStep.Dismiss)) {
            throw new ListingRefusedException(
                    Refusal.NO_PERSON,
                    "The case (%d) is for a list of persons and names nobody.%nMaybe name the person first."
                            .formatted(id));
        }
        if (!(step instanceof ListingStep.Dismiss) && findSealing(seen).isPresent()) {
            throw new ListingRefusedException(
                    Refusal.SEALED,
                    "The penalty that the case (%d) rests on is sealed.%nMaybe dismiss the case.".formatted(id));
        }
        return cases.take(seen, step, rulesOf(seen));
    }

    /**
     * Names the person whom a case concerns, or a further one whom the same decision concerns.
     *
     * @param id the case's number
     * @param revision the case as it was seen
     * @param written the name as it was entered
     * @param another whether it is a further person, who gets a case of his own
     * @param viewer who says so
     * @return the number of the person's case
     * @throws NotThere if there is no such case
     * @throws ListingRefusedException if the list is not of persons, the party was told already, or it is no name
     */
    public long name(long id, int revision, String written, boolean another, Viewer viewer) {
        ListingCase seen = get(id);
        String person = written.strip();
        if (!PersonName.isOne(person)) {
            throw new ListingRefusedException(
                    Refusal.BAD_PERSON,
                    "This is not a person's name: it holds digits or signs, or is longer than %d characters.%nMaybe enter the name alone, without a number."
                            .formatted(PersonName.LONGEST));
        }
        if (!editionOf(seen).persons() || !(seen.state() instanceof ListingState.Proposed)) {
            throw new ListingRefusedException(
                    Refusal.OUT_OF_ORDER,
                    "A person is named on lists of persons, before the notice.%nMaybe dismiss the case.".formatted());
        }
        Optional<Long> named = seen.revision() != revision
                ? Optional.empty()
                : another
                        ? persons.nameAnother(seen, person, viewer.name(), clock.now())
                        : Optional.of(id).filter(_ -> persons.name(seen, person, viewer.name(), clock.now()));
        return named.orElseThrow(() -> new ListingRefusedException(
                Refusal.CHANGED_SINCE,
                "Somebody else has moved the case (%d) since.%nMaybe look at it again.".formatted(id)));
    }

    /**
     * Under what a case runs.
     *
     * @param listing the case
     * @return its procedure, term and calendar
     */
    public ListingStep.Rules rulesOf(ListingCase listing) {
        return rules.of(listing.edition(), listing.rule(), listing.triggeredOn());
    }

    /**
     * An act of somebody, now.
     *
     * @param viewer who acts
     * @param reason what is written down
     * @return the act
     * @throws ListingRefusedException if the reason is blank or too long
     */
    public Decision act(Viewer viewer, String reason) {
        try {
            return new Decision(viewer.name(), clock.now(), clock.today(), reason);
        } catch (IllegalArgumentException bad) {
            throw new ListingRefusedException(Refusal.NO_REASON, String.valueOf(bad.getMessage()));
        }
    }

    /**
     * Whether somebody is of the level above the authority that decided a case, so that the consent is his to give or to refuse.
     *
     * @param listing the case
     * @param viewer who would
     * @return true if the case waits for consent, and the viewer decides for a division above
     */
    public boolean isAbove(ListingCase listing, Viewer viewer) {
        String division = register.get(listing.businessKey()).division();
        return viewer.isApprover()
                && listing.state() instanceof AwaitingConsent waiting
                && level(viewer, division).isAbove(waiting.level(), division);
    }

    private static Level level(Viewer viewer, @Nullable String division) {
        return Level.of(viewer.scope().beginnings(), division);
    }

    private ListingStep step(ListingCase seen, String code, Entry entry, Viewer viewer) {
        Decision act = act(viewer, entry.reason());
        String division = register.get(seen.businessKey()).division();
        Level level = level(viewer, division);
        return switch (code) {
            case "notice" -> new ListingStep.Notice(act);
            case "statement" -> new ListingStep.Statement(act);
            case "ask-hearing" -> new ListingStep.AskHearing(act);
            case "fix-hearing" -> new ListingStep.FixHearing(act, dayOf(entry));
            case "hold-hearing" -> new ListingStep.HoldHearing(act);
            case "decide" -> new ListingStep.Decide(act, new Weighing(entry.factors(), entry.noIntent()), level);
            case "consent" -> new ListingStep.Consent(act, level, division);
            case "refuse-consent" -> new ListingStep.RefuseConsent(act, level, division);
            case "dismiss" -> new ListingStep.Dismiss(act);
            case "publish" -> new ListingStep.Publish(act);
            case "annul" -> new ListingStep.Annul(act);
            default ->
                throw new NotThere("There is no step (%s).%nMaybe look at what is next on the case.".formatted(code));
        };
    }

    private static LocalDate dayOf(Entry entry) {
        if (entry.day() == null) {
            throw new ListingRefusedException(
                    Refusal.NO_REASON, "The hearing has no day.%nMaybe enter one.".formatted());
        }
        return entry.day();
    }

    /**
     * The decision by which the penalty of a case was sealed that is not published yet.
     *
     * @param listing the case
     * @return the fact of the decision; empty where the penalty is not sealed, or the case has gone on
     */
    public Optional<Fact> findSealing(ListingCase listing) {
        boolean early = listing.state() instanceof ListingState.Open || listing.state() instanceof Decided;
        return early
                ? files.find(listing.business(), new Cut(clock.today(), clock.now()))
                        .map(file -> SealedArchive.of(file.file().facts()).byPenalty())
                        .flatMap(byPenalty -> listing.evidence().stream()
                                .filter(byPenalty::containsKey)
                                .findFirst()
                                .map(byPenalty::get))
                : Optional.empty();
    }
}
