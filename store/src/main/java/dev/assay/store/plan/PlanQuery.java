package dev.assay.store.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which visits of a plan are looked for.
 *
 * @param part which part of the plan
 * @param from visits on this day or after it; null for any, also left out
 * @param to visits on this day or before it; null for any, also left out
 * @param inspector number of somebody who goes; null for anyone
 * @param partner number of the other of the pair; null for anyone
 * @param grade the grade or state; null for any
 * @param reason why it is wanted, left out or moved; null for any
 */
public record PlanQuery(
        Part part,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String inspector,
        @Nullable String partner,
        @Nullable String grade,
        @Nullable String reason) {

    /** A part of a plan. */
    public enum Part {
        /** Everything that is wanted. */
        ALL,
        /** What has a day and a pair. */
        PLANNED,
        /** What found no place. */
        LEFT_OUT,
        /** What has another day or pair than in the plan before, or none. */
        MOVED,
        /** What the law asks for by a day that it misses. */
        BROKEN,
        /** What is handed out, made or not. */
        HANDED_OUT,
        /** What was made, with a result. */
        MADE
    }

    /**
     * A part.
     *
     * @param part the part
     * @return all of it
     */
    public static PlanQuery of(Part part) {
        return new PlanQuery(part, null, null, null, null, null, null);
    }

    /**
     * What is planned between two days.
     *
     * @param from the first
     * @param to the last
     * @return the visits
     */
    public static PlanQuery between(LocalDate from, LocalDate to) {
        return new PlanQuery(Part.PLANNED, from, to, null, null, null, null);
    }
}
