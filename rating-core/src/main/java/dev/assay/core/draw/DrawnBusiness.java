package dev.assay.core.draw;

import java.util.List;
import java.util.TreeSet;

/**
 * A member of the population, once, for however many departments.
 *
 * @param id its identity, {@code SCHEME:VALUE}
 * @param stratum what it is drawn among
 * @param departments the departments that inspect it, in order, at least one
 * @param name its name as registered; may be empty
 */
public record DrawnBusiness(String id, Stratum stratum, List<String> departments, String name) {

    /** Puts the departments in order, each once. */
    public DrawnBusiness {
        departments = List.copyOf(new TreeSet<>(departments));
    }

    /**
     * A part of the population whose members have the same chance.
     *
     * @param name the class
     * @param sector code of the sector
     * @param division code of the division
     */
    public record Stratum(String name, String sector, String division) implements Comparable<Stratum> {

        /** By the bytes of class, sector and division. */
        @Override
        public int compareTo(Stratum other) {
            int byClass = Bytes.ORDER.compare(name, other.name);
            int bySector = byClass == 0 ? Bytes.ORDER.compare(sector, other.sector) : byClass;
            return bySector == 0 ? Bytes.ORDER.compare(division, other.division) : bySector;
        }

        @Override
        public String toString() {
            return name + " × " + sector + " × " + division;
        }
    }
}
