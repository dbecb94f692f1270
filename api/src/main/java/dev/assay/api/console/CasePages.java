package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.listing.CaseDecisions;
import dev.assay.api.listing.CaseDecisions.Outcome;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.ListingState;
import dev.assay.core.listing.ListingTerm;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Listing cases: who is proposed, listed, or was let go; and the page on which a regulator decides. */
@Controller
class CasePages {

    private static final int ROWS = 50;

    private final ListingCases cases;
    private final CaseDecisions decisions;
    private final BusinessRegister register;
    private final CreditFiles creditFiles;
    private final Vocabulary vocabulary;

    CasePages(
            ListingCases cases,
            CaseDecisions decisions,
            BusinessRegister register,
            CreditFiles creditFiles,
            Vocabulary vocabulary) {
        this.cases = cases;
        this.decisions = decisions;
        this.register = register;
        this.creditFiles = creditFiles;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/lists")
    String lists(
            @RequestParam(defaultValue = ListingState.Proposed.CODE) String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Map<String, Integer> counts = cases.countByState();
        int number = Math.max(1, page);
        model.addAttribute("state", state);
        model.addAttribute(
                "states",
                List.of(ListingState.Proposed.CODE, ListingState.Confirmed.CODE, ListingState.Dismissed.CODE));
        model.addAttribute("counts", counts);
        model.addAttribute("cases", cases.in(state, (number - 1) * ROWS, ROWS));
        model.addAttribute("number", number);
        model.addAttribute("pages", Math.ceilDiv(counts.getOrDefault(state, 0), ROWS));
        return "lists";
    }

    @GetMapping("/lists/{id}")
    String listingCase(@PathVariable long id, Locale locale, Model page) {
        ListingCase found = decisions.get(id);
        RegisteredBusiness business = register.get(found.businessKey());
        page.addAttribute("found", found);
        page.addAttribute("business", business);
        decisions.findSealing(found).ifPresent(sealing -> {
            page.addAttribute("sealing", SealedArchive.title(sealing));
            page.addAttribute("sealedOn", sealing.occurredOn());
        });
        page.addAttribute("term", ListingTerm.BASIS);
        page.addAttribute("years", ListingTerm.YEARS);
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        page.addAttribute(
                "penalty",
                creditFiles.now(business).facts().stream()
                        .filter(fact -> fact.id() == found.factId())
                        .map(fact -> FactEntry.of(
                                fact, ConsoleSetup.supported(locale).getLanguage(), vocabulary))
                        .findFirst()
                        .orElse(null));
        return "case";
    }

    @PostMapping("/lists/{id}/confirm")
    String confirm(@PathVariable long id, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return back(id, decisions.confirm(id, viewer, reason), reason, flash);
    }

    @PostMapping("/lists/{id}/dismiss")
    String dismiss(@PathVariable long id, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return back(id, decisions.dismiss(id, viewer, reason), reason, flash);
    }

    private static String back(long id, Outcome outcome, String reason, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome.name());
        if (outcome != Outcome.DECIDED) {
            flash.addFlashAttribute("reason", reason);
        }
        return "redirect:/lists/" + id;
    }
}
