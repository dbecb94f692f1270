package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.listing.CaseSteps.Entry;
import dev.assay.api.listing.PublicList;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.ListingRefusedException;
import dev.assay.core.listing.ListingState;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.ListingCases.Which;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases for the lists: who is proposed, in procedure, listed, or was let go; and the page of one, with its clocks and what is next. */
@Controller
class CasePages {

    private static final int ROWS = 50;

    private static final int MOST_OVERDUE = 200;

    private static final String FACTOR = "factor.";

    /** The states as people ask for them, each with its codes. */
    private static final Map<String, List<String>> GROUPS = groups();

    private final ListingCases cases;
    private final CaseSteps steps;
    private final ListRules rules;
    private final PublicList list;
    private final CaseSheet sheet;
    private final AuthorityClock clock;

    CasePages(
            ListingCases cases,
            CaseSteps steps,
            ListRules rules,
            PublicList list,
            CaseSheet sheet,
            AuthorityClock clock) {
        this.cases = cases;
        this.steps = steps;
        this.rules = rules;
        this.list = list;
        this.sheet = sheet;
        this.clock = clock;
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("proposed", List.of(ListingState.Proposed.CODE));
        groups.put(
                "running",
                List.of(
                        ListingState.Noticed.CODE,
                        ListingState.HearingAsked.CODE,
                        ListingState.HearingFixed.CODE,
                        ListingState.Heard.CODE,
                        EntryState.AwaitingConsent.CODE,
                        EntryState.Decided.CODE));
        groups.put("listed", List.of(EntryState.Listed.CODE));
        groups.put("ended", List.of(EntryState.Removed.CODE, EntryState.Expired.CODE, EntryState.Annulled.CODE));
        groups.put("dismissed", List.of(ListingState.Dismissed.CODE));
        return groups;
    }

    @GetMapping("/lists")
    String lists(
            @RequestParam(defaultValue = "proposed") String group,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(name = "page", defaultValue = "1") int asked,
            Viewer viewer,
            Model page) {
        List<String> divisions = viewer.scope().beginnings();
        int number = Math.max(1, asked);
        List<String> states = GROUPS.getOrDefault(group, List.of(ListingState.Proposed.CODE));
        Map<String, Integer> byState = cases.countByState(new Which(list, List.of(), divisions));
        Map<String, Integer> counts = new LinkedHashMap<>();
        GROUPS.forEach((name, codes) -> counts.put(
                name,
                codes.stream().mapToInt(code -> byState.getOrDefault(code, 0)).sum()));
        page.addAttribute("group", GROUPS.containsKey(group) ? group : "proposed");
        page.addAttribute("list", list);
        page.addAttribute("listTitles", titles());
        page.addAttribute("counts", counts);
        page.addAttribute("cases", cases.in(new Which(list, states, divisions), (number - 1) * ROWS, ROWS));
        page.addAttribute("overdue", cases.overdue(clock.today(), divisions, MOST_OVERDUE));
        page.addAttribute("today", clock.today());
        page.addAttribute("number", number);
        page.addAttribute("pages", Math.ceilDiv(counts.getOrDefault(group, 0), ROWS));
        return "lists";
    }

    /** The name of each list, by its id: that of its newest edition that is no draft. */
    private Map<String, ListEdition> titles() {
        Map<String, ListEdition> titles = new LinkedHashMap<>();
        for (ListEdition edition : rules.editions()) {
            if (!edition.draft()) {
                titles.merge(
                        edition.list(),
                        edition,
                        (one, other) -> one.validFrom().isAfter(other.validFrom()) ? one : other);
            }
        }
        return titles;
    }

    @GetMapping("/lists/{id}")
    String listingCase(@PathVariable long id, Viewer viewer, Locale locale, Model page) {
        ListingCase found = steps.get(id);
        sheet.fill(found, ConsoleSetup.supported(locale).getLanguage(), page);
        steps.findSealing(found).ifPresent(sealing -> {
            page.addAttribute("sealing", SealedArchive.title(sealing));
            page.addAttribute("sealedOn", sealing.occurredOn());
        });
        page.addAttribute("entry", list.find(id, viewer).orElse(null));
        page.addAttribute("mayConsent", steps.isAbove(found, viewer));
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        return "case";
    }

    /**
     * What every step is entered with.
     *
     * @param revision the case as it was seen
     * @param reason what is written down
     * @param day the day of a hearing; null where the step has none
     * @param noIntent whether the party has proved that it did not mean to
     */
    record StepForm(
            int revision,
            String reason,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate day,

            @Nullable Boolean noIntent) {}

    @PostMapping({
        "/lists/{id}/notice",
        "/lists/{id}/statement",
        "/lists/{id}/ask-hearing",
        "/lists/{id}/fix-hearing",
        "/lists/{id}/hold-hearing",
        "/lists/{id}/decide",
        "/lists/{id}/consent",
        "/lists/{id}/refuse-consent",
        "/lists/{id}/dismiss",
        "/lists/{id}/publish",
        "/lists/{id}/annul"
    })
    String take(
            @PathVariable long id,
            StepForm form,
            @RequestParam Map<String, String> all,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes flash) {
        String step = lastOf(request);
        Map<String, String> factors = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(FACTOR)) {
                factors.put(name.substring(FACTOR.length()), value);
            }
        });
        try {
            steps.take(
                    id,
                    step,
                    new Entry(
                            form.revision(), form.reason(), form.day(), factors, Boolean.TRUE.equals(form.noIntent())),
                    viewer);
            flash.addFlashAttribute("done", step);
        } catch (ListingRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
            flash.addFlashAttribute("reason", form.reason());
            flash.addFlashAttribute("factors", factors);
        }
        return "redirect:/lists/" + id;
    }

    /** Names whom the case concerns, or a further person, who gets a case of his own. */
    @PostMapping("/lists/{id}/person")
    String name(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam String person,
            @RequestParam(defaultValue = "false") boolean another,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            long named = steps.name(id, revision, person, another, viewer);
            flash.addFlashAttribute("done", "person");
            return "redirect:/lists/" + named;
        } catch (ListingRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
            flash.addFlashAttribute("person", person);
            return "redirect:/lists/" + id;
        }
    }

    /** The word of a step, or of an answer: the last part of the address. */
    static String lastOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
