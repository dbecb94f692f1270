package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Puts what was read into words, and keeps each fact once for the digest. */
final class EvidenceWriter {

    private final Horizon horizon;
    private final List<Fact> facts = new ArrayList<>();

    EvidenceWriter(Horizon horizon) {
        this.horizon = horizon;
    }

    /** The facts that were used, in the order of their first use. */
    List<Fact> facts() {
        return facts;
    }

    List<Explanation.Evidence> write(List<Conditions.Reading> readings) {
        List<Explanation.Evidence> evidence = new ArrayList<>(readings.size());
        for (Conditions.Reading reading : readings) {
            evidence.add(write(
                    reading.fact(),
                    reading.kind(),
                    reading.fields().stream().map(FieldCondition::field).toList()));
        }
        return evidence;
    }

    /** The fields of a fact that were read; where none was, the fact itself is the evidence, under the title of its kind. */
    Explanation.Evidence write(Fact fact, FactKind kind, List<Field> fields) {
        horizon.happenedOn(fact.occurredOn());
        return writeWithoutDay(fact, kind, fields);
    }

    /** As {@link #write(Fact, FactKind, List)}, for a fact whose day does not decide since when the grade holds. */
    Explanation.Evidence writeWithoutDay(Fact fact, FactKind kind, List<Field> fields) {
        keep(fact);
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
        return new Explanation.Evidence(fact.id(), fact.kind(), fact.occurredOn(), fact.source(), reading);
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
