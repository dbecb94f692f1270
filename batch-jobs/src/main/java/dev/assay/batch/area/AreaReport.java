package dev.assay.batch.area;

import dev.assay.core.area.Figure;
import dev.assay.core.area.FigureValue;
import dev.assay.core.area.Inhabitants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an area and of its divisions.
 *
 * @param wish what was asked
 * @param inhabitants how many people live in the area, or null where nobody told
 * @param values the figures of the area, in their order, those with parts once for each part
 * @param divisions the same of each division of which there are rows, if there is more than one
 */
public record AreaReport(
        AreaWish wish,
        Inhabitants.@Nullable Count inhabitants,
        List<FigureValue> values,
        List<DivisionLine> divisions) {

    /** Copies the lists. */
    public AreaReport {
        values = List.copyOf(values);
        divisions = List.copyOf(divisions);
    }

    /**
     * The figures of a division.
     *
     * @param division its code; empty for businesses without one
     * @param values its figures
     */
    public record DivisionLine(String division, List<FigureValue> values) {

        /** Copies the list. */
        public DivisionLine {
            values = List.copyOf(values);
        }

        /**
         * The value of a figure.
         *
         * @param figure the figure
         * @param part its part; empty where it has none
         * @return the value; empty where the division has no row of that part
         */
        public Optional<FigureValue> find(Figure figure, String part) {
            return AreaReport.find(values, figure, part);
        }
    }

    /**
     * The value of a figure.
     *
     * @param figure the figure's id
     * @param part its part; empty where it has none
     * @return the value, or empty
     */
    public Optional<FigureValue> find(String figure, String part) {
        return values.stream()
                .filter(value ->
                        value.figure().id().equals(figure) && value.part().equals(part))
                .findFirst();
    }

    private static Optional<FigureValue> find(List<FigureValue> values, Figure figure, String part) {
        return values.stream()
                .filter(value -> value.figure().equals(figure) && value.part().equals(part))
                .findFirst();
    }
}
