package dev.assay.batch.verify;

import dev.assay.batch.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects what does not fit, from all threads. Many of a kind are counted and not kept. */
final class Findings {

    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    synchronized void add(Kind kind, String where, String expected, String found) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Finding(kind, where, expected, found));
        }
    }

    synchronized List<Finding> kept() {
        return List.copyOf(kept);
    }

    synchronized long count() {
        return count;
    }
}
