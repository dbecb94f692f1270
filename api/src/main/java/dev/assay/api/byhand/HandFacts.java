package dev.assay.api.byhand;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.business.LicenceView;
import dev.assay.core.creditfile.Takeover;
import dev.assay.core.entry.EntryFault;
import dev.assay.core.entry.EntryFault.Reason;
import dev.assay.core.entry.EntryReader;
import dev.assay.core.entry.EntryReading;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.database.SameTransaction;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandEntries.Outcome;
import dev.assay.store.intake.HandEntries.Result;
import dev.assay.store.intake.HandEntries.Target;
import dev.assay.store.intake.HandFact;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a regulator wrote, and carries it into the store if nothing is wrong with it. */
@Component
public class HandFacts {

    private static final int LONGEST_LICENCE = 64;

    private final HandEntries entries;
    private final CreditFiles creditFiles;
    private final Vocabulary vocabulary;
    private final EntryWords words;
    private final AuthorityClock clock;
    private final BusinessRegister register;
    private final GradeOverrides overrides;

    HandFacts(
            HandEntries entries,
            CreditFiles creditFiles,
            Vocabulary vocabulary,
            EntryWords words,
            AuthorityClock clock,
            BusinessRegister register,
            GradeOverrides overrides) {
        this.entries = entries;
        this.creditFiles = creditFiles;
        this.vocabulary = vocabulary;
        this.words = words;
        this.clock = clock;
        this.register = register;
        this.overrides = overrides;
    }

    /**
     * A version that may be corrected or withdrawn.
     *
     * @param business the business
     * @param fact the version's number
     * @return it, or empty if the business has none of that number
     */
    public Optional<Target> find(RegisteredBusiness business, long fact) {
        return entries.find(business.key(), fact);
    }

    /**
     * Enters a fact.
     *
     * @param business the business
     * @param written the fact
     * @param viewer who enters it
     * @return what became of it
     */
    public EntryOutcome enter(RegisteredBusiness business, WrittenEntry written, Viewer viewer) {
        return enter(business, written, viewer, SameTransaction.NOTHING);
    }

    /**
     * Enters a fact, and does what belongs to it in the same transaction.
     *
     * @param business the business
     * @param written the fact
     * @param viewer who enters it
     * @param also what else is to be done; if it fails, nothing is entered. It must begin no transaction of its own
     * @return what became of it
     */
    public EntryOutcome enter(RegisteredBusiness business, WrittenEntry written, Viewer viewer, SameTransaction also) {
        return new Check(business, written, null)
                .carry(viewer, read -> entries.enter(business.key(), read.fact(), read.grounds(), also));
    }

    /**
     * Corrects a version of a record.
     *
     * @param business the business
     * @param fact the version's number
     * @param written what is right; its kind is not read
     * @param viewer who corrects it
     * @return what became of it
     */
    public EntryOutcome correct(RegisteredBusiness business, long fact, WrittenEntry written, Viewer viewer) {
        Optional<Target> target = find(business, fact);
        if (target.isEmpty()) {
            return new EntryOutcome.Carried(new Result(Outcome.NO_SUCH_FACT, 0, 0));
        }
        return new Check(business, written, target.get())
                .carry(viewer, read -> entries.correct(business.key(), fact, read.fact(), read.grounds()));
    }

    /**
     * Withdraws a version of a record.
     *
     * @param business the business
     * @param fact the version's number
     * @param reason why
     * @param paper on what it rests
     * @param viewer who withdraws it
     * @return what became of it
     */
    public EntryOutcome withdraw(RegisteredBusiness business, long fact, String reason, String paper, Viewer viewer) {
        return withdraw(business, fact, new Grounds(reason, paper), viewer, SameTransaction.NOTHING);
    }

    /**
     * Why something is done, as it was written.
     *
     * @param reason why
     * @param paper on what it rests
     */
    public record Grounds(String reason, String paper) {}

    /**
     * Withdraws a version of a record, and does what belongs to it in the same transaction.
     *
     * @param business the business
     * @param fact the version's number
     * @param written why, and on what it rests
     * @param viewer who withdraws it
     * @param also what else is to be done; if it fails, nothing is withdrawn. It must begin no transaction of its own
     * @return what became of it
     */
    public EntryOutcome withdraw(
            RegisteredBusiness business, long fact, Grounds written, Viewer viewer, SameTransaction also) {
        List<EntryFault> faults = new ArrayList<>();
        Optional<Target> set = find(business, fact)
                .filter(target -> GradeOverrides.isKind(target.fact().kind()));
        if (set.isPresent() && !viewer.isApprover()) {
            faults.add(new EntryFault("kind", Reason.NOT_ALLOWED, FactKinds.GRADE_OVERRIDE.name()));
        }
        Optional<HandGrounds> grounds = grounds(written.reason(), written.paper(), viewer, faults);
        if (grounds.isEmpty()) {
            return new EntryOutcome.Faulty(faults);
        }
        Result result = entries.withdraw(business.key(), fact, grounds.get(), also);
        set.filter(_ -> result.outcome() == Outcome.DONE)
                .ifPresent(target -> overrides.noteEnded(business, target.fact().values(), viewer));
        return new EntryOutcome.Carried(result);
    }

    private Optional<HandGrounds> grounds(String reason, String paper, Viewer viewer, List<EntryFault> faults) {
        text("reason", reason, Decision.LONGEST_REASON, faults);
        text("paper", paper, HandGrounds.LONGEST_PAPER, faults);
        return faults.isEmpty()
                ? Optional.of(new HandGrounds(new Decision(viewer.name(), clock.now(), clock.today(), reason), paper))
                : Optional.empty();
    }

    private static void text(String field, String text, int longest, List<EntryFault> faults) {
        if (text.isBlank()) {
            faults.add(new EntryFault(field, Reason.MISSING, ""));
        } else if (text.strip().length() > longest) {
            faults.add(new EntryFault(field, Reason.TOO_LONG, text.substring(0, 100)));
        }
    }

    /** What was read, all of it right. */
    private record Read(HandFact fact, HandGrounds grounds) {}

    /** The reading of one entry. */
    private final class Check {

        private final RegisteredBusiness business;
        private final WrittenEntry written;
        private final @Nullable Target target;
        private final List<EntryFault> faults = new ArrayList<>();

        /** An entry; with what it corrects, or null where it is new. */
        Check(RegisteredBusiness business, WrittenEntry written, @Nullable Target target) {
            this.business = business;
            this.written = written;
            this.target = target;
        }

        EntryOutcome carry(Viewer viewer, Function<Read, Result> work) {
            String name = target == null ? written.kind() : target.fact().kind();
            Optional<FactKind> kind = vocabulary.findByName(name);
            if (kind.isEmpty()) {
                return new EntryOutcome.Faulty(List.of(new EntryFault("kind", Reason.UNKNOWN_KIND, name)));
            }
            if (kind.get().isOfSystem()) {
                return new EntryOutcome.Faulty(List.of(new EntryFault("kind", Reason.OF_SYSTEM, name)));
            }
            LocalDate day = day();
            EntryReading reading = EntryReader.read(kind.get(), written.fields(), words.closed(name));
            faults.addAll(reading.faults());
            Values values = target == null ? reading.values() : withWhatIsKept(kind.get(), reading.values());
            checkPredecessor(name, values);
            String licence = licence(values, name);
            if (GradeOverrides.isKind(name)) {
                faults.addAll(overrides.faults(values, licence, viewer));
            }
            Optional<HandGrounds> grounds = grounds(viewer);
            if (grounds.isEmpty() || day == null || !faults.isEmpty()) {
                return new EntryOutcome.Faulty(faults);
            }
            Result result = work.apply(new Read(new HandFact(name, licence, day, values), grounds.get()));
            if (GradeOverrides.isKind(name) && result.outcome() == Outcome.DONE) {
                note(values, viewer);
            }
            return result.outcome() == Outcome.SAME
                    ? new EntryOutcome.Faulty(List.of(new EntryFault("fields", Reason.SAME, "")))
                    : new EntryOutcome.Carried(result);
        }

        private void note(Values values, Viewer viewer) {
            if (target == null) {
                overrides.noteSet(business, values, viewer);
            } else {
                overrides.noteEnded(business, values, viewer);
            }
        }

        /** One that cannot be read, or is the business itself, would link to nobody. */
        private void checkPredecessor(String kind, Values values) {
            Optional<String> named =
                    values.findText(Takeover.PREDECESSOR).filter(_ -> kind.equals(FactKinds.TAKEOVER.name()));
            if (named.isEmpty()) {
                return;
            }
            Optional<Identity> predecessor = Takeover.findIdentity(named.get());
            String field = "fields." + Takeover.PREDECESSOR;
            if (predecessor.isEmpty()) {
                faults.add(new EntryFault(field, Reason.BAD_IDENTITY, named.get()));
            } else if (register.identitiesOf(business.key()).contains(predecessor.get())) {
                faults.add(new EntryFault(field, Reason.OWN_IDENTITY, named.get()));
            }
        }

        private Optional<HandGrounds> grounds(Viewer viewer) {
            List<EntryFault> own = new ArrayList<>();
            Optional<HandGrounds> grounds = HandFacts.this.grounds(written.reason(), written.paper(), viewer, own);
            faults.addAll(own);
            return grounds;
        }

        private @Nullable LocalDate day() {
            String text = written.occurredOn();
            Optional<LocalDate> day = EntryReader.day(text);
            if (text.isBlank()) {
                faults.add(new EntryFault("occurredOn", Reason.MISSING, ""));
            } else if (day.isEmpty()) {
                faults.add(new EntryFault("occurredOn", Reason.BAD_DAY, text));
            } else if (day.get().isAfter(clock.today())) {
                faults.add(new EntryFault("occurredOn", Reason.FUTURE, text));
            }
            return day.orElse(null);
        }

        /** A licence of the file, or that of the corrected version; a fact of a new licence concerns that one. */
        private @Nullable String licence(Values values, String kind) {
            String number = written.licence().strip();
            if (kind.equals(FactKinds.LICENCE.name())) {
                String own =
                        values.findText("number").filter(_ -> number.isEmpty()).orElse(number);
                if (own.length() > LONGEST_LICENCE) {
                    faults.add(new EntryFault("licence", Reason.TOO_LONG, own));
                }
                return own.isEmpty() ? null : own;
            }
            if (number.isEmpty()) {
                return null;
            }
            boolean known = (target != null && number.equals(target.fact().licence()))
                    || LicenceView.in(creditFiles.now(business)).stream()
                            .anyMatch(licence -> licence.number().equals(number));
            if (!known) {
                faults.add(new EntryFault("licence", Reason.UNKNOWN_LICENCE, number));
            }
            return number;
        }

        /** What no form shows stays as it was: numbers of identity documents, and fields that nothing declares any more. */
        private Values withWhatIsKept(FactKind kind, Values read) {
            Map<String, Object> fields = new TreeMap<>(read.fields());
            if (target != null) {
                target.fact().values().fields().forEach((name, value) -> {
                    if (PersonNumber.isToken(value) || kind.findField(name).isEmpty()) {
                        fields.putIfAbsent(name, value);
                    }
                });
            }
            return Values.of(fields);
        }
    }
}
