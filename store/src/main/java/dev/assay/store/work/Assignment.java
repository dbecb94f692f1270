package dev.assay.store.work;

import dev.assay.core.identity.Identity;
import dev.assay.core.time.Deadline;
import dev.assay.core.work.Obstacle;
import dev.assay.core.work.VisitWay;
import dev.assay.core.work.WorkState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit that was handed out.
 *
 * @param id the store's number
 * @param what the visit
 * @param name the business's name now; null where no source named it
 * @param division the code of its division now; null where not known
 * @param address its address now; null where not known
 * @param state where it stands
 * @param revision how often it was moved
 * @param handedBy who handed it out
 * @param handedAt when
 * @param end what became of it
 */
public record Assignment(
        long id,
        Visit what,
        @Nullable String name,
        @Nullable String division,
        @Nullable String address,
        WorkState state,
        int revision,
        String handedBy,
        Instant handedAt,
        End end) {

    /** Where a visit comes from. */
    public enum Origin {
        /** A random draw. */
        DRAW,
        /** The year's plan. */
        PLAN,
        /** A lead, entered by hand. */
        LEAD
    }

    /**
     * Who goes.
     *
     * @param number number of the inspector's papers
     * @param name the name, as it was when the visit was handed out
     */
    public record Goer(String number, String name) {}

    /**
     * The visit itself.
     *
     * @param businessKey the store's key of the business
     * @param business its identity
     * @param sector code of its sector; empty where not known
     * @param fromDay the first day on which it may be made
     * @param toDay the day by which it is to be made
     * @param way in which way
     * @param reasons why, in words such as FLOOR
     * @param source where it comes from
     * @param goers who goes, at least one
     */
    public record Visit(
            long businessKey,
            Identity business,
            String sector,
            LocalDate fromDay,
            LocalDate toDay,
            VisitWay way,
            List<String> reasons,
            Source source,
            List<Goer> goers) {

        /**
         * Checks the days and copies the lists.
         *
         * @throws IllegalArgumentException if the last day comes before the first, or nobody goes
         */
        public Visit {
            if (toDay.isBefore(fromDay)) {
                throw new IllegalArgumentException(
                        "The visit of %s ends (%s) before it begins (%s).%nMaybe the days are swapped."
                                .formatted(business, toDay, fromDay));
            }
            reasons = List.copyOf(reasons);
            goers = List.copyOf(goers);
            if (goers.isEmpty()) {
                throw new IllegalArgumentException(
                        "Nobody goes to %s.%nMaybe choose two inspectors.".formatted(business));
            }
        }
    }

    /**
     * Where a visit comes from.
     *
     * @param origin from what
     * @param number number of the draw or plan; null for a lead
     * @param key what of the draw or plan it is, handed out once; null for a lead
     * @param lead the lead in words; null for none
     */
    public record Source(
            Origin origin,
            @Nullable Integer number,
            @Nullable String key,
            @Nullable String lead) {

        /**
         * From a draw.
         *
         * @param draw its number
         * @param business the business that was drawn
         * @return the source
         */
        public static Source draw(int draw, Identity business) {
            return new Source(Origin.DRAW, draw, "draw:" + draw + ":" + business, null);
        }

        /**
         * From a plan.
         *
         * @param plan its number
         * @param visit the visit's number within it
         * @return the source
         */
        public static Source plan(int plan, int visit) {
            return new Source(Origin.PLAN, plan, "plan:" + plan + ":" + visit, null);
        }

        /**
         * From a lead.
         *
         * @param text the lead, not blank
         * @return the source
         */
        public static Source lead(String text) {
            return new Source(Origin.LEAD, null, null, text);
        }
    }

    /**
     * What became of a visit.
     *
     * @param obstacle why it could not be made; null else
     * @param reason the same in words, or why it was withdrawn; null else
     * @param day the day of the visit; null before
     * @param publishBy by when the result is to be public; null where there is none
     * @param fact the number of the fact that it brought; null where it brought none
     * @param publishedOn when the result was made public; null before
     */
    public record End(
            @Nullable Obstacle obstacle,
            @Nullable String reason,
            @Nullable LocalDate day,
            @Nullable Deadline publishBy,
            @Nullable Long fact,
            @Nullable LocalDate publishedOn) {

        /**
         * Whether the result should be public and is not.
         *
         * @param today the day from which it is seen
         * @return true from the day after the last one on
         */
        public boolean isUnpublishedPast(LocalDate today) {
            return publishedOn == null && publishBy != null && publishBy.isPast(today);
        }
    }

    /**
     * Whether the visit should have been made, or its result published, and is not.
     *
     * @param today the day from which it is seen
     * @return true if it is late
     */
    public boolean isOverdue(LocalDate today) {
        return (state.isOpen() && what.toDay().isBefore(today)) || end.isUnpublishedPast(today);
    }

    /**
     * Whether an inspector goes.
     *
     * @param inspector the inspector's number
     * @return true if so
     */
    public boolean isFor(String inspector) {
        return what.goers().stream().anyMatch(goer -> goer.number().equals(inspector));
    }

    /**
     * As what audit log and papers know an assignment.
     *
     * @param id its number
     * @return the subject
     */
    public static String subject(long id) {
        return "assignment:" + id;
    }
}
