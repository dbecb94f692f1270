package dev.assay.core.creditfile;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a business as its file tells it: what it was called, whether it is closed, and whom it went on for. A business is closed on
 * a day if it has licences and none of them stands.
 *
 * @param names its names, oldest first, each with the day of the first record that bears it
 * @param closed its closure, or null where it is not known to be closed
 * @param tookOver in whose place it went on, oldest first
 */
public record Life(List<Named> names, @Nullable Closed closed, List<Takeover> tookOver) {

    /** The kinds of fact that tell it. */
    public static final List<String> KINDS =
            List.of(FactKinds.BUSINESS.name(), FactKinds.LICENCE.name(), FactKinds.TAKEOVER.name());

    /** What a licence's status is once it does not stand any more. */
    private static final Set<String> ENDED =
            Set.of("invalid", "expired", "withdrawn", "withdrawn-illegal", "revoked", "cancelled");

    /** Copies the lists. */
    public Life {
        names = List.copyOf(names);
        tookOver = List.copyOf(tookOver);
    }

    /**
     * A name.
     *
     * @param name the name
     * @param since the day of the first record that bears it, since the last with another
     */
    public record Named(String name, LocalDate since) {}

    /**
     * A closure.
     *
     * @param since the first day on which no licence stood; null where a source tells a licence's end without its day
     * @param last the record of the licence that ended last
     */
    public record Closed(@Nullable LocalDate since, Fact last) {}

    /**
     * Reads a life.
     *
     * @param file the file, cut at its day
     * @return what it tells
     */
    public static Life of(CreditFile file) {
        List<Named> names = new ArrayList<>();
        file.factsOf(FactKinds.BUSINESS.name())
                .forEach(fact -> fact.values()
                        .findText("name")
                        .filter(name ->
                                names.isEmpty() || !names.getLast().name().equals(name))
                        .ifPresent(name -> names.add(new Named(name, fact.occurredOn()))));
        return new Life(
                names,
                findClosure(file).orElse(null),
                file.factsOf(FactKinds.TAKEOVER.name())
                        .flatMap(fact -> Takeover.of(fact).stream())
                        .toList());
    }

    private static Optional<Closed> findClosure(CreditFile file) {
        Map<String, Fact> newest = new LinkedHashMap<>();
        file.factsOf(FactKinds.LICENCE.name())
                .forEach(fact -> newest.put(
                        Optional.ofNullable(fact.licence())
                                .or(() -> fact.values().findText("number"))
                                .orElse(""),
                        fact));
        Closed last = null;
        for (Fact licence : newest.values()) {
            Optional<Closed> end = findEnd(licence, file.asOf());
            if (end.isEmpty()) {
                return Optional.empty();
            }
            last = last == null ? end.get() : later(last, end.get());
        }
        return Optional.ofNullable(last);
    }

    private static Optional<Closed> findEnd(Fact licence, LocalDate asOf) {
        Optional<LocalDate> ran = licence.values()
                .findDay("valid_to")
                .filter(day -> day.isBefore(asOf))
                .map(day -> day.plusDays(1));
        if (ran.isPresent()) {
            return ran.map(day -> new Closed(day, licence));
        }
        return licence.values().findText("status").filter(ENDED::contains).map(_ -> new Closed(null, licence));
    }

    /** One without a day is the later, for it is by that that the closure has no day. */
    private static Closed later(Closed one, Closed other) {
        if (one.since() == null || other.since() == null) {
            return one.since() == null ? one : other;
        }
        return other.since().isAfter(one.since()) ? other : one;
    }
}
