package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Areas of rows whose ranks are known, with the same standard errors as in a backtest. */
public final class RankedRows {

    private RankedRows() {}

    /**
     * The area under the ROC curve.
     *
     * @param ranks the rank of each row, from 0 for the least risky; rows of one rank are ties
     * @param found at which rows something was found
     * @param businesses whose rows they are, as numbers
     * @return the area
     * @throws IllegalArgumentException if the three are not equally long
     */
    public static Area area(int[] ranks, boolean[] found, int[] businesses) {
        check(ranks, found, businesses);
        Placements placements = placements(ranks, found);
        ClusterScatter scatter = new ClusterScatter();
        if (placements.area() != null) {
            scatter(businesses, scatter, row -> scatter.row(placements.deviation(ranks[row], found[row]), found[row]));
        }
        return Area.of(
                placements.found(),
                placements.clean(),
                scatter.businesses(),
                placements.area(),
                scatter.standardError(placements.found(), placements.clean()));
    }

    /**
     * By how much the area of one ranking exceeds that of another one of the same rows, both being correlated.
     *
     * @param first the one ranking
     * @param second the other
     * @param found at which rows something was found
     * @param businesses whose rows they are, as numbers
     * @return the first less the second
     * @throws IllegalArgumentException if the four are not equally long
     */
    public static Gain gain(int[] first, int[] second, boolean[] found, int[] businesses) {
        check(first, found, businesses);
        check(second, found, businesses);
        Placements one = placements(first, found);
        Placements other = placements(second, found);
        @Nullable BigDecimal area = one.area();
        @Nullable BigDecimal otherArea = other.area();
        if (area == null || otherArea == null) {
            return Gain.of(null, null);
        }
        ClusterScatter scatter = new ClusterScatter();
        scatter(
                businesses,
                scatter,
                row -> scatter.row(
                        one.deviation(first[row], found[row]).subtract(other.deviation(second[row], found[row])),
                        found[row]));
        return Gain.of(area.subtract(otherArea), scatter.standardError(one.found(), one.clean()));
    }

    private static void check(int[] ranks, boolean[] found, int[] businesses) {
        if (ranks.length != found.length || ranks.length != businesses.length) {
            throw new IllegalArgumentException(
                    "There are ranks (%d), findings (%d) and businesses (%d) of different numbers of rows.%nMaybe a row was left out of one."
                            .formatted(ranks.length, found.length, businesses.length));
        }
    }

    private static Placements placements(int[] ranks, boolean[] found) {
        int most = IntStream.of(ranks).max().orElse(0);
        long[] foundAt = new long[most + 1];
        long[] cleanAt = new long[most + 1];
        for (int i = 0; i < ranks.length; i++) {
            (found[i] ? foundAt : cleanAt)[ranks[i]]++;
        }
        return new Placements(foundAt, cleanAt);
    }

    private static void scatter(int[] businesses, ClusterScatter scatter, IntConsumer row) {
        List<Integer> byBusiness = IntStream.range(0, businesses.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> businesses[i]))
                .toList();
        @Nullable Integer last = null;
        for (int i : byBusiness) {
            if (last != null && businesses[last] != businesses[i]) {
                scatter.endOfBusiness();
            }
            row.accept(i);
            last = i;
        }
        scatter.endOfBusiness();
    }
}
