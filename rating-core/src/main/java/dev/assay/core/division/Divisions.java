package dev.assay.core.division;

import dev.assay.core.grading.Basis;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which code took the place of which: a county that became a district, a prefecture that became a city, districts that became one. A code
 * keeps standing in what was written under it; with this table it is known to be the same place. A division that was split among several
 * has no successor here, for nobody can tell from a code in which of them something lies.
 */
public final class Divisions {

    /** A table without any succession: every code stands for itself. */
    public static final Divisions NONE = new Divisions(Map.of());

    private final Map<String, Succession> byCode;
    private final Map<String, Set<String>> byNewest;

    private Divisions(Map<String, Succession> byCode) {
        this.byCode = Map.copyOf(byCode);
        Map<String, Set<String>> all = new HashMap<>();
        for (String old : byCode.keySet()) {
            String newest = newest(old);
            all.computeIfAbsent(newest, code -> new TreeSet<>(Set.of(code))).add(old);
        }
        this.byNewest = Map.copyOf(all);
    }

    /**
     * A code that was given up.
     *
     * @param old the code
     * @param name what the division was called
     * @param successor the code of the division in which all of it lies since
     * @param on the first day of that code
     * @param basis the ground
     */
    public record Succession(String old, String name, String successor, LocalDate on, Basis basis) {}

    /**
     * A table of some successions.
     *
     * @param successions them
     * @return the table
     * @throws IllegalArgumentException if a code has two successors, or becomes itself in the end
     */
    public static Divisions of(List<Succession> successions) {
        Map<String, Succession> byCode = new HashMap<>();
        for (Succession succession : successions) {
            if (byCode.put(succession.old(), succession) != null) {
                throw new IllegalArgumentException(
                        "The division (%s) has two successors.%nMaybe leave out one that was split."
                                .formatted(succession.old()));
            }
        }
        for (String code : byCode.keySet()) {
            Set<String> passed = new HashSet<>();
            for (Succession next = byCode.get(code); next != null; next = byCode.get(next.successor())) {
                if (!passed.add(next.old())) {
                    throw new IllegalArgumentException(
                            "The division (%s) becomes itself in the end.%nMaybe old and new are swapped."
                                    .formatted(code));
                }
            }
        }
        return new Divisions(byCode);
    }

    /**
     * The code of a division on a day.
     *
     * @param code a code of any time
     * @param day the day
     * @return the code that had taken its place by then; the code itself where none had
     */
    public String successor(String code, LocalDate day) {
        String newest = code;
        for (Succession next = byCode.get(code); next != null && !next.on().isAfter(day); next = byCode.get(newest)) {
            newest = next.successor();
        }
        return newest;
    }

    /**
     * The code that a division has today, by the whole of the table.
     *
     * @param code a code of any time
     * @return the newest code
     */
    public String newest(String code) {
        return successor(code, LocalDate.MAX);
    }

    /**
     * All codes that stand for a place, so that what was written under any of them is found.
     *
     * @param code a code of any time
     * @return the newest code and all that became it, in order
     */
    public Set<String> codesOf(String code) {
        String newest = newest(code);
        return Collections.unmodifiableSet(byNewest.getOrDefault(newest, Set.of(newest)));
    }

    /**
     * What became of a code.
     *
     * @param code the code
     * @return its succession, or empty if it has no successor
     */
    public Optional<Succession> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
