package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps each fact that was read once for the digest, and, if the rating is to be explained, puts into words what was read. Without
 * explanation the same rules run and the same facts are kept, and no text is made.
 */
final class EvidenceWriter {

    /** Stands where nobody asked for a text. */
    private static final Bilingual UNTOLD = new Bilingual("—", "—");

    private final Horizon horizon;
    private final boolean telling;
    private final List<Fact> facts = new ArrayList<>();

    EvidenceWriter(Horizon horizon, boolean telling) {
        this.horizon = horizon;
        this.telling = telling;
    }

    /** The facts that were used, in the order of their first use. */
    List<Fact> facts() {
        return facts;
    }

    /** A text, made only if it is wanted. */
    Bilingual tell(Supplier<Bilingual> text) {
        return telling ? text.get() : UNTOLD;
    }

    /** The bounds of a band in words, made only if they are wanted. */
    String tellBounds(Supplier<String> bounds) {
        return telling ? bounds.get() : "";
    }

    List<Explanation.Evidence> write(List<Conditions.Reading> readings) {
        List<Explanation.Evidence> evidence = new ArrayList<>(telling ? readings.size() : 0);
        for (Conditions.Reading reading : readings) {
            horizon.happenedOn(reading.fact().occurredOn());
            write(reading, evidence);
        }
        return evidence;
    }

    /** As {@link #write(List)}, for facts whose days do not decide since when the grade holds. */
    List<Explanation.Evidence> writeWithoutDays(List<Conditions.Reading> readings) {
        List<Explanation.Evidence> evidence = new ArrayList<>(telling ? readings.size() : 0);
        for (Conditions.Reading reading : readings) {
            write(reading, evidence);
        }
        return evidence;
    }

    private void write(Conditions.Reading reading, List<Explanation.Evidence> evidence) {
        keep(reading.fact());
        if (telling) {
            evidence.add(told(
                    reading.fact(),
                    reading.kind(),
                    reading.fields().stream().map(FieldCondition::field).toList()));
        }
    }

    /** The fields of a fact that were read; where none was, the fact itself is the evidence, under the title of its kind. */
    List<Explanation.Evidence> write(Fact fact, FactKind kind, List<Field> fields) {
        horizon.happenedOn(fact.occurredOn());
        return writeWithoutDay(fact, kind, fields);
    }

    /** As {@link #write(Fact, FactKind, List)}, for several facts. */
    List<Explanation.Evidence> write(List<Fact> found, FactKind kind, List<Field> fields) {
        List<Explanation.Evidence> evidence = new ArrayList<>(telling ? found.size() : 0);
        for (Fact fact : found) {
            evidence.addAll(write(fact, kind, fields));
        }
        return evidence;
    }

    /** As {@link #write(Fact, FactKind, List)}, for a fact whose day does not decide since when the grade holds. */
    List<Explanation.Evidence> writeWithoutDay(Fact fact, FactKind kind, List<Field> fields) {
        keep(fact);
        return telling ? List.of(told(fact, kind, fields)) : List.of();
    }

    private static Explanation.Evidence told(Fact fact, FactKind kind, List<Field> fields) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Field field : fields) {
            if (!zh.isEmpty()) {
                zh.append('；');
                en.append("; ");
            }
            zh.append(field.title().zh()).append('：').append(text(fact.values(), field, true));
            en.append(field.title().en()).append(": ").append(text(fact.values(), field, false));
        }
        Bilingual reading = zh.isEmpty() ? kind.title() : new Bilingual(zh.toString(), en.toString());
        return new Explanation.Evidence(
                fact.id(), fact.kind(), fact.occurredOn(), fact.source(), reading, contributions(fact, kind));
    }

    private static List<Explanation.Contribution> contributions(Fact fact, FactKind kind) {
        if (kind.bearing() != FactKind.Bearing.FORETOLD) {
            return List.of();
        }
        return fact.values().getItems("contributions").stream()
                .map(one -> new Explanation.Contribution(
                        text(one, "feature"), title(one), text(one, "value"), text(one, "log_odds")))
                .toList();
    }

    /** A record of predictions holds names as {@code 中文 / English}; where there is none, the feature's id stands for it. */
    private static Bilingual title(Values contribution) {
        String both = contribution
                .findText("title")
                .or(() -> contribution.findText("feature"))
                .orElse("–");
        String[] halves = both.split(" / ", 2);
        return halves.length == 2 && !halves[0].isBlank() && !halves[1].isBlank()
                ? new Bilingual(halves[0], halves[1])
                : new Bilingual(both, both);
    }

    private static String text(Values values, String name) {
        return values.findText(name).orElse("");
    }

    private void keep(Fact fact) {
        for (Fact kept : facts) {
            if (kept.id() == fact.id()) {
                return;
            }
        }
        facts.add(fact);
    }

    private static String text(Values values, Field field, boolean chinese) {
        return switch (values.fields().get(field.name())) {
            case null -> chinese ? "未填" : "not filled";
            case BigDecimal number ->
                field.unit().isEmpty() ? number.toPlainString() : number.toPlainString() + " " + field.unit();
            case Boolean flag -> flag ? (chinese ? "是" : "yes") : chinese ? "否" : "no";
            case List<?> list
            when field.items().isEmpty() -> String.join(chinese ? "、" : ", ", values.getTexts(field.name()));
            case List<?> list -> list.size() + (chinese ? " 项" : " items");
            case Object other -> other.toString();
        };
    }
}
