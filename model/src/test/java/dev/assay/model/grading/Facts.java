package dev.assay.model.grading;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Rating;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.YamlMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Facts and credit files for tests. */
final class Facts {

    static final String LICENCE = "JY13206130000015";
    static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private static final Identity BUSINESS = new Identity("uscc", "91320600000000019U");
    private static final Identity ESTABLISHMENT = new Identity("fhrs", "369216");
    private static final Vocabulary KINDS = DeclaredKinds.load(ConfigFiles.packaged());
    private static final AtomicLong IDS = new AtomicLong();

    private Facts() {}

    static Fact fact(FactKind kind, @Nullable String licence, LocalDate day, Map<String, ?> values) {
        long id = IDS.incrementAndGet();
        return new Fact(
                id, kind.name(), licence, day, day, RECORDED, new Source("test", "test.csv", id), Values.of(values));
    }

    static Fact fact(FactKind kind, LocalDate day, Map<String, ?> values) {
        return fact(kind, LICENCE, day, values);
    }

    /** A file cut at a day: later facts are left out, as the store's reader does. */
    static CreditFile file(LocalDate asOf, List<Fact> facts) {
        return file(business(facts), asOf, facts);
    }

    /** The same for a business of one's own. */
    static CreditFile file(Identity business, LocalDate asOf, List<Fact> facts) {
        return new CreditFile(
                business,
                asOf,
                RECORDED,
                facts.stream().filter(fact -> !fact.occurredOn().isAfter(asOf)).toList());
    }

    /** A file that knows component scores or the status of a published rating is a British establishment's. */
    private static Identity business(List<Fact> facts) {
        return facts.stream()
                        .map(Fact::values)
                        .anyMatch(values -> values.findText("rating_status").isPresent()
                                || values.findDecimal("hygiene").isPresent())
                ? ESTABLISHMENT
                : BUSINESS;
    }

    /** Reads {@code {kind: …, on: …, FIELD: …}}. */
    static Fact parse(YamlMap map) {
        FactKind kind = KINDS.findByName(map.text("kind")).orElseThrow();
        String licence =
                kind.equals(FactKinds.BUSINESS) ? null : map.findText("licence").orElse(LICENCE);
        return fact(kind, licence, map.day("on"), values(map, kind.fields()));
    }

    /** The rating with one day for all; the digest is part of what is compared. */
    static Rating dateless(Rating rating) {
        return new Rating(
                rating.subject(),
                rating.model(),
                rating.modelVersion(),
                rating.engineVersion(),
                LocalDate.EPOCH,
                rating.knownAt(),
                rating.state(),
                rating.score(),
                rating.computedGrade(),
                rating.grade(),
                rating.gradeSetUntil(),
                rating.effectiveFrom(),
                rating.inspectionsPerYear(),
                rating.nextInspectionDue(),
                rating.validUntil(),
                rating.digest());
    }

    static Map<String, Object> values(YamlMap map, List<Field> fields) {
        Map<String, Object> values = new TreeMap<>();
        for (Field field : fields) {
            if (map.has(field.name())) {
                values.put(field.name(), value(map, field));
            }
        }
        return values;
    }

    private static Object value(YamlMap map, Field field) {
        return switch (field.type()) {
            case TEXT, MEASURE, PERSON_ID -> map.text(field.name());
            case DAY -> map.day(field.name()).toString();
            case DECIMAL -> map.decimal(field.name());
            case FLAG -> map.flag(field.name(), false);
            case TEXTS -> map.texts(field.name());
            case ITEMS ->
                map.maps(field.name()).stream()
                        .map(item -> Values.of(values(item, field.items())))
                        .toList();
        };
    }
}
