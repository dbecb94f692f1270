package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Audience;
import dev.assay.api.access.Viewer;
import dev.assay.api.draw.DrawDesk;
import dev.assay.api.work.HandingOut;
import dev.assay.api.work.HandingOut.Terms;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.work.VisitWay;
import dev.assay.store.account.Accounts;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.work.InspectorLogins;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who goes where: visits of a draw, and visits on a lead. */
@Controller
class HandOutPages {

    private static final int USUAL_DAYS = 30;

    private final HandingOut handing;
    private final DrawDesk draws;
    private final Inspectors inspectors;
    private final InspectorLogins logins;
    private final Accounts accounts;
    private final AuthorityClock clock;

    HandOutPages(
            HandingOut handing,
            DrawDesk draws,
            Inspectors inspectors,
            InspectorLogins logins,
            Accounts accounts,
            AuthorityClock clock) {
        this.handing = handing;
        this.draws = draws;
        this.inspectors = inspectors;
        this.logins = logins;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * When and how, as a form sends it.
     *
     * @param fromDay the first day
     * @param toDay the last
     * @param way in which way
     */
    public record Span(
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay,
            @Nullable VisitWay way) {

        Terms terms() {
            if (fromDay == null || toDay == null || way == null) {
                throw new IllegalArgumentException(
                        "The first day, the last one or the way is missing.%nMaybe fill them in.".formatted());
            }
            return new Terms(fromDay, toDay, way);
        }
    }

    @GetMapping("/draws/{id}/hand-out")
    String ofDraw(@PathVariable int id, Viewer viewer, Model page) {
        StoredDraw draw = draws.get(id, viewer);
        page.addAttribute("draw", draw);
        try {
            page.addAttribute("lines", handing.of(draw));
        } catch (IllegalArgumentException refused) {
            page.addAttribute("lines", List.of());
            page.addAttribute("refused", refused.getMessage());
        }
        spans(page);
        return "hand-out";
    }

    private void spans(Model page) {
        page.addAttribute("today", clock.today());
        page.addAttribute("until", clock.today().plusDays(USUAL_DAYS));
        page.addAttribute("ways", VisitWay.values());
    }

    @PostMapping("/draws/{id}/hand-out")
    String handOut(
            @PathVariable int id,
            @RequestParam(defaultValue = "") Set<String> picked,
            @ModelAttribute Span span,
            @RequestParam(defaultValue = "false") boolean evenClosed,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            int handed = handing.handOut(draws.get(id, viewer), picked, span.terms(), evenClosed, viewer);
            flash.addFlashAttribute("handed", handed);
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/draws/" + id + "/hand-out";
    }

    @GetMapping("/assignments/new")
    String onLead(@RequestParam(defaultValue = "") String business, Viewer viewer, Model page) {
        if (!page.containsAttribute("business")) {
            page.addAttribute("business", business);
        }
        page.addAttribute("inspectors", viewer.scope().within(inspectors.all(), Inspector::division));
        spans(page);
        return "lead";
    }

    @PostMapping("/assignments")
    String onLead(
            @RequestParam String business,
            @RequestParam(defaultValue = "") List<String> inspector,
            @ModelAttribute Span span,
            @RequestParam String lead,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            long id = handing.handOut(business.strip(), inspector, span.terms(), lead, viewer);
            return "redirect:/assignments/" + id;
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("business", business);
            flash.addFlashAttribute("lead", lead);
            flash.addFlashAttribute("chosen", inspector);
            return "redirect:/assignments/new";
        }
    }

    @PostMapping("/inspectors/logins")
    String login(
            @RequestParam String inspector,
            @RequestParam(defaultValue = "") String account,
            Viewer viewer,
            RedirectAttributes flash) {
        String name = account.strip();
        boolean known = viewer.scope().within(inspectors.all(), Inspector::division).stream()
                .anyMatch(one -> one.number().equals(inspector));
        boolean fits = name.isEmpty()
                || accounts.find(name)
                        .filter(found -> Audience.REGULATORS.contains(found.role()))
                        .isPresent();
        if (known && fits) {
            logins.set(inspector, name, viewer.name(), clock.now());
        }
        flash.addFlashAttribute("outcome", known && fits ? "LOGIN" : "NO_LOGIN");
        return "redirect:/inspectors";
    }
}
