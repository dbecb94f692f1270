package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.request.RepairGate;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.NextStep;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.MeasureReports;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Readings;
import dev.assay.store.request.Requests;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a case shows to the authority and to the business alike: how it stands, its clocks, its steps, papers and requests. */
@Component
class CaseSheet {

    private final CaseSteps steps;
    private final ListingCases cases;
    private final BusinessRegister register;
    private final CreditFiles creditFiles;
    private final Vocabulary vocabulary;
    private final Requests requests;
    private final Papers papers;
    private final Readings readings;
    private final MeasureReports reports;
    private final RepairGate repairs;
    private final AuthorityClock clock;

    CaseSheet(
            CaseSteps steps,
            ListingCases cases,
            BusinessRegister register,
            CreditFiles creditFiles,
            Vocabulary vocabulary,
            Requests requests,
            Papers papers,
            Readings readings,
            MeasureReports reports,
            RepairGate repairs,
            AuthorityClock clock) {
        this.steps = steps;
        this.cases = cases;
        this.register = register;
        this.creditFiles = creditFiles;
        this.vocabulary = vocabulary;
        this.requests = requests;
        this.papers = papers;
        this.readings = readings;
        this.reports = reports;
        this.repairs = repairs;
        this.clock = clock;
    }

    void fill(ListingCase found, String language, Model page) {
        RegisteredBusiness business = register.get(found.businessKey());
        ListEdition edition = steps.editionOf(found);
        List<NextStep> next = steps.next(found);
        page.addAttribute("found", found);
        page.addAttribute("business", business);
        page.addAttribute("edition", edition);
        page.addAttribute("term", edition.termOf(found.rule()));
        page.addAttribute("next", next);
        page.addAttribute(
                "clocks", next.stream().filter(step -> step.by() != null).toList());
        page.addAttribute("can", next.stream().map(NextStep::step).toList());
        page.addAttribute("today", clock.today());
        page.addAttribute("taken", cases.stepsOf(found.id()));
        page.addAttribute("papers", papers.of(found.auditSubject()));
        page.addAttribute("readings", readings.of(found.auditSubject()));
        page.addAttribute("requests", requests.ofCase(found.id()));
        page.addAttribute("reports", reports.of(found.id()));
        page.addAttribute("repairFrom", repairs.earliest(found).orElse(null));
        page.addAttribute(
                "evidence",
                creditFiles.now(business).facts().stream()
                        .filter(fact -> found.evidence().contains(fact.id()))
                        .map(fact -> FactEntry.of(fact, language, vocabulary))
                        .toList());
    }
}
