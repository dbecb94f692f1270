package dev.assay.model.prediction.reading;

import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.Quantity;
import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.YamlMap;
import dev.assay.model.grading.FieldQuestionsParser;
import dev.assay.model.grading.MeasureLanguage;
import dev.assay.model.prediction.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how the value of a feature is read. */
final class FeatureParser {

    private static final List<String> FORMS =
            List.of("measure", "recent", "text", "rate", "month", "elsewhere", "near");
    private static final Quantity NOTHING = new Quantity.Count(new FactQuery(FactKinds.BUSINESS, List.of()));
    private static final double LONGEST = 36_525;

    private final MeasureLanguage language;
    private final String inspectors;

    /** Of what the facts of the inspectors' kind tell no feature may be made. */
    FeatureParser(Vocabulary vocabulary, String inspectors) {
        this.language = new MeasureLanguage(vocabulary);
        this.inspectors = inspectors;
    }

    Optional<FeatureDefinition> feature(YamlMap map, String id, Bilingual title) {
        boolean history = map.flag("history", false);
        List<String> named = FORMS.stream().filter(map::has).toList();
        if (named.size() != 1) {
            map.fault(
                    "", "The feature is not one of %s.".formatted(String.join(", ", FORMS)), "Maybe name one of them.");
            return Optional.empty();
        }
        Optional<Reading> reading = reading(map, named.getFirst());
        Feature.Type type = reading.filter(one -> one instanceof Reading.Text || one instanceof Reading.Month)
                        .isPresent()
                ? Feature.Type.TEXT
                : Feature.Type.NUMBER;
        return reading.map(one ->
                new FeatureDefinition(new Feature(id, title, type, map.written(named.getFirst())), one, history));
    }

    private Optional<Reading> reading(YamlMap map, String form) {
        return switch (form) {
            case "measure" -> Optional.of(new Reading.Measured(quantity(map.map(form))));
            case "recent" -> recent(map.map(form));
            case "text" -> text(map.map(form)).map(Reading.class::cast);
            case "rate" -> {
                YamlMap rate = map.map(form);
                double halfLife = rate.has("half_life")
                        ? LearningParser.number(rate, "half_life", 1, LONGEST)
                        : Double.POSITIVE_INFINITY;
                double prior = LearningParser.number(rate, "prior", 0.01, 1_000_000);
                yield text(rate).map(around -> new Reading.Rate(around, halfLife, prior));
            }
            case "elsewhere" -> elsewhere(map.map(form));
            case "near" -> near(map.map(form));
            default -> {
                map.flag(form, true);
                yield Optional.of(new Reading.Month());
            }
        };
    }

    private Quantity quantity(YamlMap map) {
        Quantity quantity = language.quantity(map);
        queries(quantity).forEach(query -> refuseInspectors(map, query));
        return quantity;
    }

    private static List<FactQuery> queries(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Count(var facts) -> List.of(facts);
            case Quantity.ItemCount items -> List.of(items.facts());
            case Quantity.Aggregate aggregate -> List.of(aggregate.facts());
            case Quantity.FactShare share -> List.of(share.facts());
            case Quantity.Since since ->
                since.starts().stream().map(Quantity.Start::facts).toList();
        };
    }

    private void refuseInspectors(YamlMap map, FactQuery query) {
        if (query.kind().name().equals(inspectors)) {
            map.fault(
                    "",
                    "The facts (%s) tell who inspects: a score may not depend on who comes.".formatted(inspectors),
                    "Maybe take the feature away: the effect of inspectors is estimated in training and taken out.");
        }
    }

    private Optional<Reading> recent(YamlMap map) {
        FactQuery facts = language.query(map, "every");
        refuseInspectors(map, facts);
        Optional<Field> items =
                map.has("items") ? MeasureLanguage.field(facts, map, "items", map.text("items")) : Optional.empty();
        List<Field> asked = items.map(Field::items).orElse(facts.kind().fields());
        Optional<Field> times = map.has("times")
                ? items.flatMap(field -> field.items().stream()
                        .filter(item -> item.name().equals(map.text("times")) && item.type() == FieldType.DECIMAL)
                        .findFirst())
                : Optional.empty();
        if (map.has("times") && times.isEmpty()) {
            map.fault("times", "The field is no number of the items.", "Maybe take it away: then each counts once.");
        }
        return Optional.of(new Reading.Recent(
                facts,
                items.orElse(null),
                FieldQuestionsParser.where(map, "where", asked),
                times.orElse(null),
                map.has("most") ? LearningParser.number(map, "most", 0.01, 1_000_000) : Double.POSITIVE_INFINITY,
                LearningParser.number(map, "half_life", 1, LONGEST),
                map.oneOf("give", List.of("average", "sum")).equals("average")));
    }

    Optional<Reading.Text> text(YamlMap map) {
        FactQuery facts = language.query(map, "newest");
        refuseInspectors(map, facts);
        List<Field> fields = new ArrayList<>();
        List<String> names = map.isText("field") ? List.of(map.text("field")) : map.texts("field");
        for (String name : names) {
            MeasureLanguage.field(facts, map, "field", name).ifPresent(fields::add);
        }
        Reading.Form form = map.has("as")
                ? switch (map.oneOf("as", List.of("written", "folded", "two-words"))) {
                    case "folded" -> Reading.Form.FOLDED;
                    case "two-words" -> Reading.Form.TWO_WORDS;
                    default -> Reading.Form.AS_WRITTEN;
                }
                : Reading.Form.AS_WRITTEN;
        if (fields.isEmpty()) {
            if (names.isEmpty()) {
                map.fault("field", "No field is named.", "Maybe write field: business_type.");
            }
            return Optional.empty();
        }
        return Optional.of(new Reading.Text(facts, fields, form));
    }

    private Optional<Reading> elsewhere(YamlMap map) {
        Quantity quantity = map.has("measure") ? quantity(map.map("measure")) : NOTHING;
        String file = map.text("file");
        try {
            return Optional.of(new Reading.Elsewhere(Identity.parse(file), quantity));
        } catch (IllegalArgumentException e) {
            map.fault("file", "The value (%s) is no identity.".formatted(file), "Maybe write division:us-il-chicago.");
            return Optional.empty();
        }
    }

    private Optional<Reading> near(YamlMap map) {
        FactQuery facts = language.query(map, "every");
        refuseInspectors(map, facts);
        for (String needed : List.of("longitude", "latitude")) {
            MeasureLanguage.field(facts, map, "every", needed);
        }
        return Optional.of(new Reading.Near(
                facts,
                (int) LearningParser.number(map, "days", 1, LONGEST),
                LearningParser.number(map, "metres", 1, 1_000_000)));
    }
}
