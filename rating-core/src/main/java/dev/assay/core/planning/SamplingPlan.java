package dev.assay.core.planning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How many samples each category of food gets: in proportion to risk × producers × √(p (1 − p)), as J. Neyman (1934) divides a sample among strata, with
 * the failure rate p smoothed, and never fewer than the category's least. The samples are given out one by one to the category with the greatest
 * quotient weight ÷ (2 n + 1) (the method of A. Sainte-Laguë, 1910), so that the sum is the budget, a larger budget takes none away, and a category
 * whose record gets worse never gets fewer, everything else equal. All comparisons are exact: squares of the weights are compared.
 */
public final class SamplingPlan {

    private static final int SHOWN_PLACES = 6;
    private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_UP);

    private SamplingPlan() {}

    /**
     * A category of food.
     *
     * @param id its name
     * @param risk weight of its risk, at least 1
     * @param producers producers of it in the area, at least 1
     * @param tested samples tested in the past
     * @param failed how many of them failed, at most all
     * @param least samples that it gets at least
     */
    public record Category(String id, long risk, long producers, long tested, long failed, long least) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Category {
            if (risk < 1 || producers < 1 || tested < 0 || failed < 0 || failed > tested || least < 0) {
                throw new IllegalArgumentException(
                        "The category (%s) has a number out of range: risk %d, producers %d, tested %d, failed %d, least %d.%nMaybe failed is more than tested, or a number is missing."
                                .formatted(id, risk, producers, tested, failed, least));
            }
        }
    }

    /**
     * What smooths failure rates, as if so many more samples had been tested everywhere.
     *
     * @param failed how many of them failed, more than 0
     * @param tested how many there were, more than failed
     */
    public record Prior(long failed, long tested) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Prior {
            if (failed < 1 || tested <= failed) {
                throw new IllegalArgumentException(
                        "The samples that smooth failure rates (%d of %d) are none.%nMaybe write failed: 1, tested: 40."
                                .formatted(failed, tested));
            }
        }
    }

    /**
     * A line of the plan, with what explains it.
     *
     * @param category the category
     * @param samples how many it gets
     * @param rate its smoothed failure rate, 0 to 1, rounded to 6 places for people
     * @param share its share of all weights, 0 to 1, rounded to 6 places for people
     * @param byWeight what it would get by its weight alone, in samples, rounded to 6 places for people
     */
    public record Line(Category category, long samples, BigDecimal rate, BigDecimal share, BigDecimal byWeight) {}

    /** A category on its way, with the square of its weight as a fraction. */
    private static final class Part {
        private final Category category;
        private final BigInteger failed;
        private final BigInteger tested;
        private final BigInteger above;
        private final BigInteger below;
        private long samples;

        Part(Category category, Prior prior) {
            this.category = category;
            this.samples = category.least();
            this.failed = BigInteger.valueOf(category.failed() + prior.failed());
            this.tested = BigInteger.valueOf(category.tested() + prior.tested());
            // Beyond a half p (1 − p) would fall again: who fails more would get less.
            boolean isBeyondHalf = failed.shiftLeft(1).compareTo(tested) > 0;
            BigInteger all = isBeyondHalf ? BigInteger.TWO : tested;
            BigInteger bad = isBeyondHalf ? BigInteger.ONE : failed;
            BigInteger size = BigInteger.valueOf(category.risk()).multiply(BigInteger.valueOf(category.producers()));
            this.above = size.pow(2).multiply(bad).multiply(all.subtract(bad));
            this.below = all.pow(2);
        }

        /** Of two the one with the greater weight ÷ (2 n + 1); of equals the one with fewer samples, then the worse record, then by name. */
        int compare(Part other) {
            BigInteger mine =
                    above.multiply(other.below).multiply(odd(other.samples).pow(2));
            BigInteger theirs =
                    other.above.multiply(below).multiply(odd(samples).pow(2));
            int order = theirs.compareTo(mine);
            if (order != 0) {
                return order;
            }
            if (samples != other.samples) {
                return Long.compare(samples, other.samples);
            }
            int record = other.failed.multiply(tested).compareTo(failed.multiply(other.tested));
            return record == 0 ? category.id().compareTo(other.category.id()) : record;
        }

        private static BigInteger odd(long samples) {
            return BigInteger.valueOf(2 * samples + 1);
        }

        BigDecimal weight() {
            return new BigDecimal(above).divide(new BigDecimal(below), SHOWN).sqrt(SHOWN);
        }
    }

    /**
     * Divides a budget.
     *
     * @param categories the categories, each id once
     * @param prior what smooths their failure rates
     * @param budget samples altogether
     * @return a line for each, in their order; the sum of the samples is the budget
     * @throws IllegalArgumentException if the categories together get at least more than the budget, there is none, or one stands twice
     */
    public static List<Line> of(List<Category> categories, Prior prior, long budget) {
        long least = categories.stream().mapToLong(Category::least).sum();
        Set<String> ids = new HashSet<>();
        categories.forEach(one -> {
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException(
                        "The category (%s) stands twice.%nMaybe leave one out.".formatted(one.id()));
            }
        });
        if (categories.isEmpty() || least > budget) {
            throw new IllegalArgumentException(
                    "The budget of %d samples is less than the %d that %d categories get at least, or there is no category.%nMaybe raise the budget, or lower what categories get at least."
                            .formatted(budget, least, categories.size()));
        }
        List<Part> parts =
                categories.stream().map(category -> new Part(category, prior)).toList();
        PriorityQueue<Part> queue = new PriorityQueue<>(Part::compare);
        queue.addAll(parts);
        for (long left = budget - least; left > 0; left--) {
            Part next = queue.remove();
            next.samples++;
            queue.add(next);
        }
        return lines(parts, prior, budget);
    }

    private static List<Line> lines(List<Part> parts, Prior prior, long budget) {
        BigDecimal all = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            BigDecimal rate = BigDecimal.valueOf(part.category.failed() + prior.failed())
                    .divide(
                            BigDecimal.valueOf(part.category.tested() + prior.tested()),
                            SHOWN_PLACES,
                            RoundingMode.HALF_UP);
            BigDecimal share = part.weight().divide(all, SHOWN);
            lines.add(new Line(
                    part.category,
                    part.samples,
                    rate,
                    share.setScale(SHOWN_PLACES, RoundingMode.HALF_UP),
                    share.multiply(BigDecimal.valueOf(budget)).setScale(SHOWN_PLACES, RoundingMode.HALF_UP)));
        }
        return lines;
    }
}
