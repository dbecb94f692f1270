package dev.assay.batch.intake;

import dev.assay.batch.feed.BusinessRule;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FoundBusiness;
import dev.assay.batch.feed.MappedFact;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.UnusedKey;
import dev.assay.batch.reading.SourceFile;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.fact.FactJson;
import dev.assay.store.intake.NameOutcome;
import dev.assay.store.intake.QuarantineEntry;
import dev.assay.store.intake.StagedFact;
import dev.assay.store.intake.StagedName;
import dev.assay.store.intake.StagedPerson;
import dev.assay.store.intake.UnusedRecord;
import dev.assay.store.person.SealedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns mapped records into rows of the staging tables. It must be shown every record of the file, in order, also after a restart. */
final class RecordStaging {

    /** Fifteen or eighteen digits, the last perhaps an X. */
    private static final Pattern LIKE_PERSON_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:\\d{17}[0-9Xx]|\\d{15})(?![0-9A-Za-z])");

    private final SeenFilter identities;
    private final SeenFilter keys;
    private final SeenFilter persons;
    private final @Nullable NameResolution names;
    private final PersonSealing sealing;
    private final boolean hasPersons;

    RecordStaging(FeedDefinition feed, SourceFile file, PersonSealing sealing, @Nullable NameResolution names) {
        this.names = names;
        this.sealing = sealing;
        this.hasPersons = !feed.personColumns().isEmpty();
        this.identities = SeenFilter.forRowsOf(file);
        this.keys = SeenFilter.forRowsOf(file);
        this.persons = hasPersons ? SeenFilter.forRowsOf(file) : new SeenFilter(0);
    }

    /** Shows a record that is staged already. */
    void show(MappedRecord mapped) {
        if (mapped.business() instanceof FoundBusiness.ByIdentity named) {
            identities.mayHaveSeen(named.scheme(), named.identity());
        }
        mapped.facts().forEach(fact -> keys.mayHaveSeen(fact.kind(), fact.recordKey()));
    }

    StagedRecord stage(MappedRecord mapped) {
        List<StagedPerson> mentioned = new ArrayList<>(0);
        NameOutcome outcome = mapped.business() instanceof FoundBusiness.ByMatch asked
                ? Objects.requireNonNull(names).resolve(asked)
                : null;
        boolean leftOut = outcome instanceof NameOutcome.None
                && mapped.business() instanceof FoundBusiness.ByMatch asked
                && asked.below() == BusinessRule.Below.LEAVE_OUT;
        return new StagedRecord(
                mapped.lastLine(),
                mapped.rows(),
                mapped.isRefused() || mapped.sources().getFirst().corrects() > 0 ? mapped.sources() : List.of(),
                mapped.business() == null || leftOut ? List.of() : facts(mapped, mapped.business(), outcome, mentioned),
                mentioned,
                leftOut ? null : name(mapped, outcome),
                mapped.refusals().stream().map(this::entry).toList(),
                mapped.isRefused() ? unused(mapped) : List.of(),
                mapped.unusedKeys().isEmpty(),
                mapped.warnings(),
                mapped.latest());
    }

    private static List<UnusedRecord> unused(MappedRecord mapped) {
        List<UnusedRecord> unused = new ArrayList<>();
        for (UnusedKey key : mapped.unusedKeys().orElse(List.of())) {
            unused.add(new UnusedRecord(mapped.firstLine(), unused.size(), key.kind(), key.recordKey()));
        }
        return unused;
    }

    private QuarantineEntry entry(Refusal refusal) {
        String value = refusal.value();
        return new QuarantineEntry(
                refusal.line(),
                refusal.column(),
                value == null ? null : shown(refusal, value),
                refusal.reason().code(),
                shown(refusal, refusal.message()));
    }

    /** A row that could not be told apart into columns may have a person's number anywhere in it. */
    private String shown(Refusal refusal, String text) {
        return !hasPersons || refusal.column() != null
                ? text
                : LIKE_PERSON_NUMBER.matcher(text).replaceAll(PersonNumber.MASK);
    }

    private static @Nullable StagedName name(MappedRecord mapped, @Nullable NameOutcome outcome) {
        if (outcome == null
                || outcome instanceof NameOutcome.Known
                || !(mapped.business() instanceof FoundBusiness.ByMatch asked)) {
            return null;
        }
        return new StagedName(
                mapped.firstLine(),
                mapped.rows(),
                Question.of(asked),
                asked.name(),
                orNull(asked.address()),
                orNull(asked.division()),
                asked.own(),
                outcome);
    }

    private static StagedFact.Finding finding(FoundBusiness found, @Nullable NameOutcome outcome) {
        return switch (found) {
            case FoundBusiness.ByIdentity identity -> new StagedFact.ByIdentity(identity.scheme(), identity.identity());
            case FoundBusiness.ByNameAndAddress(String name, String address) ->
                new StagedFact.ByNameAndAddress(name, MatchingKey.of(name), address, MatchingKey.of(address));
            case FoundBusiness.OfRecord _ -> new StagedFact.ByRecord();
            case FoundBusiness.ByMatch asked ->
                outcome instanceof NameOutcome.Known(Identity identity)
                        ? new StagedFact.ByIdentity(identity.scheme(), identity.value())
                        : new StagedFact.ByName(description(asked), outcome instanceof NameOutcome.Added);
        };
    }

    private static StagedFact.Description description(FoundBusiness.ByMatch asked) {
        String addressKey = MatchingKey.of(asked.address());
        return new StagedFact.Description(
                orNull(asked.name()),
                orNull(MatchingKey.of(asked.name())),
                orNull(asked.address()),
                orNull(addressKey),
                orNull(asked.division()),
                null,
                null);
    }

    private List<StagedFact> facts(
            MappedRecord mapped, FoundBusiness found, @Nullable NameOutcome outcome, List<StagedPerson> mentioned) {
        StagedFact.Finding finding = finding(found, outcome);
        boolean creates = found instanceof FoundBusiness.ByIdentity identity && identity.creates();
        // What is found by name may be named by an identity too: it counts as seen.
        boolean identitySeen = found instanceof FoundBusiness.ByIdentity named
                ? identities.mayHaveSeen(named.scheme(), named.identity())
                : outcome != null;
        List<StagedFact> facts = new ArrayList<>(mapped.facts().size());
        for (MappedFact fact : mapped.facts()) {
            int place = facts.size();
            PersonSealing.Sealed sealed = sealing.seal(fact.values(), mapped.firstLine() * 16 + place);
            for (SealedNumber number : sealed.numbers()) {
                boolean seen = persons.mayHaveSeen("person", number.token());
                mentioned.add(new StagedPerson(number, seen, fact.kind(), fact.recordKey()));
            }
            facts.add(new StagedFact(
                    mapped.firstLine(),
                    place,
                    mapped.rows(),
                    fact.kind(),
                    creates && place == 0,
                    identitySeen,
                    keys.mayHaveSeen(fact.kind(), fact.recordKey()),
                    finding,
                    fact.aliasScheme(),
                    fact.alias(),
                    fact.licence(),
                    fact.kind().equals(FactKinds.BUSINESS.name()) ? description(fact.values()) : null,
                    fact.recordKey(),
                    fact.occurredOn(),
                    record(fact),
                    FactJson.write(sealed.values())));
        }
        return facts;
    }

    private static StagedFact.@Nullable OtherRecord record(MappedFact fact) {
        return fact.record() == null
                ? null
                : new StagedFact.OtherRecord(
                        fact.record().feed(),
                        fact.record().kind(),
                        fact.record().key());
    }

    private static StagedFact.Description description(Values values) {
        Optional<String> name = values.findText("name");
        Optional<String> address = values.findText("address");
        return new StagedFact.Description(
                orNull(name),
                orNull(name.map(MatchingKey::of)),
                orNull(address),
                orNull(address.map(MatchingKey::of)),
                orNull(values.findText("division")),
                orNull(values.findText("sector")),
                orNull(values.findText("subject_class")));
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
