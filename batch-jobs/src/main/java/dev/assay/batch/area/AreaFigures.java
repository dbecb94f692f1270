package dev.assay.batch.area;

import dev.assay.batch.area.AreaReport.DivisionLine;
import dev.assay.core.area.Figure;
import dev.assay.core.area.FigureValue;
import dev.assay.core.area.Inhabitants;
import dev.assay.core.area.RowSet;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.model.area.FiguresFile;
import dev.assay.model.area.InhabitantsFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Spelling;
import dev.assay.model.sampling.SamplingTermsFile;
import dev.assay.store.area.AreaCount;
import dev.assay.store.area.AreaQuery;
import dev.assay.store.area.AreaRow;
import dev.assay.store.area.AreaRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Counts the figures of an area, and lists the rows behind each. */
public final class AreaFigures {

    private final DSLContext dsl;
    private final ConfigFiles config;

    /**
     * Figures over a database.
     *
     * @param dsl the database
     * @param config where the definitions are; they are read anew each time
     */
    public AreaFigures(DSLContext dsl, ConfigFiles config) {
        this.dsl = dsl;
        this.config = config;
    }

    /** A side of a figure: its rows, or those among which they are counted. */
    public enum Side {
        /** The numerator. */
        ROWS,
        /** The denominator. */
        AMONG
    }

    /**
     * The figures of an area.
     *
     * @param wish the area and its days
     * @return them
     * @throws dev.assay.model.config.FaultyConfigException if a definition has faults
     */
    public AreaReport report(AreaWish wish) {
        Inhabitants inhabitants = InhabitantsFile.load(config);
        AreaRows rows = rows();
        Map<AreaQuery, List<AreaCount>> counted = new HashMap<>();
        List<FigureValue> values = new ArrayList<>();
        Map<String, List<FigureValue>> byDivision = new HashMap<>();
        SortedSet<String> divisions = new TreeSet<>();
        List<Figure> figures = FiguresFile.load(config);
        for (Figure figure : figures) {
            for (RowSet set : sets(figure)) {
                counted.computeIfAbsent(query(wish, figure, set), rows::count)
                        .forEach(count -> divisions.add(count.division()));
            }
        }
        for (Figure figure : figures) {
            List<AreaCount> of = counted.getOrDefault(query(wish, figure, figure.rows()), List.of());
            RowSet set = figure.among();
            List<AreaCount> among = set == null ? List.of() : counted.getOrDefault(query(wish, figure, set), List.of());
            Counting counting = new Counting(figure, of, set == null ? null : among, inhabitants, wish);
            values.addAll(counting.values(null));
            divisions.forEach(division ->
                    byDivision.computeIfAbsent(division, _ -> new ArrayList<>()).addAll(counting.values(division)));
        }
        return new AreaReport(
                wish,
                inhabitants.find(wish.area(), wish.period().asOf()).orElse(null),
                values,
                divisions.size() < 2
                        ? List.of()
                        : divisions.stream()
                                .map(division ->
                                        new DivisionLine(division, byDivision.getOrDefault(division, List.of())))
                                .toList());
    }

    /**
     * The index of an area, by the model {@value AreaIndex#MODEL}.
     *
     * @param report its figures
     * @return the score and grade with their explanation, see {@link AreaIndex#of}
     * @throws dev.assay.model.config.FaultyConfigException if the model has faults
     */
    public GradeAnalysis index(AreaReport report) {
        return AreaIndex.of(report, config);
    }

    private record Counting(
            Figure figure,
            List<AreaCount> of,
            @Nullable List<AreaCount> among,
            Inhabitants inhabitants,
            AreaWish wish) {

        /** Of a division, or of all for null. */
        private List<FigureValue> values(@Nullable String division) {
            SortedSet<String> parts = new TreeSet<>();
            if (figure.hasParts()) {
                of.forEach(count -> parts.add(count.part()));
            }
            if (parts.isEmpty()) {
                parts.add("");
            }
            Long base = switch (figure.measure()) {
                case SHARE -> Long.valueOf(sum(among == null ? List.of() : among, division, null));
                case PER_INHABITANTS -> people(division);
                case COUNT -> null;
            };
            return parts.stream()
                    .map(part -> FigureValue.of(
                            figure, part, sum(of, division, figure.hasParts() ? part : null), base, wish.period()))
                    .toList();
        }

        private @Nullable Long people(@Nullable String division) {
            return inhabitants
                    .find(
                            division == null ? wish.area() : division,
                            wish.period().asOf())
                    .map(Inhabitants.Count::number)
                    .orElse(null);
        }

        private static long sum(List<AreaCount> counts, @Nullable String division, @Nullable String part) {
            return counts.stream()
                    .filter(count -> division == null || count.division().equals(division))
                    .filter(count -> part == null || count.part().equals(part))
                    .mapToLong(AreaCount::count)
                    .sum();
        }
    }

    private static List<RowSet> sets(Figure figure) {
        RowSet among = figure.among();
        return among == null ? List.of(figure.rows()) : List.of(figure.rows(), among);
    }

    private static AreaQuery query(AreaWish wish, Figure figure, RowSet set) {
        Figure.Term term = figure.term();
        return new AreaQuery(
                set,
                figure.model(),
                term == null ? null : term.days(),
                wish.beginnings(),
                wish.period(),
                wish.knownAt());
    }

    /**
     * What the codes of all divisions with businesses begin with.
     *
     * @return such as 3206; empty where they have nothing in common
     */
    public String commonBeginning() {
        return AreaRows.commonBeginning(dsl);
    }

    private AreaRows rows() {
        return new AreaRows(dsl, SamplingTermsFile.load(config));
    }

    /**
     * The definition of a figure.
     *
     * @param id its id
     * @return it
     * @throws IllegalArgumentException if there is none
     */
    public Figure figure(String id) {
        return FiguresFile.load(config).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no figure (%s).%n%s"
                        .formatted(id, Spelling.didYouMean(id, config.ids(FiguresFile.FOLDER)))));
    }

    /**
     * The rows behind a number.
     *
     * @param wish the area and its days
     * @param figure the figure
     * @param side which of its numbers
     * @param part the part; empty for every part
     * @param offset how many to leave out
     * @param limit the most to give
     * @return them, by division and identity
     * @throws IllegalArgumentException if the side has no rows, as inhabitants have none
     */
    public List<AreaRow> list(AreaWish wish, Figure figure, Side side, String part, int offset, int limit) {
        return rows().list(query(wish, figure, set(figure, side)), part.isEmpty() ? null : part, offset, limit);
    }

    /**
     * How many rows are behind a number.
     *
     * @param wish the area and its days
     * @param figure the figure
     * @param side which of its numbers
     * @param part the part; empty for every part
     * @return the number
     * @throws IllegalArgumentException if the side has no rows
     */
    public long count(AreaWish wish, Figure figure, Side side, String part) {
        return rows().count(query(wish, figure, set(figure, side))).stream()
                .filter(count -> part.isEmpty() || count.part().equals(part))
                .mapToLong(AreaCount::count)
                .sum();
    }

    private static RowSet set(Figure figure, Side side) {
        return side == Side.ROWS
                ? figure.rows()
                : Optional.ofNullable(figure.among())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "What the figure is counted among is no rows.%nMaybe see config/inhabitants for who counted them."
                                        .formatted()));
    }
}
