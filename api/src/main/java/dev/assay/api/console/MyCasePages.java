package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.problem.NotThere;
import dev.assay.api.request.BusinessRequests;
import dev.assay.api.request.BusinessRequests.Filing;
import dev.assay.api.request.GivenPaper;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.ListingRefusedException;
import dev.assay.core.listing.ListingState;
import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Readings;
import dev.assay.store.request.Readings.Reading;
import dev.assay.store.request.Requests;
import dev.assay.store.request.Requests.About;
import dev.assay.store.request.StoredRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A business's own cases: where each stands, with its clock; its word in them; and what it asks for. Opening a case notes the day of reading. */
@Controller
class MyCasePages {

    private final CaseSteps steps;
    private final CaseSheet sheet;
    private final BusinessRequests filings;
    private final Papers papers;
    private final Readings readings;
    private final AuthorityClock clock;

    MyCasePages(
            CaseSteps steps,
            CaseSheet sheet,
            BusinessRequests filings,
            Papers papers,
            Readings readings,
            AuthorityClock clock) {
        this.steps = steps;
        this.sheet = sheet;
        this.filings = filings;
        this.papers = papers;
        this.readings = readings;
        this.clock = clock;
    }

    /** Whether a case is one that its business may see: from the notice on, and only of lists that are not the authority's own. */
    static boolean isFor(ListingCase listing, long businessKey) {
        boolean told = !(listing.state() instanceof ListingState.Proposed)
                && !(listing.state() instanceof ListingState.Dismissed && listing.revision() < 2);
        return listing.businessKey() == businessKey
                && told
                && !listing.visibility().equals("internal");
    }

    private ListingCase own(long id, Viewer viewer) {
        Long own = viewer.businessKey();
        ListingCase listing = steps.get(id);
        if (own == null || !isFor(listing, own)) {
            throw new NotThere("There is no case (%d).%nMaybe look for it on your own page.".formatted(id));
        }
        return listing;
    }

    @GetMapping("/my/cases/{id}")
    String mine(@PathVariable long id, Viewer viewer, Locale locale, Model page) {
        ListingCase listing = own(id, viewer);
        readings.note(listing.auditSubject(), new Reading(listing.revision(), viewer.name(), clock.now()));
        sheet.fill(listing, ConsoleSetup.supported(locale).getLanguage(), page);
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        return "my-case";
    }

    @PostMapping({"/my/cases/{id}/statement", "/my/cases/{id}/ask-hearing"})
    String speak(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam String reason,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes flash) {
        own(id, viewer);
        String step = CasePages.lastOf(request);
        try {
            steps.take(id, step, new CaseSteps.Entry(revision, reason, null, Map.of(), false), viewer);
            flash.addFlashAttribute("done", step);
        } catch (ListingRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
            flash.addFlashAttribute("reason", reason);
        }
        return "redirect:/my/cases/" + id;
    }

    /**
     * What a business's request is about.
     *
     * @param about number of the case; null where it is about no entry
     * @param fact number of the record; null where it is about an entry
     * @param promise whether it promises good faith
     */
    record RequestForm(
            @Nullable Long about,
            @Nullable Long fact,
            @Nullable Boolean promise) {}

    @PostMapping("/my/requests")
    String file(
            @RequestParam RequestKind kind,
            @RequestParam String reason,
            RequestForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> paper,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        Long own = viewer.businessKey();
        if (own == null) {
            throw new NotThere("This login is no business's.%nMaybe log in with another.".formatted());
        }
        if (form.about() != null) {
            own(form.about(), viewer);
        }
        About about = new About(kind, own, form.about(), form.fact());
        try {
            long id = filings.file(new Filing(about, reason, Boolean.TRUE.equals(form.promise()), read(paper)), viewer);
            return "redirect:/my/requests/" + id;
        } catch (RequestRefusedException refused) {
            flash.addFlashAttribute("requestRefused", refused.refusal().name());
            flash.addFlashAttribute("reason", reason);
            return form.about() == null ? "redirect:/my" : "redirect:/my/cases/" + form.about();
        }
    }

    private static List<GivenPaper> read(@Nullable List<MultipartFile> given) throws IOException {
        List<GivenPaper> papers = new ArrayList<>();
        if (given != null) {
            for (MultipartFile one : given) {
                if (!one.isEmpty()) {
                    papers.add(new GivenPaper(String.valueOf(one.getOriginalFilename()), one.getBytes()));
                }
            }
        }
        return papers;
    }

    @GetMapping("/my/requests/{id}")
    String request(@PathVariable long id, Viewer viewer, Model page) {
        StoredRequest found = filings.get(id, viewer);
        page.addAttribute("request", found);
        page.addAttribute("listing", found.caseId() == null ? null : steps.get(found.caseId()));
        page.addAttribute("deadline", Requests.deadline(found));
        page.addAttribute("papers", papers.of(found.auditSubject()));
        page.addAttribute("today", clock.today());
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        return "my-request";
    }

    @PostMapping("/my/requests/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        try {
            filings.withdraw(filings.get(id, viewer), reason, viewer);
            flash.addFlashAttribute("done", "withdraw");
        } catch (RequestRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
        }
        return "redirect:/my/requests/" + id;
    }
}
