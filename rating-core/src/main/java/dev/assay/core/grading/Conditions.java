package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Measure;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether conditions hold, and keeps the facts that made them hold. */
final class Conditions {

    private Conditions() {}

    /** A fact, its kind, and the fields of it that were read. */
    record Reading(Fact fact, FactKind kind, List<FieldCondition> fields) {}

    /** The facts for which a condition holds, perhaps none; null if it does not hold. */
    static @Nullable List<Reading> read(Condition condition, SubjectFacts facts) {
        return switch (condition) {
            case Condition.Always() -> List.of();
            case Condition.All(List<Condition> parts) -> readAll(parts, facts);
            case Condition.Any(List<Condition> parts) -> readAny(parts, facts);
            case Condition.Not(Condition part) -> read(part, facts) == null ? List.of() : null;
            case Condition.Exists(FactQuery query) -> {
                List<Fact> found = facts.findAll(query);
                yield found.isEmpty() ? null : readings(found, query);
            }
            case Condition.Count count -> readCount(count, facts);
            case Condition.InputGrade(ModelInput input, var grades) ->
                facts.inputs().findGrade(input).filter(grades::contains).isPresent() ? List.of() : null;
            case Condition.Newest(FactQuery query, List<FieldCondition> where) -> readNewest(query, where, facts);
        };
    }

    private static @Nullable List<Reading> readNewest(FactQuery query, List<FieldCondition> where, SubjectFacts facts) {
        Fact newest = facts.newest(query);
        return newest == null || !meets(newest.values(), where, facts.horizon())
                ? null
                : List.of(new Reading(newest, query.kind(), where));
    }

    private static List<Reading> readings(List<Fact> found, FactQuery query) {
        List<Reading> readings = new ArrayList<>(found.size());
        for (Fact fact : found) {
            readings.add(new Reading(fact, query.kind(), query.where()));
        }
        return readings;
    }

    private static @Nullable List<Reading> readAll(List<Condition> parts, SubjectFacts facts) {
        List<Reading> readings = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            List<Reading> found = read(part, facts);
            if (found == null) {
                return null;
            }
            readings.addAll(found);
        }
        return readings;
    }

    private static @Nullable List<Reading> readAny(List<Condition> parts, SubjectFacts facts) {
        for (Condition part : parts) {
            List<Reading> found = read(part, facts);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable List<Reading> readCount(Condition.Count count, SubjectFacts facts) {
        FactQuery query = count.facts();
        List<Fact> found = count.insideMonths() == 0 ? facts.findAll(query) : findTogether(count, facts);
        if (found.size() < count.atLeast() || (count.atMost() != null && found.size() > count.atMost())) {
            return null;
        }
        return readings(found, query);
    }

    /** The facts of each run of the fewest that lie close enough together, and whose last is in the window. */
    private static List<Fact> findTogether(Condition.Count count, SubjectFacts facts) {
        FactQuery query = count.facts();
        List<Fact> all = facts.ofKind(query.kind()).stream()
                .filter(fact -> meets(fact.values(), query.where(), facts.horizon()))
                .toList();
        Set<Fact> together = new LinkedHashSet<>();
        for (int last = count.atLeast() - 1; last < all.size(); last++) {
            Fact first = all.get(last - count.atLeast() + 1);
            LocalDate end = first.occurredOn().plusMonths(count.insideMonths());
            if (!all.get(last).occurredOn().isAfter(end) && facts.isInWindow(all.get(last), query)) {
                together.addAll(all.subList(last - count.atLeast() + 1, last + 1));
            }
        }
        return List.copyOf(together);
    }

    /** Adds the years of all the facts of the kinds that a condition reads. */
    static void addYears(Condition condition, SubjectFacts facts, Set<Integer> years) {
        switch (condition) {
            case Condition.Always() -> {}
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> addYears(part, facts, years));
            case Condition.Any(List<Condition> parts) -> parts.forEach(part -> addYears(part, facts, years));
            case Condition.Not(Condition part) -> addYears(part, facts, years);
            case Condition.Exists(FactQuery query) -> addYears(query, facts, years);
            case Condition.Count count -> addYears(count.facts(), facts, years);
            case Condition.InputGrade _ -> {}
            case Condition.Newest(FactQuery query, List<FieldCondition> where) -> addYears(query, facts, years);
        }
    }

    private static void addYears(FactQuery query, SubjectFacts facts, Set<Integer> years) {
        for (Fact fact : facts.ofKind(query.kind())) {
            years.add(fact.occurredOn().getYear());
        }
    }

    static Optional<Fact> findNewest(FactQuery query, SubjectFacts facts) {
        return Optional.ofNullable(facts.newest(query));
    }

    static boolean meets(Values values, List<FieldCondition> where, Horizon horizon) {
        for (int i = 0; i < where.size(); i++) {
            FieldCondition condition = where.get(i);
            if (!answers(values, condition.field().name(), condition.test(), horizon)) {
                return false;
            }
        }
        return true;
    }

    private static boolean answers(Values values, String field, FieldTest test, Horizon horizon) {
        return switch (test) {
            case FieldTest.OneOf _, FieldTest.ContainsAny _, FieldTest.InTable _ -> anyText(values, field, test);
            case FieldTest.NoneOf _ -> !values.getTexts(field).isEmpty() && !anyText(values, field, test);
            case FieldTest.Within(var interval) -> {
                Optional<BigDecimal> number = values.findDecimal(field);
                yield number.isPresent() && interval.contains(number.get());
            }
            case FieldTest.Measured(var interval, String unit) -> {
                Optional<Measure> measure = values.findMeasure(field);
                yield measure.isPresent()
                        && (unit.isEmpty() || unit.equals(measure.get().unit()))
                        && interval.containsAll(measure.get());
            }
            case FieldTest.Flag(boolean set) -> values.isSet(field) == set;
            case FieldTest.Present(boolean filled) -> values.fields().containsKey(field) == filled;
            case FieldTest.Past() -> hasCome(values.findDay(field).map(day -> day.plusDays(1)), horizon);
            case FieldTest.MonthsAgo(int months) ->
                hasCome(values.findDay(field).map(day -> day.plusMonths(months)), horizon);
        };
    }

    /** Whether the field's text, or one of its texts, is among those of which the test speaks. */
    private static boolean anyText(Values values, String field, FieldTest test) {
        Object value = values.fields().get(field);
        if (value instanceof String text) {
            return isMeant(text, test);
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof String text && isMeant(text, test)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMeant(String text, FieldTest test) {
        return switch (test) {
            case FieldTest.OneOf(var texts) -> texts.contains(text);
            case FieldTest.NoneOf(var texts) -> texts.contains(text);
            case FieldTest.ContainsAny(var words) -> containsAny(text, words);
            case FieldTest.InTable(CodeTable table, var accepted) -> {
                Optional<CodeTable.Row> row = table.find(text);
                yield row.isPresent() && accepted.contains(row.get().code());
            }
            case FieldTest.Within _,
                    FieldTest.Measured _,
                    FieldTest.Flag _,
                    FieldTest.Present _,
                    FieldTest.Past _,
                    FieldTest.MonthsAgo _ -> false;
        };
    }

    private static boolean containsAny(String text, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (text.contains(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCome(Optional<LocalDate> day, Horizon horizon) {
        day.ifPresent(horizon::turnsOn);
        return day.isPresent() && !horizon.asOf().isBefore(day.get());
    }
}
