package dev.assay.store.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan of inspections, without its visits.
 *
 * @param id the store's number
 * @param basis what it was made by
 * @param counts how much is in it
 * @param state where it stands
 * @param revision how often it was moved
 * @param madeBy who made it
 * @param madeAt when
 * @param approvedBy who approved it; null before
 * @param approvedAt when; null before
 * @param inForceAt when it was put in force; null before
 * @param endedAt when it was superseded or withdrawn; null before
 * @param reason why it was withdrawn; null if it was not
 */
public record StoredPlan(
        int id,
        Basis basis,
        Counts counts,
        State state,
        int revision,
        String madeBy,
        Instant madeAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant inForceAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** Where a plan stands. */
    public enum State {
        /** Made, and not looked at by a second person. */
        DRAFT,
        /** Approved by somebody who did not make it. */
        APPROVED,
        /** The one by which the division's visits of the year are handed out. */
        IN_FORCE,
        /** Another one took its place. */
        SUPERSEDED,
        /** Given up, with a reason. */
        WITHDRAWN
    }

    /**
     * What a plan was made by.
     *
     * @param rules id of its rules
     * @param rulesDigest SHA-256 of their text
     * @param division beginning of the codes that it covers; empty for all
     * @param year its year
     * @param asOf the day from which it was planned
     * @param from the first day that was planned
     * @param after number of the plan that it goes on with; null for none
     * @param standing the revision of the standing on which it was made
     */
    public record Basis(
            String rules,
            String rulesDigest,
            String division,
            int year,
            LocalDate asOf,
            LocalDate from,
            @Nullable Integer after,
            int standing) {}

    /**
     * How much is in a plan.
     *
     * @param wanted visits that are wanted
     * @param leftOut those for which there is no place
     * @param brokenFloors visits that the law asks for and that are left out or late
     * @param closed subjects passed over because they are closed
     * @param noDivision subjects passed over because their division is not known
     * @param gone visits of the plan before that nobody wants any more
     */
    public record Counts(int wanted, int leftOut, int brokenFloors, int closed, int noDivision, int gone) {}

    /**
     * Whether the state can be left for another one.
     *
     * @return true unless it was superseded or withdrawn
     */
    public boolean isOpen() {
        return state != State.SUPERSEDED && state != State.WITHDRAWN;
    }

    /**
     * As what the audit log knows a plan.
     *
     * @param id its number
     * @return the subject
     */
    public static String auditSubject(int id) {
        return "plan:" + id;
    }
}
