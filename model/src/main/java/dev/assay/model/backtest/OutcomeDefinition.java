package dev.assay.model.backtest;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.FieldCondition;
import dev.assay.core.grading.FieldQuestions;
import dev.assay.core.grading.Subject;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a grade is held against: which facts after its day look at a subject, and when they find something.
 *
 * @param id the id by which commands name it
 * @param title its name
 * @param note what has to be known to read the figures
 * @param models the models for which it is meant, if a command names none
 * @param looks which facts look at a subject
 * @param take which of them decide
 * @param within how long after the day they count, its last day included
 * @param absent what becomes of a subject at which nobody looked: UNSEEN, or CLEAN where the facts tell only what was found
 * @param found when something was found: one of these is enough
 * @param authority the authority's own classes; null where the data have none
 */
public record OutcomeDefinition(
        String id,
        Bilingual title,
        Bilingual note,
        List<String> models,
        Looks looks,
        Take take,
        Period within,
        Afterwards absent,
        List<Finding> found,
        @Nullable AuthorityClass authority) {

    /** Which of the facts within the horizon decide. */
    public enum Take {
        /** Those of the first day on which there are any. */
        FIRST,
        /** All of them: one with a finding is enough. */
        ANY
    }

    /**
     * Facts that are so.
     *
     * @param kind their kind
     * @param where what must hold of each, as of its own day
     */
    public record Looks(FactKind kind, List<FieldCondition> where) {
        /** Copies the list. */
        public Looks {
            where = List.copyOf(where);
        }

        boolean contains(Fact fact) {
            return fact.kind().equals(kind.name()) && FieldQuestions.hold(fact.values(), where, fact.occurredOn());
        }
    }

    /**
     * A finding: in the fact that looks, or in one of another kind of the same day.
     *
     * @param kind where it stands
     * @param same a field that the two have alike; null where the day is enough, or it is the same fact
     * @param items the field whose items are asked; null where the fact itself is
     * @param where what must hold of the fact, or of one of the items
     */
    public record Finding(
            FactKind kind, @Nullable Field same, @Nullable Field items, List<FieldCondition> where) {
        /** Copies the list. */
        public Finding {
            where = List.copyOf(where);
        }

        private boolean isIn(Fact look, CreditFile file) {
            if (same == null && kind.name().equals(look.kind())) {
                return holds(look);
            }
            return file.facts().stream()
                    .filter(fact -> fact.kind().equals(kind.name()))
                    .filter(fact -> fact.occurredOn().equals(look.occurredOn()))
                    .filter(fact -> isSame(fact.values(), look.values()))
                    .anyMatch(this::holds);
        }

        private boolean isSame(Values one, Values other) {
            if (same == null) {
                return true;
            }
            Object value = one.fields().get(same.name());
            return value != null && value.equals(other.fields().get(same.name()));
        }

        private boolean holds(Fact fact) {
            return items == null
                    ? FieldQuestions.hold(fact.values(), where, fact.occurredOn())
                    : fact.values().getItems(items.name()).stream()
                            .anyMatch(item -> FieldQuestions.hold(item, where, fact.occurredOn()));
        }
    }

    /**
     * The classes in which the authority itself had its subjects.
     *
     * @param title their name
     * @param of the facts that tell it; the newest counts
     * @param field the field with the class; of a decimal the number as it is written shortest
     * @param classes from the best to the worst; another value is no class
     * @param hindsight whether the class is read as it is known now, because the data have no earlier one: it may know what came after the day
     */
    public record AuthorityClass(Bilingual title, Looks of, Field field, List<String> classes, boolean hindsight) {
        /** Copies the list. */
        public AuthorityClass {
            classes = List.copyOf(classes);
        }

        private @Nullable String find(CreditFile past, CreditFile whole, Subject subject) {
            return (hindsight ? whole : past)
                    .facts().stream()
                            .filter(of::contains)
                            .filter(fact -> concerns(fact, subject))
                            .reduce((_, newer) -> newer)
                            .map(fact -> text(fact.values().fields().get(field.name())))
                            .filter(classes::contains)
                            .orElse(null);
        }

        private static String text(@Nullable Object value) {
            return value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : Objects.requireNonNullElse(value, "").toString();
        }
    }

    /** Copies the lists. */
    public OutcomeDefinition {
        models = List.copyOf(models);
        found = List.copyOf(found);
    }

    /**
     * The end of the horizon.
     *
     * @param day the day of the grade
     * @return the last day on which something found still counts
     */
    public LocalDate lastDay(LocalDate day) {
        return day.plus(within);
    }

    /**
     * What came after a day. Facts of the day itself do not count: the grade may have read them.
     *
     * @param whole all that is known now
     * @param subject the subject; facts of another licence are none of its own
     * @param day the day of the grade
     * @return what came
     */
    public Afterwards after(CreditFile whole, Subject subject, LocalDate day) {
        List<Fact> looked = looksAt(whole, subject, day, lastDay(day));
        if (looked.isEmpty()) {
            return absent;
        }
        // A file's facts stand in the order of their days.
        LocalDate last = take == Take.FIRST ? looked.getFirst().occurredOn() : lastDay(day);
        return looked.stream().filter(fact -> !fact.occurredOn().isAfter(last)).anyMatch(fact -> isFound(fact, whole))
                ? Afterwards.FOUND
                : Afterwards.CLEAN;
    }

    /**
     * The looks at a subject within some days.
     *
     * @param whole all that is known now
     * @param subject the subject; facts of another licence are none of its own
     * @param after the day before the first of these days
     * @param until the last of them
     * @return the looks, oldest first
     */
    public List<Fact> looksAt(CreditFile whole, Subject subject, LocalDate after, LocalDate until) {
        return whole.facts().stream()
                .filter(fact ->
                        fact.occurredOn().isAfter(after) && !fact.occurredOn().isAfter(until))
                .filter(fact -> concerns(fact, subject))
                .filter(looks::contains)
                .toList();
    }

    /**
     * The facts of a file that look at its subject.
     *
     * @param whole the file
     * @return them, oldest first
     */
    public List<Fact> looksIn(CreditFile whole) {
        return whole.facts().stream().filter(looks::contains).toList();
    }

    /**
     * Whether a look found something.
     *
     * @param look one of {@link #looksIn}
     * @param whole the file in which it stands
     * @return true if so
     */
    public boolean isFound(Fact look, CreditFile whole) {
        return found.stream().anyMatch(one -> one.isIn(look, whole));
    }

    /**
     * The class in which the authority had a subject on a past day.
     *
     * @param past what the file said on that day
     * @param whole all that is known now
     * @param subject the subject
     * @return the class; null where it had none, or where the data have no classes
     */
    public @Nullable String authorityClass(CreditFile past, CreditFile whole, Subject subject) {
        return authority == null ? null : authority.find(past, whole, subject);
    }

    /**
     * The last day on which a file tells of an outcome.
     *
     * @param whole the file
     * @return the day, or empty where it has none
     */
    public Optional<LocalDate> lastLook(CreditFile whole) {
        return whole.facts().stream()
                .filter(looks::contains)
                .map(Fact::occurredOn)
                .reduce((_, later) -> later);
    }

    private static boolean concerns(Fact fact, Subject subject) {
        return subject.isBusiness()
                || fact.licence() == null
                || fact.licence().equals(subject.identity().value());
    }
}
