package dev.assay.core.grading;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * Reads numbers and facts of a credit file by the indicator language, outside of a model: what a prediction learns from is measured by the
 * same code as what gives points. For one thread.
 */
public final class Measurements {

    private final SubjectFacts facts;
    private final QuantityReader reader;

    private Measurements(SubjectFacts facts, Horizon horizon) {
        this.facts = facts;
        this.reader = new QuantityReader(facts, new EvidenceWriter(horizon, false));
    }

    /**
     * Measures the facts of a subject.
     *
     * @param file the file; windows are open as of its day
     * @param subject the subject: of a licence, facts of another licence do not count
     * @return what measures them
     */
    public static Measurements of(CreditFile file, Subject subject) {
        Horizon horizon = new Horizon(file.asOf());
        InputRatings none = new InputRatings(file, subject, List.of(), horizon, false);
        return new Measurements(SubjectFacts.of(file.facts(), subject, horizon, none), horizon);
    }

    /**
     * Measures a number.
     *
     * @param quantity what is measured
     * @return the exact number; empty where there is nothing to read
     */
    public Optional<Fraction> measure(Quantity quantity) {
        return reader.measure(quantity);
    }

    /**
     * Finds the newest of some facts.
     *
     * @param query which facts
     * @return it, or the one at the query's place before it, if it is still in the window
     */
    public Optional<Fact> findNewest(FactQuery query) {
        return Optional.ofNullable(facts.newest(query));
    }

    /**
     * Finds facts.
     *
     * @param query which facts
     * @return all of them that are in the window, oldest first
     */
    public List<Fact> findAll(FactQuery query) {
        return facts.findAll(query);
    }
}
