package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
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

    private SubjectFacts(Map<String, List<Fact>> byKind, Horizon horizon) {
        this.byKind = byKind;
        this.horizon = horizon;
    }

    /** For a business all facts; for a licence its own and those that name no licence. Nothing holds before the first. */
    static SubjectFacts of(List<Fact> file, Subject subject, Horizon horizon) {
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
        return new SubjectFacts(byKind, horizon);
    }

    /** The same facts, with another horizon of the same day. */
    SubjectFacts noting(Horizon other) {
        return new SubjectFacts(byKind, other);
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
        return new SubjectFacts(kept, horizon);
    }

    Horizon horizon() {
        return horizon;
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

    private boolean isInWindow(Fact fact, FactQuery query) {
        if (query.months() == 0) {
            return true;
        }
        var closed = fact.occurredOn().plusMonths(query.months()).plusDays(1);
        horizon.turnsOn(closed);
        return horizon.asOf().isBefore(closed);
    }
}
