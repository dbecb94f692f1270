package dev.assay.batch.district;

import java.time.LocalDate;

/**
 * What a district depends on, its size apart.
 *
 * @param seed any number
 * @param lastDay the last day of its history: nothing happens after it
 */
record Setting(long seed, LocalDate lastDay) {

    Chance chance(MadeUpBusiness business, Chance.Purpose purpose) {
        return Chance.of(seed, business.index(), purpose);
    }
}
