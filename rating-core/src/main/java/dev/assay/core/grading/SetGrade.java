package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grade that an authorised person set for a time. It is read last, and counts whatever the model's rules say of a grade; a state stays a state. */
final class SetGrade {

    private static final List<Field> SHOWN = List.of(
            FactKinds.GRADE_OVERRIDE.findField("grade").orElseThrow(),
            FactKinds.GRADE_OVERRIDE.findField("until").orElseThrow());

    private SetGrade() {}

    /** The last day of the grade, if a person set it; null otherwise. Such a change is always the last. */
    static @Nullable LocalDate until(List<Explanation.Adjustment> adjustments) {
        return adjustments.isEmpty() || !adjustments.getLast().finding().rule().equals(FactKinds.GRADE_OVERRIDE.name())
                ? null
                : adjustments.getLast().validTo();
    }

    /** The newest for the model, if it still counts; notes the day on which it ends. */
    static Optional<Explanation.Adjustment> find(
            String grade, GradingModel model, SubjectFacts facts, EvidenceWriter evidence) {
        List<Fact> set = facts.ofKind(FactKinds.GRADE_OVERRIDE);
        for (int i = set.size() - 1; i >= 0; i--) {
            Values values = set.get(i).values();
            if (values.findText("model").filter(model.id()::equals).isPresent()) {
                return adjustment(grade, model, set.get(i), facts.horizon(), evidence);
            }
        }
        return Optional.empty();
    }

    private static Optional<Explanation.Adjustment> adjustment(
            String grade, GradingModel model, Fact fact, Horizon horizon, EvidenceWriter evidence) {
        Values values = fact.values();
        Optional<String> set = values.findText("grade").filter(model.grades()::contains);
        Optional<LocalDate> until = values.findDay("until").filter(last -> !last.isBefore(fact.occurredOn()));
        if (set.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        horizon.turnsOn(until.get().plusDays(1));
        if (horizon.asOf().isAfter(until.get())) {
            return Optional.empty();
        }
        Basis basis = new Basis(
                values.findText("ground").filter(text -> !text.isBlank()).orElse("机关决定"),
                false,
                "",
                fact.occurredOn(),
                until.get());
        return Optional.of(new Explanation.Adjustment(
                grade,
                set.get(),
                fact.occurredOn(),
                until.get(),
                new Explanation.Finding(
                        FactKinds.GRADE_OVERRIDE.name(),
                        evidence.tell(() -> text(values, until.get())),
                        basis,
                        evidence.write(fact, FactKinds.GRADE_OVERRIDE, SHOWN))));
    }

    private static Bilingual text(Values values, LocalDate until) {
        String reason = values.findText("reason").orElse("");
        return new Bilingual(
                "等级由机关人员确定，至 " + until + "：" + reason,
                "Grade set by a person of the authority until " + until + ": " + reason);
    }
}
