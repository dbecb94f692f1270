package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The facts of a file that count for one subject, by kind and oldest first, and the horizon on which their turning days are noted. */
final class SubjectFacts {

    private final Map<String, List<Fact>> byKind;
    private final Horizon horizon;
    private final InputRatings inputs;

    private SubjectFacts(Map<String, List<Fact>> byKind, Horizon horizon, InputRatings inputs) {
        this.byKind = byKind;
        this.horizon = horizon;
        this.inputs = inputs;
    }

    /** For a business all facts; for a licence its own and those that name no licence. Nothing holds before the first. */
    static SubjectFacts of(List<Fact> file, Subject subject, Horizon horizon, InputRatings inputs) {
        String licence = subject.identity().value();
        boolean all = subject.isBusiness();
        Map<String, List<Fact>> byKind = new HashMap<>();
        for (Fact fact : file) {
            if (all || fact.licence() == null || fact.licence().equals(licence)) {
                if (byKind.isEmpty()) {
                    horizon.happenedOn(fact.occurredOn());
                }
                byKind.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(fact);
            }
        }
        return new SubjectFacts(byKind, horizon, inputs);
    }

    /** The same facts, with another horizon of the same day. */
    SubjectFacts noting(Horizon other) {
        return new SubjectFacts(byKind, other, inputs);
    }

    /** Those that happened in a calendar year. */
    SubjectFacts ofYear(int year) {
        Map<String, List<Fact>> kept = new HashMap<>();
        byKind.forEach((kind, facts) -> {
            List<Fact> ofYear = facts.stream()
                    .filter(fact -> fact.occurredOn().getYear() == year)
                    .toList();
            if (!ofYear.isEmpty()) {
                kept.put(kind, ofYear);
            }
        });
        return new SubjectFacts(kept, horizon, inputs);
    }

    Horizon horizon() {
        return horizon;
    }

    /** What the models say on whose results this one builds. */
    InputRatings inputs() {
        return inputs;
    }

    List<Fact> ofKind(FactKind kind) {
        return byKind.getOrDefault(kind.name(), List.of());
    }

    /** The newest fact that a query means, or the one at its place before that, if it is still in the query's window. */
    Optional<Fact> findNewest(FactQuery query, Predicate<Fact> meets) {
        List<Fact> facts = ofKind(query.kind());
        int newer = query.place() - 1;
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (meets.test(facts.get(i)) && newer-- == 0) {
                return isInWindow(facts.get(i), query) ? Optional.of(facts.get(i)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** All the facts that a query means, oldest first. */
    List<Fact> findAll(FactQuery query, Predicate<Fact> meets) {
        List<Fact> found = new ArrayList<>();
        for (Fact fact : ofKind(query.kind())) {
            if (meets.test(fact) && isInWindow(fact, query)) {
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
