package dev.assay.core.improvement;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Subject;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A remedy as one business can take it.
 *
 * @param remedy the remedy
 * @param title what to do, with the value or the record that is meant
 * @param level the value of a {@link Remedy.Level}, else null
 * @param of the fact that a {@link Remedy.Follows} follows, else null
 */
public record Step(
        Remedy remedy,
        Bilingual title,
        @Nullable BigDecimal level,
        @Nullable Fact of) {

    private static final int MOST_FOLLOWED = 4;
    /** A step that is taken is recorded by somebody whom any model trusts enough. */
    private static final int MOST_TRUST = 100;

    private static final Source SUPPOSED = new Source("supposed", "", 0, MOST_TRUST);

    /** What a business can do as its file stands: remedies that would change nothing are left out. */
    static List<Step> of(CreditFile file, Subject subject, List<Remedy> remedies) {
        List<Step> steps = new ArrayList<>();
        for (Remedy remedy : remedies) {
            switch (remedy) {
                case Remedy.Obtains _ -> steps.add(new Step(remedy, remedy.title(), null, null));
                case Remedy.Repeats repeats ->
                    newest(file, subject, repeats.facts()).ifPresent(fact -> addRepeats(steps, repeats, fact));
                case Remedy.Follows follows ->
                    facts(file, subject, follows.every().name()).reversed().stream()
                            .limit(MOST_FOLLOWED)
                            .forEach(fact -> steps.add(
                                    new Step(remedy, named(remedy.title(), fact, follows.names()), null, fact)));
            }
        }
        return steps;
    }

    private static void addRepeats(List<Step> steps, Remedy.Repeats repeats, Fact fact) {
        switch (repeats.outcome()) {
            case Remedy.Otherwise otherwise -> {
                if (!change(fact.values(), otherwise).equals(fact.values())) {
                    steps.add(new Step(repeats, repeats.title(), null, null));
                }
            }
            case Remedy.Level(String field, List<BigDecimal> values) ->
                fact.values().findDecimal(field).ifPresent(now -> {
                    boolean falls = values.getFirst().compareTo(values.getLast()) > 0;
                    for (BigDecimal value : values) {
                        int order = value.compareTo(now);
                        if (falls ? order < 0 : order > 0) {
                            steps.add(new Step(repeats, at(repeats.title(), value), value, null));
                        }
                    }
                });
        }
    }

    private static Bilingual at(Bilingual title, BigDecimal value) {
        String shown = value.toPlainString();
        return Bilingual.of(title.zh() + "：" + shown, title.en() + ": " + shown);
    }

    private static Bilingual named(Bilingual title, Fact fact, String field) {
        String name = fact.values().findText(field).orElse(fact.occurredOn().toString());
        return Bilingual.of(title.zh() + "：" + name, title.en() + ": " + name);
    }

    /** The file as it would be if some steps had been taken on its day. */
    static CreditFile taken(CreditFile file, Subject subject, List<Step> steps) {
        Map<Remedy.Like, Values> repeated = new LinkedHashMap<>();
        List<Fact> facts = new ArrayList<>(file.facts());
        long number = -1;
        for (Step step : steps) {
            switch (step.remedy()) {
                case Remedy.Obtains obtains ->
                    facts.add(supposed(file, subject, number--, obtains.kind().name(), Values.of(obtains.fields())));
                case Remedy.Repeats repeats -> {
                    Values before = repeated.containsKey(repeats.facts())
                            ? repeated.get(repeats.facts())
                            : newest(file, subject, repeats.facts())
                                    .map(Fact::values)
                                    .orElse(Values.EMPTY);
                    repeated.put(repeats.facts(), step.change(before, repeats.outcome()));
                }
                case Remedy.Follows follows ->
                    facts.add(supposed(file, subject, number--, follows.kind().name(), step.following(follows)));
            }
        }
        for (Map.Entry<Remedy.Like, Values> one : repeated.entrySet()) {
            facts.add(supposed(file, subject, number--, one.getKey().kind().name(), one.getValue()));
        }
        return new CreditFile(file.business(), file.asOf(), file.knownAt(), facts);
    }

    private Values following(Remedy.Follows follows) {
        Map<String, Object> fields = new TreeMap<>(follows.fields());
        if (of != null) {
            follows.copied().forEach((own, theirs) -> {
                Object value = of.values().fields().get(theirs);
                if (value != null) {
                    fields.put(own, value);
                }
            });
        }
        return Values.of(fields);
    }

    private Values change(Values before, Remedy.Outcome outcome) {
        return switch (outcome) {
            case Remedy.Otherwise otherwise -> change(before, otherwise);
            case Remedy.Level(String field, var _) -> {
                Map<String, Object> fields = new TreeMap<>(before.fields());
                if (level != null) {
                    fields.put(field, level);
                }
                yield Values.of(fields);
            }
        };
    }

    private static Values change(Values before, Remedy.Otherwise outcome) {
        Map<String, Object> fields = new TreeMap<>(before.fields());
        outcome.fields().forEach((field, value) -> fields.computeIfPresent(field, (name, now) -> value));
        Remedy.Items items = outcome.items();
        if (items != null && fields.containsKey(items.field())) {
            fields.put(
                    items.field(),
                    before.getItems(items.field()).stream()
                            .map(item -> matches(item, items.only()) ? with(item, items.set()) : item)
                            .toList());
        }
        return Values.of(fields);
    }

    private static Values with(Values item, Map<String, Object> set) {
        Map<String, Object> fields = new TreeMap<>(item.fields());
        fields.putAll(set);
        return Values.of(fields);
    }

    private static boolean matches(Values values, Map<String, Object> fields) {
        return fields.entrySet().stream()
                .allMatch(field -> field.getValue().equals(values.fields().get(field.getKey())));
    }

    private static Optional<Fact> newest(CreditFile file, Subject subject, Remedy.Like like) {
        return facts(file, subject, like.kind().name()).reversed().stream()
                .filter(fact -> matches(fact.values(), like.fields()))
                .findFirst();
    }

    private static List<Fact> facts(CreditFile file, Subject subject, String kind) {
        return file.factsOf(kind)
                .filter(fact -> subject.isBusiness()
                        || fact.licence() == null
                        || fact.licence().equals(subject.identity().value()))
                .toList();
    }

    private static Fact supposed(CreditFile file, Subject subject, long number, String kind, Values values) {
        return new Fact(
                number,
                kind,
                subject.isBusiness() ? null : subject.identity().value(),
                file.asOf(),
                file.asOf(),
                file.knownAt(),
                SUPPOSED,
                values);
    }
}
