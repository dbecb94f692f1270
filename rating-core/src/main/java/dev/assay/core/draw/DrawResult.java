package dev.assay.core.draw;

import dev.assay.core.draw.DrawnBusiness.Stratum;
import java.util.List;
import java.util.Map;

/**
 * Who was drawn.
 *
 * @param quotas how many of each stratum, in the order of the strata
 * @param drawn the businesses in the order of the draw
 */
public record DrawResult(List<Quota> quotas, List<Drawn> drawn) {

    /** Copies the lists. */
    public DrawResult {
        quotas = List.copyOf(quotas);
        drawn = List.copyOf(drawn);
    }

    /**
     * How many of a stratum were drawn.
     *
     * @param stratum the stratum
     * @param members how many it has, exclusions apart
     * @param number how many were to be drawn
     * @param drawn how many were: fewer where too many have closed since
     */
    public record Quota(Stratum stratum, int members, int number, int drawn) {}

    /**
     * A business that was drawn.
     *
     * @param business the business
     * @param teams who inspects it, ids of inspectors in the order of the draw, by department in order
     */
    public record Drawn(DrawnBusiness business, Map<String, List<String>> teams) {

        /**
         * Whom a department sends.
         *
         * @param department the department
         * @return ids of inspectors; empty for one that does not inspect the business
         */
        public List<String> team(String department) {
            return teams.getOrDefault(department, List.of());
        }
    }
}
