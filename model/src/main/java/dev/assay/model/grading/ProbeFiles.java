package dev.assay.model.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Scope;
import dev.assay.core.identity.Identity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Made-up files whose values lie around everything that a model asks; the same seed gives the same files. */
final class ProbeFiles {

    private static final int MOST_OF_A_KIND = 3;
    private static final String LICENCE = "JY13206130000015";
    private static final Identity BUSINESS = new Identity("uscc", "91320600000000019U");
    private static final Instant KNOWN = Instant.EPOCH;

    private final GradingModel model;
    private final ProbeValues values;
    private final SplittableRandom random;
    private final Identity business;
    private final LocalDate asOf;
    private long ids;

    ProbeFiles(GradingModel model, long seed) {
        this.model = model;
        this.values = ProbeValues.of(model);
        this.random = new SplittableRandom(seed);
        this.business = model.header().identities().stream()
                .sorted()
                .findFirst()
                .map(scheme -> new Identity(scheme, "1"))
                .orElse(BUSINESS);
        LocalDate end = model.header().basis().validTo();
        LocalDate settled =
                model.header().basis().validFrom().plusYears(6).withMonth(5).withDayOfMonth(20);
        this.asOf = end == null || settled.isBefore(end) ? settled : end;
    }

    /** The day before which the facts lie, and on which the model is in force. */
    LocalDate asOf() {
        return asOf;
    }

    /** The kinds of fact that the model reads. */
    List<FactKind> kinds() {
        return values.kinds();
    }

    /** Facts as a file, all of them whatever the day. */
    CreditFile file(List<Fact> facts, LocalDate day) {
        return new CreditFile(business, day, KNOWN, facts);
    }

    /** The facts of the next file: of each kind that the model reads up to three. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        String sector = model.header().sectors().isEmpty()
                ? Sector.SALES.code()
                : pick(model.header().sectors().stream()
                        .map(Sector::code)
                        .sorted()
                        .toList());
        facts.add(fact(FactKinds.BUSINESS, asOf.minusYears(8), Map.of("name", "A", "sector", sector)));
        if (model.scope() == Scope.LICENCE) {
            facts.add(fact(
                    FactKinds.LICENCE,
                    asOf.minusYears(pick(List.of(1, 5))),
                    Map.of(
                            "number",
                            LICENCE,
                            "sector",
                            sector,
                            "status",
                            "valid",
                            "valid_from",
                            asOf.minusYears(5).toString(),
                            "valid_to",
                            asOf.plusYears(5).toString())));
        }
        for (FactKind kind : values.kinds()) {
            boolean described = kind.equals(FactKinds.BUSINESS) || kind.equals(FactKinds.LICENCE);
            for (int n = described ? 0 : random.nextInt(MOST_OF_A_KIND + 1); n > 0; n--) {
                facts.add(fact(kind));
            }
        }
        return facts;
    }

    /** A fact of a kind, whose values lie around what the model asks. */
    Fact fact(FactKind kind) {
        Map<String, Object> fields = new TreeMap<>();
        for (Field field : kind.fields()) {
            if (field.type() == FieldType.ITEMS) {
                List<Values> items = new ArrayList<>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    items.add(Values.of(item(kind, field)));
                }
                fields.put(field.name(), List.copyOf(items));
            } else {
                put(fields, field, values.of(kind, field));
            }
        }
        return fact(kind, asOf.minusDays(pick(values.ages())), fields);
    }

    private Map<String, Object> item(FactKind kind, Field items) {
        Map<String, Object> fields = new TreeMap<>();
        items.items().forEach(field -> put(fields, field, values.of(kind, items, field)));
        return fields;
    }

    /** One of the values, or another, or none. */
    private void put(Map<String, Object> fields, Field field, List<Object> tried) {
        int choice = tried.isEmpty() ? tried.size() + 1 : random.nextInt(tried.size() + 2);
        switch (field.type()) {
            case TEXT, MEASURE -> {
                if (choice <= tried.size() && !tried.isEmpty()) {
                    fields.put(field.name(), choice < tried.size() ? tried.get(choice) : ProbeValues.OTHER);
                }
            }
            case TEXTS -> {
                if (choice < tried.size()) {
                    fields.put(field.name(), List.of(tried.get(choice).toString()));
                }
            }
            case DECIMAL -> {
                if (choice < tried.size() && tried.get(choice) instanceof BigDecimal number) {
                    fields.put(field.name(), number);
                }
            }
            case FLAG -> {
                if (!tried.isEmpty()) {
                    fields.put(field.name(), random.nextBoolean());
                }
            }
            case DAY ->
                fields.put(
                        field.name(),
                        asOf.minusDays(random.nextInt(1500)).plusDays(400).toString());
            case ITEMS, PERSON_ID -> {}
        }
    }

    private Fact fact(FactKind kind, LocalDate day, Map<String, Object> fields) {
        boolean ofLicence = model.scope() == Scope.LICENCE && !kind.equals(FactKinds.BUSINESS);
        long id = ++ids;
        return new Fact(
                id,
                kind.name(),
                ofLicence ? LICENCE : null,
                day,
                day,
                KNOWN,
                new Source("probe", "", id),
                Values.of(fields));
    }

    private <T> T pick(List<T> list) {
        return Objects.requireNonNull(list.get(random.nextInt(list.size())));
    }
}
