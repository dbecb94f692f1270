package dev.assay.batch.proposal;

import java.util.Set;

/**
 * What was understood of a header.
 *
 * @param ideas the ideas that its words stand for
 * @param understood the share of its characters that are words of the vocabulary, from 0 to 1; what stands in brackets is not counted
 */
record HeaderReading(Set<String> ideas, double understood) {

    HeaderReading {
        ideas = Set.copyOf(ideas);
    }
}
