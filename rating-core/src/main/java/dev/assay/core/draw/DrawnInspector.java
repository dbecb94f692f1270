package dev.assay.core.draw;

import java.util.Set;

/**
 * An inspector who can be drawn.
 *
 * @param id the number of the inspector's papers, without blanks
 * @param department the department
 * @param division the beginning of the codes of the divisions in which the inspector works, such as 3206; not empty
 * @param sectors codes of the sectors that the inspector may inspect; empty for all
 */
public record DrawnInspector(String id, String department, String division, Set<String> sectors) {

    /** Copies the sectors. */
    public DrawnInspector {
        sectors = Set.copyOf(sectors);
    }

    /**
     * Whether the inspector may inspect a business, conflicts apart.
     *
     * @param business the business
     * @param asked the department that sends somebody
     * @return true if division, sector and department fit
     */
    public boolean fits(DrawnBusiness business, String asked) {
        return department.equals(asked)
                && business.stratum().division().startsWith(division)
                && (sectors.isEmpty() || sectors.contains(business.stratum().sector()));
    }
}
