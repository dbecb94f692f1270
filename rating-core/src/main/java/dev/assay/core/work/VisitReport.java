package dev.assay.core.work;

import java.time.LocalDate;
import java.util.List;

/**
 * What comes back of a visit that was made.
 *
 * @param day the day of the visit
 * @param checklist id of the checklist
 * @param version the checklist's version
 * @param findings what was found, item by item
 * @param consequence what follows at once
 * @param remark in words; may be empty
 */
public record VisitReport(
        LocalDate day,
        String checklist,
        String version,
        List<Finding> findings,
        Consequence consequence,
        String remark) {

    /** The most characters of a remark. */
    public static final int LONGEST_REMARK = 2000;

    /** Copies the list, and strips the remark. */
    public VisitReport {
        findings = List.copyOf(findings);
        remark = remark.strip();
    }

    /**
     * Whether what follows fits what was found.
     *
     * @param count the counts of the findings
     * @return false if items failed and nothing follows, or nothing failed and something does
     */
    public boolean isConsistent(Checklist.Count count) {
        boolean failed = count.keyFailed() + count.generalFailed() > 0;
        return failed != (consequence == Consequence.NONE);
    }
}
