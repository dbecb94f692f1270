package dev.assay.store.area;

/**
 * How many rows of a set there are in a division.
 *
 * @param division the division's code; empty where none is known
 * @param part the part, such as a grade; empty where the set has none
 * @param count how many, at least 1
 */
public record AreaCount(String division, String part, long count) {}
