package dev.assay.model.simulation;

import dev.assay.core.business.Sector;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Outline;
import dev.assay.core.grading.RatingState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts subjects one after the other; keeps none of them. For one thread; tallies of parts of the subjects are added up. */
public final class Tally {

    private final GradingModel before;
    private final GradingModel after;
    private final Threshold listingBefore;
    private final Threshold listingAfter;
    private final PartTally all = new PartTally();
    private final Map<String, PartTally> byDivision = new HashMap<>();
    private final Map<Sector, PartTally> bySector = new EnumMap<>(Sector.class);
    private final Map<SizeClass, PartTally> bySize = new EnumMap<>(SizeClass.class);
    private final Map<Cell, CellTally> cells = new HashMap<>();
    private final Map<String, PointBins> points = new LinkedHashMap<>();

    /**
     * A tally without subjects.
     *
     * @param before the first model
     * @param after the second model
     * @throws IllegalArgumentException if one grades businesses and the other licences: no subject could be compared
     */
    public Tally(GradingModel before, GradingModel after) {
        if (before.scope() != after.scope()) {
            throw new IllegalArgumentException(
                    "The models grade different things: (%s) a %s, (%s) a %s.%nMaybe compare with another model: --against ID."
                            .formatted(before.id(), before.scope(), after.id(), after.scope()));
        }
        this.before = before;
        this.after = after;
        this.listingBefore = Threshold.of(before, after);
        this.listingAfter = Threshold.of(after, before);
        Map<String, IndicatorRule> rules =
                before.indicators().stream().collect(Collectors.toMap(IndicatorRule::id, Function.identity()));
        for (IndicatorRule rule : after.indicators()) {
            IndicatorRule same = rules.get(rule.id());
            if (same != null) {
                points.put(rule.id(), new PointBins(same, rule));
            }
        }
    }

    private record Cell(String before, String after) {}

    private static final class CellTally {
        private long subjects;
        private BigDecimal inspectionsBefore = BigDecimal.ZERO;
        private BigDecimal inspectionsAfter = BigDecimal.ZERO;
    }

    /**
     * Counts a subject.
     *
     * @param graded the subject, graded by both models
     */
    public void count(GradedTwice graded) {
        String from = graded.standingBefore();
        String to = graded.standingAfter();
        int turn = turn(from, to);
        int worst = Boolean.compare(to.equals(worstOf(after)), from.equals(worstOf(before)));
        int listing = Boolean.compare(listingAfter.isReachedBy(to), listingBefore.isReachedBy(from));
        for (PartTally part : List.of(
                all,
                byDivision.computeIfAbsent(graded.division(), _ -> new PartTally()),
                bySector.computeIfAbsent(graded.subject().sector(), _ -> new PartTally()),
                bySize.computeIfAbsent(graded.size(), _ -> new PartTally()))) {
            part.count(graded, turn, worst, listing);
        }
        CellTally cell = cells.computeIfAbsent(new Cell(from, to), _ -> new CellTally());
        cell.subjects++;
        cell.inspectionsBefore = PartTally.plus(cell.inspectionsBefore, perYear(graded.before()));
        cell.inspectionsAfter = PartTally.plus(cell.inspectionsAfter, perYear(graded.after()));
        countPoints(graded.before(), PointBins::countBefore);
        countPoints(graded.after(), PointBins::countAfter);
    }

    private static @Nullable BigDecimal perYear(@Nullable Outline outline) {
        return outline == null ? null : outline.rating().inspectionsPerYear();
    }

    /** One of the two sides of an indicator's bins. */
    private interface Counting {
        void count(PointBins bins, BigDecimal points);
    }

    private void countPoints(@Nullable Outline outline, Counting counting) {
        if (outline == null) {
            return;
        }
        for (Outline.Indicator indicator : outline.indicators()) {
            PointBins bins = points.get(indicator.rule());
            BigDecimal given = indicator.points();
            if (bins != null && given != null) {
                counting.count(bins, given);
            }
        }
    }

    private static String worstOf(GradingModel model) {
        return model.grades().getLast();
    }

    /** Above 0 for a worse grade, below 0 for a better one; 0 where the two have no common order. */
    private int turn(String from, String to) {
        int old = after.grades().indexOf(from);
        int now = after.grades().indexOf(to);
        return old < 0 || now < 0 ? 0 : Integer.compare(now, old);
    }

    /**
     * Adds the subjects of another tally of the same models.
     *
     * @param other the other tally
     */
    public void add(Tally other) {
        all.add(other.all);
        add(byDivision, other.byDivision);
        add(bySector, other.bySector);
        add(bySize, other.bySize);
        other.cells.forEach((key, theirs) -> {
            CellTally cell = cells.computeIfAbsent(key, _ -> new CellTally());
            cell.subjects += theirs.subjects;
            cell.inspectionsBefore = cell.inspectionsBefore.add(theirs.inspectionsBefore);
            cell.inspectionsAfter = cell.inspectionsAfter.add(theirs.inspectionsAfter);
        });
        other.points.forEach(
                (id, bins) -> Objects.requireNonNull(points.get(id)).add(bins));
    }

    private static <K> void add(Map<K, PartTally> mine, Map<K, PartTally> theirs) {
        theirs.forEach(
                (key, part) -> mine.computeIfAbsent(key, _ -> new PartTally()).add(part));
    }

    /**
     * What was counted so far.
     *
     * @return the simulation
     */
    public Simulation simulation() {
        List<String> standings = standings();
        Simulation.Part total = all.part("");
        Comparator<Simulation.Part> mostMovesFirst = Comparator.comparingLong(
                        (Simulation.Part part) -> part.directions().moved())
                .thenComparingLong(Simulation.Part::subjects)
                .reversed()
                .thenComparing(Simulation.Part::key);
        return new Simulation(
                total.subjects(),
                total.directions(),
                standings,
                cells(standings),
                total.inspections(),
                standings.stream().map(this::inspections).toList(),
                new Simulation.Worst(
                        worstOf(before),
                        worstOf(after),
                        sum(cell -> cell.before().equals(worstOf(before))),
                        sum(cell -> cell.after().equals(worstOf(after))),
                        total.intoWorst(),
                        total.outOfWorst()),
                listing(total),
                parts(byDivision, Function.identity()).sorted(mostMovesFirst).toList(),
                parts(bySector, Sector::code).sorted(mostMovesFirst).toList(),
                parts(bySize, SizeClass::name).toList(),
                shiftOf(standings),
                indicators());
    }

    private Simulation.@Nullable Listing listing(Simulation.Part total) {
        if (listingBefore.grade() == null && listingAfter.grade() == null) {
            return null;
        }
        return new Simulation.Listing(
                listingBefore.grade(),
                listingAfter.grade(),
                sum(cell -> listingBefore.isReachedBy(cell.before())),
                sum(cell -> listingAfter.isReachedBy(cell.after())),
                total.intoListing(),
                total.outOfListing());
    }

    private static <K> Stream<Simulation.Part> parts(Map<K, PartTally> parts, Function<K, String> key) {
        return parts.entrySet().stream().map(part -> part.getValue().part(key.apply(part.getKey())));
    }

    private List<String> standings() {
        Set<String> order = new LinkedHashSet<>(before.grades());
        order.addAll(after.grades());
        Stream.concat(Arrays.stream(RatingState.values()).map(RatingState::name), Stream.of(GradedTwice.NOT_COVERED))
                .filter(state -> cells.keySet().stream()
                        .anyMatch(cell ->
                                cell.before().equals(state) || cell.after().equals(state)))
                .forEach(order::add);
        return List.copyOf(order);
    }

    private List<Simulation.Cell> cells(List<String> standings) {
        return cells.entrySet().stream()
                .map(cell -> new Simulation.Cell(
                        cell.getKey().before(), cell.getKey().after(), cell.getValue().subjects))
                .sorted(Comparator.comparingInt((Simulation.Cell cell) -> standings.indexOf(cell.before()))
                        .thenComparingInt(cell -> standings.indexOf(cell.after())))
                .toList();
    }

    private long sum(Predicate<Cell> which) {
        return cells.entrySet().stream()
                .filter(cell -> which.test(cell.getKey()))
                .mapToLong(cell -> cell.getValue().subjects)
                .sum();
    }

    private Simulation.GradeInspections inspections(String standing) {
        BigDecimal perYearBefore = BigDecimal.ZERO;
        BigDecimal perYearAfter = BigDecimal.ZERO;
        for (Map.Entry<Cell, CellTally> cell : cells.entrySet()) {
            if (cell.getKey().before().equals(standing)) {
                perYearBefore = perYearBefore.add(cell.getValue().inspectionsBefore);
            }
            if (cell.getKey().after().equals(standing)) {
                perYearAfter = perYearAfter.add(cell.getValue().inspectionsAfter);
            }
        }
        return new Simulation.GradeInspections(
                standing,
                sum(cell -> cell.before().equals(standing)),
                sum(cell -> cell.after().equals(standing)),
                new Simulation.Inspections(perYearBefore, perYearAfter));
    }

    private Stability shiftOf(List<String> standings) {
        List<String> counted = new ArrayList<>(standings);
        counted.remove(GradedTwice.NOT_COVERED);
        return Stability.of(
                counted.stream()
                        .mapToLong(standing -> sum(cell -> cell.before().equals(standing)))
                        .toArray(),
                counted.stream()
                        .mapToLong(standing -> sum(cell -> cell.after().equals(standing)))
                        .toArray());
    }

    private List<Simulation.IndicatorStability> indicators() {
        return points.entrySet().stream()
                .map(bins -> new Simulation.IndicatorStability(
                        bins.getKey(), bins.getValue().title(), bins.getValue().stability()))
                .toList();
    }
}
