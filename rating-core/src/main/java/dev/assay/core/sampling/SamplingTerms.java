package dev.assay.core.sampling;

import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;

/**
 * The terms of the procedure under one edition of the law.
 *
 * @param edition the edition's id
 * @param validFrom the first day on which a report falls under it
 * @param serve from the report to the service
 * @param apply from the service to the last day of an application for a re-test or an objection
 * @param retest from the application to the conclusion of the re-test
 * @param objection from the objection to its decision
 * @param dispose from the report to the end of the authority's work
 * @param days which days are working days
 */
public record SamplingTerms(
        String edition,
        LocalDate validFrom,
        LegalTerm serve,
        LegalTerm apply,
        LegalTerm retest,
        LegalTerm objection,
        LegalTerm dispose,
        WorkingDays days) {}
