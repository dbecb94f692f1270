package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a file that count for one subject, by kind and oldest first, and the horizon on which their turning days are noted. */
final class SubjectFacts {

    private static final int EVERY_YEAR = Integer.MIN_VALUE;

    private final Map<String, List<Fact>> byKind;
    private final Horizon horizon;
    private final InputRatings inputs;
    private final int year;
    private @Nullable String lastKind;
    private List<Fact> lastFacts = List.of();

    private SubjectFacts(Map<String, List<Fact>> byKind, Horizon horizon, InputRatings inputs, int year) {
        this.byKind = byKind;
        this.horizon = horizon;
        this.inputs = inputs;
        this.year = year;
    }

    /** For a business all facts; for a licence its own and those that name no licence. Nothing holds before the first. */
    static SubjectFacts of(List<Fact> file, Subject subject, Horizon horizon, InputRatings inputs) {
        String licence = subject.identity().value();
        boolean all = subject.isBusiness();
        Map<String, List<Fact>> byKind = new HashMap<>();
        for (int i = 0; i < file.size(); i++) {
            Fact fact = file.get(i);
            if (all || fact.licence() == null || fact.licence().equals(licence)) {
                if (byKind.isEmpty()) {
                    horizon.happenedOn(fact.occurredOn());
                }
                byKind.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(fact);
            }
        }
        return new SubjectFacts(byKind, horizon, inputs, EVERY_YEAR);
    }

    /** The same facts, with another horizon of the same day. */
    SubjectFacts noting(Horizon other) {
        return new SubjectFacts(byKind, other, inputs, year);
    }

    /** Those that happened in a calendar year. */
    SubjectFacts ofYear(int only) {
        return new SubjectFacts(byKind, horizon, inputs, only);
    }

    Horizon horizon() {
        return horizon;
    }

    /** What the models say on whose results this one builds. */
    InputRatings inputs() {
        return inputs;
    }

    List<Fact> ofKind(FactKind kind) {
        // Rules that follow each other read the same kind.
        if (!kind.name().equals(lastKind)) {
            List<Fact> facts = byKind.getOrDefault(kind.name(), List.of());
            lastFacts = year == EVERY_YEAR ? facts : ofTheYear(facts);
            lastKind = kind.name();
        }
        return lastFacts;
    }

    /** The facts stand in the order of their days, those of a year next to each other. */
    private List<Fact> ofTheYear(List<Fact> facts) {
        int from = 0;
        while (from < facts.size() && facts.get(from).occurredOn().getYear() < year) {
            from++;
        }
        int to = from;
        while (to < facts.size() && facts.get(to).occurredOn().getYear() == year) {
            to++;
        }
        return from == to ? List.of() : facts.subList(from, to);
    }

    /** The newest fact that a query means, or the one at its place before that, if it is still in the query's window; else null. */
    @Nullable
    Fact newest(FactQuery query) {
        List<Fact> facts = ofKind(query.kind());
        int newer = query.place() - 1;
        for (int i = facts.size() - 1; i >= 0; i--) {
            Fact fact = facts.get(i);
            if (Conditions.meets(fact.values(), query.where(), horizon) && newer-- == 0) {
                return isInWindow(fact, query) ? fact : null;
            }
        }
        return null;
    }

    /** All the facts that a query means, oldest first. */
    List<Fact> findAll(FactQuery query) {
        List<Fact> facts = ofKind(query.kind());
        List<Fact> found = List.of();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (Conditions.meets(fact.values(), query.where(), horizon) && isInWindow(fact, query)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>(facts.size() - i);
                }
                found.add(fact);
            }
        }
        return found;
    }

    /** Whether a fact lies in a window; notes the days on which that turns. */
    boolean isInWindow(Fact fact, FactQuery query) {
        return switch (query.window()) {
            case Window.Always() -> true;
            case Window.Months(int months) ->
                isBefore(fact.occurredOn().plusMonths(months).plusDays(1));
            case Window.Days(int days) -> isBefore(fact.occurredOn().plusDays(days + 1L));
            case Window.CalendarYear(int back) -> {
                LocalDate first = LocalDate.of(fact.occurredOn().getYear() + back, 1, 1);
                boolean begun = !isBefore(first);
                yield isBefore(first.plusYears(1)) && begun;
            }
            case Window.Since(LocalDate first) -> !fact.occurredOn().isBefore(first);
            case Window.SinceNewest(FactQuery anchor) ->
                Conditions.findNewest(anchor, this)
                        .map(newest -> fact.occurredOn().isAfter(newest.occurredOn()))
                        .orElse(true);
            case Window.OnNewest(FactQuery anchor) ->
                Conditions.findNewest(anchor, this)
                        .filter(newest -> fact.occurredOn().equals(newest.occurredOn()))
                        .isPresent();
        };
    }

    private boolean isBefore(LocalDate turn) {
        horizon.turnsOn(turn);
        return horizon.asOf().isBefore(turn);
    }
}
