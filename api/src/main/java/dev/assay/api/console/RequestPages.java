package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.request.BusinessRequests;
import dev.assay.api.request.BusinessRequests.Filing;
import dev.assay.api.request.RequestDecisions;
import dev.assay.api.request.RequestDecisions.Entry;
import dev.assay.core.listing.Decision;
import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Requests;
import dev.assay.store.request.Requests.About;
import dev.assay.store.request.StoredRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What businesses ask for, as the authority sees it: the inbox by deadline, and the page of one request, on which it is answered. */
@Controller
class RequestPages {

    private static final int ROWS = 200;

    private final Requests requests;
    private final BusinessRequests filings;
    private final RequestDecisions decisions;
    private final CaseSteps steps;
    private final BusinessRegister register;
    private final Papers papers;
    private final AuthorityClock clock;

    RequestPages(
            Requests requests,
            BusinessRequests filings,
            RequestDecisions decisions,
            CaseSteps steps,
            BusinessRegister register,
            Papers papers,
            AuthorityClock clock) {
        this.requests = requests;
        this.filings = filings;
        this.decisions = decisions;
        this.steps = steps;
        this.register = register;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/requests")
    String inbox(Viewer viewer, Model page) {
        List<StoredRequest> pending = requests.pending(viewer.scope().beginnings(), ROWS);
        page.addAttribute("requests", pending);
        page.addAttribute("today", clock.today());
        page.addAttribute(
                "businesses",
                pending.stream()
                        .map(StoredRequest::businessKey)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), register::get)));
        return "requests";
    }

    @GetMapping("/requests/{id}")
    String request(@PathVariable long id, Viewer viewer, Model page) {
        StoredRequest found = filings.get(id, viewer);
        page.addAttribute("request", found);
        page.addAttribute("business", register.get(found.businessKey()));
        page.addAttribute("listing", found.caseId() == null ? null : steps.get(found.caseId()));
        page.addAttribute("deadline", Requests.deadline(found));
        page.addAttribute("conditions", decisions.conditions(found));
        page.addAttribute("papers", papers.of(found.auditSubject()));
        page.addAttribute("today", clock.today());
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        return "request";
    }

    @PostMapping({
        "/requests/{id}/accept",
        "/requests/{id}/decline",
        "/requests/{id}/grant",
        "/requests/{id}/refuse",
        "/requests/{id}/revoke"
    })
    String answer(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam String reason,
            @RequestParam Map<String, String> all,
            Viewer viewer,
            HttpServletRequest address,
            RedirectAttributes flash) {
        String answer = CasePages.lastOf(address);
        Set<String> fulfilled = all.keySet().stream()
                .filter(name -> name.startsWith("condition."))
                .map(name -> name.substring("condition.".length()))
                .collect(Collectors.toSet());
        try {
            decisions.answer(id, answer, new Entry(revision, reason, fulfilled), viewer);
            flash.addFlashAttribute("done", answer);
        } catch (RequestRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
            flash.addFlashAttribute("reason", reason);
        }
        return "redirect:/requests/" + id;
    }

    /** What came in on paper, or was said at the counter. */
    @PostMapping("/lists/{id}/requests")
    String takeDown(
            @PathVariable long id,
            @RequestParam RequestKind kind,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean promise,
            Viewer viewer,
            RedirectAttributes flash) {
        ListingCase listing = steps.get(id);
        About about = new About(kind, listing.businessKey(), listing.id(), null);
        return filed(new Filing(about, reason, promise, List.of()), viewer, flash, "redirect:/lists/" + id);
    }

    private String filed(Filing filing, Viewer viewer, RedirectAttributes flash, @Nullable String back) {
        try {
            return "redirect:/requests/" + filings.file(filing, viewer);
        } catch (RequestRefusedException refused) {
            flash.addFlashAttribute("requestRefused", refused.refusal().name());
            flash.addFlashAttribute("reason", filing.words());
            return back == null ? "redirect:/requests" : back;
        }
    }
}
