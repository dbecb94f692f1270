package dev.assay.batch.intake;

import dev.assay.batch.feed.FoundBusiness;
import dev.assay.batch.feed.MappedFact;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.fact.FactJson;
import dev.assay.store.intake.QuarantineEntry;
import dev.assay.store.intake.StagedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns mapped records into rows of the staging tables. It must be shown every record of the file, in order, also after a restart. */
final class RecordStaging {

    private final SeenFilter identities = new SeenFilter();
    private final SeenFilter keys = new SeenFilter();

    StagedRecord stage(MappedRecord mapped) {
        return new StagedRecord(
                mapped.lastLine(),
                mapped.rows(),
                mapped.business() == null ? List.of() : facts(mapped, mapped.business()),
                mapped.refusals().stream().map(RecordStaging::entry).toList(),
                mapped.warnings(),
                mapped.latest());
    }

    private static QuarantineEntry entry(Refusal refusal) {
        return new QuarantineEntry(
                refusal.line(),
                refusal.column(),
                refusal.value(),
                refusal.reason().code(),
                refusal.message());
    }

    private List<StagedFact> facts(MappedRecord mapped, FoundBusiness found) {
        StagedFact.Finding finding = finding(found);
        boolean creates = found instanceof FoundBusiness.ByIdentity identity && identity.creates();
        boolean identitySeen = found instanceof FoundBusiness.ByIdentity named
                && identities.mayHaveSeen(named.scheme(), named.identity());
        List<StagedFact> facts = new ArrayList<>(mapped.facts().size());
        for (MappedFact fact : mapped.facts()) {
            int place = facts.size();
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
                    FactJson.write(fact.values())));
        }
        return facts;
    }

    private static StagedFact.Finding finding(FoundBusiness found) {
        return switch (found) {
            case FoundBusiness.ByIdentity identity -> new StagedFact.ByIdentity(identity.scheme(), identity.identity());
            case FoundBusiness.ByNameAndAddress(String name, String address) ->
                new StagedFact.ByNameAndAddress(name, MatchingKey.of(name), address, MatchingKey.of(address));
        };
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
}
