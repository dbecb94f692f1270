package dev.assay.core.listing;

import java.util.Map;
import java.util.TreeMap;

/**
 * The weighing that the law asks for before a business is listed (Order 44 art. 12): malice, frequency, duration, harm and so on, each with what
 * speaks for it.
 *
 * @param factors what was found on each factor, by the factor's id; not blank
 * @param intentDisproved whether the party has proved that it did not mean to break the law; then it is not listed
 */
public record Weighing(Map<String, String> factors, boolean intentDisproved) {

    /** Nothing weighed, for lists that ask for no weighing. */
    public static final Weighing NONE = new Weighing(Map.of(), false);

    /** Strips what was written and leaves blanks out. */
    public Weighing {
        Map<String, String> written = new TreeMap<>();
        factors.forEach((factor, found) -> {
            if (!found.isBlank()) {
                written.put(factor, found.strip());
            }
        });
        factors = Map.copyOf(written);
    }
}
