package dev.assay.model.simulation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Counts of a part of the subjects, as they grow. */
final class PartTally {

    private long subjects;
    private long moved;
    private long better;
    private long worse;
    private long intoWorst;
    private long outOfWorst;
    private long intoListing;
    private long outOfListing;
    private BigDecimal inspectionsBefore = BigDecimal.ZERO;
    private BigDecimal inspectionsAfter = BigDecimal.ZERO;

    /**
     * Counts a subject.
     *
     * @param turn above 0 if it moves to a worse grade, below 0 to a better one
     * @param worst above 0 if it comes into the worst grade, below 0 if it leaves it
     * @param listing above 0 if it reaches the listing threshold, below 0 if it leaves it
     */
    void count(GradedTwice graded, int turn, int worst, int listing) {
        subjects++;
        moved += graded.isMove() ? 1 : 0;
        worse += turn > 0 ? 1 : 0;
        better += turn < 0 ? 1 : 0;
        intoWorst += worst > 0 ? 1 : 0;
        outOfWorst += worst < 0 ? 1 : 0;
        intoListing += listing > 0 ? 1 : 0;
        outOfListing += listing < 0 ? 1 : 0;
        inspectionsBefore = plus(
                inspectionsBefore,
                graded.before() == null ? null : graded.before().rating().inspectionsPerYear());
        inspectionsAfter = plus(
                inspectionsAfter,
                graded.after() == null ? null : graded.after().rating().inspectionsPerYear());
    }

    static BigDecimal plus(BigDecimal sum, @Nullable BigDecimal perYear) {
        return perYear == null ? sum : sum.add(perYear);
    }

    void add(PartTally other) {
        subjects += other.subjects;
        moved += other.moved;
        better += other.better;
        worse += other.worse;
        intoWorst += other.intoWorst;
        outOfWorst += other.outOfWorst;
        intoListing += other.intoListing;
        outOfListing += other.outOfListing;
        inspectionsBefore = inspectionsBefore.add(other.inspectionsBefore);
        inspectionsAfter = inspectionsAfter.add(other.inspectionsAfter);
    }

    Simulation.Part part(String key) {
        return new Simulation.Part(
                key,
                subjects,
                new Simulation.Directions(moved, better, worse),
                intoWorst,
                outOfWorst,
                intoListing,
                outOfListing,
                new Simulation.Inspections(inspectionsBefore, inspectionsAfter));
    }
}
