package dev.assay.model.grading;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for a worse record that betters a grade: made-up files whose values lie around everything that the model asks (the same files every
 * time), each rated with and without one more adverse fact, one favourable fact fewer, and one passed item failed. What is found is made as
 * small as it can be. That nothing is found is no proof.
 */
final class MonotonicityCheck {

    private static final long SEED = 20161201;
    private static final int FILES = 600;

    private final GradingModel model;
    private final ProbeFiles files;

    private MonotonicityCheck(GradingModel model) {
        this.model = model;
        this.files = new ProbeFiles(model, SEED);
    }

    /** A worse record with a better grade: the facts before, what was changed, and both grades. */
    record CounterExample(List<Fact> facts, String change, Rating before, Rating after) {

        /** In words. */
        String describe() {
            String record = facts.stream().map(MonotonicityCheck::told).collect(Collectors.joining("; "));
            return "%s betters the grade from %s to %s; the record: %s"
                    .formatted(change, before.grade(), after.grade(), record);
        }
    }

    /** The first counter-example, made small; empty if none was found. */
    static Optional<CounterExample> find(GradingModel model) {
        return new MonotonicityCheck(model).search();
    }

    private Optional<CounterExample> search() {
        for (int i = 0; i < FILES; i++) {
            List<Fact> facts = files.facts();
            for (Worse worse : worsened(facts)) {
                Optional<CounterExample> found = compare(facts, worse);
                if (found.isPresent()) {
                    return Optional.of(shrink(facts, worse, found.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** A change for the worse: facts that go, facts that come. */
    private record Worse(String text, List<Fact> gone, List<Fact> come) {

        List<Fact> apply(List<Fact> facts) {
            List<Fact> changed = new ArrayList<>(facts);
            changed.removeAll(gone);
            changed.addAll(come);
            return changed;
        }
    }

    private List<Worse> worsened(List<Fact> facts) {
        List<Worse> worse = new ArrayList<>();
        for (FactKind kind : files.kinds()) {
            if (kind.bearing() == FactKind.Bearing.ADVERSE) {
                Fact added = files.fact(kind);
                worse.add(new Worse("One more fact (" + told(added) + ")", List.of(), List.of(added)));
            }
        }
        for (Fact fact : facts) {
            FactKind kind = kind(fact);
            if (kind.bearing() == FactKind.Bearing.FAVOURABLE) {
                worse.add(new Worse("Without the fact (" + told(fact) + ") the record", List.of(fact), List.of()));
            }
            failOneItem(fact, kind).ifPresent(worse::add);
        }
        return worse;
    }

    /** An item that passed fails. */
    private Optional<Worse> failOneItem(Fact fact, FactKind kind) {
        for (Field field : kind.fields()) {
            List<Values> items = fact.values().getItems(field.name());
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).findText("result").filter("pass"::equals).isPresent()) {
                    Map<String, Object> failed = new TreeMap<>(items.get(i).fields());
                    failed.put("result", "fail");
                    List<Values> changed = new ArrayList<>(items);
                    changed.set(i, Values.of(failed));
                    Map<String, Object> fields = new TreeMap<>(fact.values().fields());
                    fields.put(field.name(), List.copyOf(changed));
                    Fact worse = with(fact, Values.of(fields));
                    return Optional.of(
                            new Worse("A failed item in (" + told(worse) + ")", List.of(fact), List.of(worse)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CounterExample> compare(List<Fact> facts, Worse worse) {
        Optional<Rating> before = rate(facts);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        return rate(worse.apply(facts))
                .filter(after -> place(after) < place(before.get()))
                .map(after -> new CounterExample(facts, worse.text(), before.get(), after));
    }

    private int place(Rating rating) {
        return model.grades().indexOf(rating.grade());
    }

    private CounterExample shrink(List<Fact> facts, Worse worse, CounterExample found) {
        CounterExample smallest = found;
        List<Fact> kept = new ArrayList<>(facts);
        for (Fact fact : facts) {
            List<Fact> fewer = new ArrayList<>(kept);
            fewer.remove(fact);
            Optional<CounterExample> still = worse.gone().contains(fact) ? Optional.empty() : compare(fewer, worse);
            if (still.isPresent()) {
                smallest = still.get();
                kept = fewer;
            }
        }
        return smallest;
    }

    /** The rating of the only subject; empty where it has no grade. */
    private Optional<Rating> rate(List<Fact> facts) {
        CreditFile file = files.file(facts, files.asOf());
        List<Subject> subjects = model.subjects(file);
        return subjects.isEmpty()
                ? Optional.empty()
                : Optional.of(RatingEngine.rateOnly(file, subjects.getFirst(), model))
                        .filter(rating -> rating.grade() != null);
    }

    private static Fact with(Fact fact, Values changed) {
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.licence(),
                fact.occurredOn(),
                fact.knownOn(),
                fact.recordedAt(),
                fact.source(),
                changed);
    }

    private FactKind kind(Fact fact) {
        return files.kinds().stream()
                .filter(kind -> kind.name().equals(fact.kind()))
                .findFirst()
                .orElse(FactKinds.BUSINESS);
    }

    private static String told(Fact fact) {
        String fields = fact.values().fields().entrySet().stream()
                .map(field -> field.getKey() + ": " + shown(field.getValue()))
                .collect(Collectors.joining(", "));
        return fact.kind() + " of " + fact.occurredOn() + (fields.isEmpty() ? "" : " {" + fields + "}");
    }

    private static String shown(Object value) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(MonotonicityCheck::shown).collect(Collectors.joining(", ", "[", "]"));
            case Values item -> item.fields().toString();
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
