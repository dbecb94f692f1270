package dev.assay.core.creditfile;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A credit file 信用档案: what is known about one business, cut at a day and at an instant. The facts that happened after the day, or
 * that were recorded (or had been superseded) by the instant, are not in it; whoever reads it from the store makes the cut.
 *
 * @param business the business's principal identity
 * @param asOf the day: facts with {@code occurredOn} up to and including it
 * @param knownAt the instant: the versions that stood at it
 * @param facts ordered by day, kind, source and number
 */
public record CreditFile(Identity business, LocalDate asOf, Instant knownAt, List<Fact> facts) {

    /** The order of the facts in a file. It does not depend on the order in which they were recorded, except between equals. */
    public static final Comparator<Fact> ORDER = CreditFile::compare;

    private static int compare(Fact one, Fact other) {
        int order = one.occurredOn().compareTo(other.occurredOn());
        order = order != 0 ? order : one.kind().compareTo(other.kind());
        order = order != 0
                ? order
                : one.source().feed().compareTo(other.source().feed());
        order = order != 0 ? order : licence(one).compareTo(licence(other));
        return order != 0 ? order : Long.compare(one.id(), other.id());
    }

    private static String licence(Fact fact) {
        return fact.licence() == null ? "" : fact.licence();
    }

    /** Puts the facts in order. */
    public CreditFile {
        Fact[] sorted = facts.toArray(Fact[]::new);
        Arrays.sort(sorted, ORDER);
        facts = List.of(sorted);
    }

    /**
     * The facts of a kind.
     *
     * @param kind the kind's name
     * @return them, oldest first
     */
    public Stream<Fact> factsOf(String kind) {
        return facts.stream().filter(fact -> fact.kind().equals(kind));
    }

    /**
     * What the business is described as: the newest description, or, where feeds that are trusted unequally describe it, each field as the most
     * trusted of them has it that has it at all.
     *
     * @return the fields, or empty if no source described the business by that day
     */
    public Optional<Values> describe() {
        SortedMap<Integer, Values> newest = new TreeMap<>();
        factsOf(FactKinds.BUSINESS.name())
                .forEach(fact -> newest.put(fact.source().trust(), fact.values()));
        return describe(newest);
    }

    /**
     * Brings descriptions together.
     *
     * @param newest the newest description of each trust, 0 to 100
     * @return each field as the most trusted description has it that has it at all; empty if there are none
     */
    public static Optional<Values> describe(SortedMap<Integer, Values> newest) {
        if (newest.size() < 2) {
            return newest.values().stream().findFirst();
        }
        Map<String, Object> fields = new TreeMap<>();
        newest.values().forEach(values -> fields.putAll(values.fields()));
        return Optional.of(Values.of(fields));
    }
}
