package dev.assay.batch.district;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * A stream of chances of its own for each business and purpose, so that neither the size of the district nor the order of the work
 * changes what happens to a business.
 */
final class Chance {

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, int business, Purpose purpose) {
        return new Chance(new SplittableRandom(mixed(mixed(mixed(seed) + business) + purpose.number)));
    }

    /** What a stream decides. The numbers are part of what a seed means. */
    enum Purpose {
        BUSINESS(1),
        LICENCE(2),
        PENALTY(3),
        SAMPLING(4),
        INSPECTION(5),
        PROFILE(6),
        TAKEN(7),
        CASE(8);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    boolean perMille(int share) {
        return random.nextInt(1000) < share;
    }

    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T pick(List<T> list, ToIntFunction<T> weight) {
        int sum = 0;
        for (T candidate : list) {
            sum += weight.applyAsInt(candidate);
        }
        int left = random.nextInt(sum);
        for (T candidate : list) {
            left -= weight.applyAsInt(candidate);
            if (left < 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("The weights of (%s) changed while one was picked.".formatted(list));
    }

    /** The finaliser of MurmurHash3: without it the streams of neighbours would be shifts of each other. */
    private static long mixed(long value) {
        long a = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        long b = (a ^ (a >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return b ^ (b >>> 33);
    }
}
