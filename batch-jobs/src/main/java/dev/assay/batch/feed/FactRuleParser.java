package dev.assay.batch.feed;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the facts that a record becomes. */
final class FactRuleParser {

    /** The keys of {@code authority}, and the fields that they fill where a fact's own rules do not. */
    private static final Map<String, String> AUTHORITY =
            Map.of("name", "authority", "code", "authority_code", "division", "division");

    private final ColumnReferences columns;
    private final DayPatterns days;
    private final Set<String> nullMarks;
    private final FieldRuleParser fields;
    private final Vocabulary vocabulary;

    FactRuleParser(
            ColumnReferences columns, FieldRuleParser.Cells cells, FieldRuleParser fields, Vocabulary vocabulary) {
        this.columns = columns;
        this.days = cells.days();
        this.nullMarks = cells.nullMarks();
        this.fields = fields;
        this.vocabulary = vocabulary;
    }

    /** The rules; {@code authority} says who speaks where the facts themselves do not. */
    List<FactRule> rules(List<YamlMap> facts, Optional<YamlMap> authority) {
        Map<String, CellSource> speaker = authority.map(this::speaker).orElse(Map.of());
        List<FactRule> rules = new ArrayList<>();
        for (YamlMap fact : facts) {
            FactKind kind = kind(fact);
            Optional<YamlMap> day = fact.findMap("occurred_on");
            rules.add(new FactRule(
                    kind,
                    columns.several(fact, "when"),
                    key(fact),
                    day.filter(map -> map.has("column") || !map.has("record")).map(this::dayRule),
                    day.flatMap(map -> map.findMap("record")).map(record -> BusinessRuleParser.record(record, columns)),
                    fact.has("licence") ? Optional.of(columns.one(fact, "licence")) : Optional.empty(),
                    fact.findMap("also_known_as")
                            .map(also -> new FactRule.Alias(also.text("scheme"), columns.one(also, "column"))),
                    withSpeaker(fields.rules(fact.map("fields"), kind.fields()), kind, speaker)));
        }
        return rules;
    }

    private Map<String, CellSource> speaker(YamlMap authority) {
        Map<String, CellSource> speaker = new LinkedHashMap<>();
        AUTHORITY.forEach((key, field) -> {
            if (authority.isMap(key)) {
                speaker.put(field, new CellSource.Cell(columns.one(authority.map(key), "column")));
            } else {
                authority.findText(key).ifPresent(text -> speaker.put(field, new CellSource.Constant(text)));
            }
        });
        return speaker;
    }

    /** A grade is set by a person who answers for it, never by a file. */
    private FactKind kind(YamlMap fact) {
        return vocabulary
                .findByName(fact.oneOf(
                        "kind",
                        vocabulary.names().stream()
                                .filter(name -> !name.equals(FactKinds.GRADE_OVERRIDE.name()))
                                .toList()))
                .orElseThrow();
    }

    private List<FieldRule> withSpeaker(List<FieldRule> own, FactKind kind, Map<String, CellSource> speaker) {
        Set<String> filled = new HashSet<>();
        own.forEach(rule -> filled.add(rule.field()));
        List<FieldRule> rules = new ArrayList<>(own);
        speaker.forEach((name, source) -> kind.findField(name)
                .filter(field -> field.type() == FieldType.TEXT && !filled.contains(name))
                .ifPresent(field -> rules.add(
                        new FieldRule(name, source, new Conversion.AsText(), nullMarks, FieldRule.Need.OPTIONAL))));
        return rules;
    }

    private FactRule.DayRule dayRule(YamlMap day) {
        return new FactRule.DayRule(
                columns.one(day, "column"),
                day.has("days") ? FeedParser.days(day, "days") : days,
                FieldRuleParser.need(day));
    }

    private List<FactRule.KeyPart> key(YamlMap fact) {
        List<String> optional = fact.texts("key_optional");
        List<FactRule.KeyPart> parts = new ArrayList<>();
        for (String name : fact.texts("key")) {
            parts.add(
                    name.equals("as-at")
                            ? FactRule.KeyPart.AS_AT
                            : new FactRule.KeyPart(columns.place(fact, "key", name), !optional.contains(name)));
        }
        if (parts.isEmpty()) {
            fact.fault(
                    "key",
                    "The record has no key of its own.",
                    "Maybe key: [number], the columns that tell records apart.");
        }
        return parts;
    }
}
