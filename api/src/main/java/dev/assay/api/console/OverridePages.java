package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.byhand.EntryOutcome;
import dev.assay.api.byhand.HandFacts;
import dev.assay.api.byhand.WrittenEntry;
import dev.assay.core.fact.FactKinds;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Carries a grade that an approver sets from the page of a business into its file. */
@Controller
class OverridePages {

    private final Businesses businesses;
    private final HandFacts facts;
    private final AuthorityClock clock;

    OverridePages(Businesses businesses, HandFacts facts, AuthorityClock clock) {
        this.businesses = businesses;
        this.facts = facts;
        this.clock = clock;
    }

    /** What the form sends. */
    record SetGradeForm(
            String model, String subject, String licence, String grade, String until, String reason, String paper) {}

    @PostMapping("/businesses/{identity}/override")
    String override(
            @PathVariable String identity, SetGradeForm form, Viewer viewer, Locale locale, RedirectAttributes flash) {
        EntryOutcome outcome = facts.enter(
                businesses.get(identity),
                new WrittenEntry(
                        FactKinds.GRADE_OVERRIDE.name(),
                        clock.today().toString(),
                        form.licence(),
                        Map.of(
                                "model", form.model(),
                                "grade", form.grade(),
                                "until", form.until(),
                                "reason", form.reason(),
                                "ground", form.paper()),
                        form.reason(),
                        form.paper()),
                viewer);
        switch (outcome) {
            case EntryOutcome.Carried _ -> flash.addFlashAttribute("override", "DONE");
            case EntryOutcome.Faulty(var faults) -> {
                String language = ConsoleSetup.supported(locale).getLanguage();
                flash.addFlashAttribute(
                        "overrideFaults",
                        faults.stream()
                                .map(fault ->
                                        fault.field() + ": " + fault.reason().in(language))
                                .toList());
            }
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/businesses/{identity}")
                        .queryParam("model", "{model}")
                        .queryParam("subject", "{subject}")
                        .buildAndExpand(identity, form.model(), form.subject())
                        .encode()
                        .toUriString();
    }
}
