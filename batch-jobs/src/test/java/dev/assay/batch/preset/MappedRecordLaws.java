package dev.assay.batch.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FoundBusiness;
import dev.assay.batch.feed.MappedFact;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.OtherRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.SourceRow;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.fact.FactJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds for every record, whatever its rows say: facts that the store can hold as they are, or a refusal of each row. */
final class MappedRecordLaws {

    private static final int LONGEST_KEY = 190;
    private static final int LONGEST_IDENTITY = 64;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_DIVISION = 16;
    private static final int LONGEST_COLUMN = 255;
    private static final int LONGEST_MESSAGE = 1000;

    private MappedRecordLaws() {}

    static void hold(MappedRecord record, FeedDefinition feed) {
        if (isLeftOut(record) && feed.liability().isPresent()) {
            assertThat(record.business())
                    .as("a record for which somebody else answers")
                    .isNull();
            return;
        }
        assertThat(record.isRefused())
                .as("facts or refusals, never both and never neither")
                .isEqualTo(record.facts().isEmpty());
        assertThat(record.business() == null).isEqualTo(record.isRefused());
        if (record.isRefused()) {
            Set<Long> refused = record.refusals().stream().map(Refusal::line).collect(Collectors.toSet());
            assertThat(refused)
                    .as("a refusal of each row")
                    .isEqualTo(record.sources().stream().map(SourceRow::line).collect(Collectors.toSet()));
        }
        record.refusals().forEach(MappedRecordLaws::holdRefusal);
        record.facts().forEach(MappedRecordLaws::holdFact);
        if (record.business() != null) {
            holdBusiness(record.business());
        }
        holdDay(record.latest());
        record.unusedKeys().orElse(List.of()).forEach(key -> fits("unused key", key.recordKey(), LONGEST_KEY));
    }

    /** Neither facts nor a refusal: only a feed of those who answer for a sample may leave a row out. */
    static boolean isLeftOut(MappedRecord record) {
        return record.facts().isEmpty() && !record.isRefused();
    }

    private static void holdRefusal(Refusal refusal) {
        shorter("column", refusal.column(), LONGEST_COLUMN);
        shorter("message", refusal.message(), LONGEST_MESSAGE);
        assertThat(refusal.message()).contains(System.lineSeparator());
    }

    private static void holdFact(MappedFact fact) {
        fits("key", fact.recordKey(), LONGEST_KEY);
        fits("licence", fact.licence(), LONGEST_IDENTITY);
        fits("alias", fact.alias(), LONGEST_IDENTITY);
        assertThat(fact.alias() == null).isEqualTo(fact.aliasScheme() == null);
        holdDay(fact.occurredOn());
        if (fact.record() != null) {
            fits("key of the other record", fact.record().key(), LONGEST_KEY);
        }
        Values values = masked(fact.values());
        byte[] stored = FactJson.write(values).getBytes(StandardCharsets.UTF_8);
        // Compared only where they differ: a message about every content would take most of the time.
        if (!FactJson.read(stored).equals(values)) {
            assertThat(FactJson.read(stored)).isEqualTo(values);
        }
        if (fact.kind().equals("business")) {
            values.findText("name").ifPresent(MappedRecordLaws::holdName);
            values.findText("address").ifPresent(MappedRecordLaws::holdAddress);
            fits("division", values.findText("division").orElse(""), LONGEST_DIVISION);
            fits("sector", values.findText("sector").orElse(""), LONGEST_DIVISION);
            fits("class of subject", values.findText("subject_class").orElse(""), LONGEST_IDENTITY);
        }
    }

    private static void holdBusiness(FoundBusiness business) {
        switch (business) {
            case FoundBusiness.ByIdentity(String scheme, String identity, boolean _) ->
                holdIdentity(new Identity(scheme, identity));
            case FoundBusiness.ByNameAndAddress(String name, String address) -> {
                holdName(name);
                holdAddress(address);
            }
            case FoundBusiness.OfRecord(OtherRecord other) -> fits("key of the other record", other.key(), LONGEST_KEY);
            case FoundBusiness.ByMatch asked -> {
                holdName(asked.name());
                holdAddress(asked.address());
                fits("division", asked.division(), LONGEST_DIVISION);
                holdIdentity(asked.own());
                asked.identities().forEach(MappedRecordLaws::holdIdentity);
            }
        }
    }

    private static void holdIdentity(Identity identity) {
        fits("identity", identity.value(), LONGEST_IDENTITY);
        assertThat(identity.value()).isNotEmpty();
    }

    private static void holdName(String name) {
        fits("name", name, LONGEST_NAME);
        shorter("key of the name", MatchingKey.of(name), LONGEST_NAME);
    }

    private static void holdAddress(String address) {
        fits("address", address, LONGEST_ADDRESS);
        shorter("key of the address", MatchingKey.of(address), LONGEST_ADDRESS);
    }

    private static void holdDay(@Nullable LocalDate day) {
        if (day != null) {
            assertThat(day.getYear()).as("storable year").isBetween(1000, 9999);
        }
    }

    /** Short enough, and the same after it was written as UTF-8. */
    private static void fits(String what, @Nullable String text, int longest) {
        shorter(what, text, longest);
        if (text != null) {
            String read = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(read).as(what).isEqualTo(text);
        }
    }

    private static void shorter(String what, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            assertThat(text).as(what).hasSizeLessThanOrEqualTo(longest);
        }
    }

    private static Values masked(Values values) {
        TreeMap<String, Object> fields = new TreeMap<>(values.fields());
        fields.replaceAll((_, value) -> value instanceof PersonNumber number ? number.toString() : value);
        return new Values(fields);
    }
}
