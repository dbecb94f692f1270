package dev.assay.api.simulation;

import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.text.Bilingual;
import dev.assay.model.simulation.Simulation;
import dev.assay.model.simulation.Stability;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as JSON.
 *
 * @param before the model in force
 * @param after the model that might take its place
 * @param asOf the day on which both were asked
 * @param knownAt the instant up to which facts counted
 * @param subjects subjects that at least one of the models covers
 * @param moved how many of them would change grade or state
 * @param better how many of them to a better grade
 * @param worse how many of them to a worse grade
 * @param matrix the migration matrix
 * @param inspections inspections a year
 * @param byGrade inspections a year by grade or state
 * @param worst who crosses into and out of the worst grade
 * @param listing who crosses the listing threshold; null where neither model names one
 * @param byDivision counts by division
 * @param bySector counts by sector
 * @param bySize counts by size class
 * @param grades the shift of grades and states
 * @param indicators the shift of each indicator's points
 * @param moves the first moves
 */
public record SimulationJson(
        ModelOf before,
        ModelOf after,
        LocalDate asOf,
        Instant knownAt,
        long subjects,
        long moved,
        long better,
        long worse,
        List<CellOf> matrix,
        InspectionsOf inspections,
        List<GradeOf> byGrade,
        Simulation.Worst worst,
        Simulation.@Nullable Listing listing,
        List<PartOf> byDivision,
        List<PartOf> bySector,
        List<PartOf> bySize,
        ShiftOf grades,
        List<IndicatorOf> indicators,
        List<MoveJson> moves) {

    /** A model by id, version and digest. */
    public record ModelOf(String id, String version, Bilingual title, String digest) {
        static ModelOf of(GradingModel model) {
            return new ModelOf(model.id(), model.version(), model.title(), model.digest());
        }
    }

    /** A cell of the migration matrix. */
    public record CellOf(String before, String after, long subjects) {}

    /** Inspections a year, and what the second model asks for in addition. */
    public record InspectionsOf(BigDecimal before, BigDecimal after, BigDecimal extra) {
        static InspectionsOf of(Simulation.Inspections inspections) {
            return new InspectionsOf(inspections.before(), inspections.after(), inspections.extra());
        }
    }

    /** A grade or state, with its subjects and their inspections. */
    public record GradeOf(String standing, long subjectsBefore, long subjectsAfter, InspectionsOf inspections) {}

    /** A division, a sector or a size class. */
    public record PartOf(
            String key,
            long subjects,
            long moved,
            long better,
            long worse,
            long intoWorst,
            long outOfWorst,
            long intoListing,
            long outOfListing,
            InspectionsOf inspections) {
        static PartOf of(Simulation.Part part) {
            return new PartOf(
                    part.key(),
                    part.subjects(),
                    part.directions().moved(),
                    part.directions().better(),
                    part.directions().worse(),
                    part.intoWorst(),
                    part.outOfWorst(),
                    part.intoListing(),
                    part.outOfListing(),
                    InspectionsOf.of(part.inspections()));
        }
    }

    /** A population stability index with both thresholds. */
    public record ShiftOf(
            @Nullable BigDecimal psi,
            @Nullable BigDecimal critical,
            int bins,
            long subjectsBefore,
            long subjectsAfter,
            Stability.Verdict verdict,
            boolean beyondChance) {
        static ShiftOf of(Stability stability) {
            return new ShiftOf(
                    stability.index(),
                    stability.critical(),
                    stability.bins(),
                    stability.before(),
                    stability.after(),
                    stability.verdict(),
                    stability.isBeyondChance());
        }
    }

    /** An indicator with its shift. */
    public record IndicatorOf(String id, Bilingual title, ShiftOf shift) {}

    /**
     * The view of an outcome.
     *
     * @param outcome what the simulation found
     * @return the view
     */
    public static SimulationJson of(SimulationOutcome outcome) {
        Simulation found = outcome.simulation();
        return new SimulationJson(
                ModelOf.of(outcome.request().before()),
                ModelOf.of(outcome.request().after()),
                outcome.request().asOf(),
                outcome.knownAt(),
                found.subjects(),
                found.directions().moved(),
                found.directions().better(),
                found.directions().worse(),
                found.cells().stream()
                        .map(cell -> new CellOf(cell.before(), cell.after(), cell.subjects()))
                        .toList(),
                InspectionsOf.of(found.inspections()),
                found.byGrade().stream()
                        .map(grade -> new GradeOf(
                                grade.standing(),
                                grade.subjectsBefore(),
                                grade.subjectsAfter(),
                                InspectionsOf.of(grade.inspections())))
                        .toList(),
                found.worst(),
                found.listing(),
                found.byDivision().stream().map(PartOf::of).toList(),
                found.bySector().stream().map(PartOf::of).toList(),
                found.bySize().stream().map(PartOf::of).toList(),
                ShiftOf.of(found.grades()),
                found.indicators().stream()
                        .map(one -> new IndicatorOf(one.id(), one.title(), ShiftOf.of(one.stability())))
                        .toList(),
                outcome.moves().stream().map(MoveJson::of).toList());
    }
}
