package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.plan.PlanDesk;
import dev.assay.api.plan.PlanHanding;
import dev.assay.api.plan.PlanYear;
import dev.assay.core.work.VisitWay;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.plan.PlanCounts;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanQuery.Part;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.StoredPlan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What cannot be fitted, what is the plan worth, who goes where, and how far has it come? */
@Controller
class PlanPages {

    private static final int SHOWN = 50;

    private final PlanDesk desk;
    private final PlanHanding handing;
    private final PlanRows rows;
    private final PlanCounts counts;
    private final AuditLog audit;
    private final AuthorityClock clock;

    PlanPages(
            PlanDesk desk,
            PlanHanding handing,
            PlanRows rows,
            PlanCounts counts,
            AuditLog audit,
            AuthorityClock clock) {
        this.desk = desk;
        this.handing = handing;
        this.rows = rows;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/plans")
    String all(Viewer viewer, Model page) {
        page.addAttribute("plans", desk.all(viewer));
        page.addAttribute("rules", desk.rules());
        if (!page.containsAttribute("year")) {
            page.addAttribute("year", clock.today().getYear());
        }
        return "plans";
    }

    @PostMapping("/plans")
    String make(
            @RequestParam String rules,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String division,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            return "redirect:/plans/" + desk.make(rules, year, division, viewer);
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("year", year);
            flash.addFlashAttribute("division", division);
            return "redirect:/plans";
        }
    }

    @GetMapping("/plans/{id}")
    String one(@PathVariable int id, @RequestParam(defaultValue = "") String month, Viewer viewer, Model page) {
        StoredPlan plan = desk.get(id, viewer);
        LocalDate today = clock.today();
        page.addAttribute("plan", plan);
        page.addAttribute("parts", rows.parts(id));
        page.addAttribute("leftOut", counts.leftOut(id));
        page.addAttribute("moved", counts.moved(id));
        page.addAttribute("year", PlanYear.of(counts.days(id), month(month), today));
        page.addAttribute("handedOut", rows.count(id, PlanQuery.of(Part.HANDED_OUT)));
        page.addAttribute("made", rows.count(id, PlanQuery.of(Part.MADE)));
        page.addAttribute("broken", rows.find(id, PlanQuery.of(Part.BROKEN), 0, SHOWN));
        page.addAttribute("leads", leads(plan));
        page.addAttribute("ways", VisitWay.values());
        page.addAttribute("history", audit.newest(AuditQuery.of(StoredPlan.auditSubject(id)), 0, SHOWN));
        page.addAttribute("today", today);
        return "plan";
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return text.isBlank() ? null : YearMonth.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Unannounced visits on leads stand beside the plan: they are in no plan, nor in its calendars and spreadsheets. */
    private int leads(StoredPlan plan) {
        int year = plan.basis().year();
        return counts.leads(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                plan.basis().division());
    }

    @PostMapping("/plans/{id}/approve")
    String approve(@PathVariable int id, @RequestParam int revision, Viewer viewer, RedirectAttributes flash) {
        return Steps.take(flash, "/plans/" + id, Map.of(), () -> desk.approve(desk.seen(id, revision, viewer), viewer));
    }

    @PostMapping("/plans/{id}/put-in-force")
    String putInForce(@PathVariable int id, @RequestParam int revision, Viewer viewer, RedirectAttributes flash) {
        return Steps.take(
                flash, "/plans/" + id, Map.of(), () -> desk.putInForce(desk.seen(id, revision, viewer), viewer));
    }

    @PostMapping("/plans/{id}/withdraw")
    String withdraw(
            @PathVariable int id,
            @RequestParam int revision,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash,
                "/plans/" + id,
                Map.of("reason", reason),
                () -> desk.withdraw(desk.seen(id, revision, viewer), reason, viewer));
    }

    @PostMapping("/plans/{id}/again")
    String again(@PathVariable int id, Viewer viewer, RedirectAttributes flash) {
        try {
            return "redirect:/plans/" + desk.again(desk.get(id, viewer), viewer);
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/plans/" + id;
        }
    }

    @PostMapping("/plans/{id}/hand-out")
    String handOut(
            @PathVariable int id,
            @RequestParam int revision,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "ROUTINE") VisitWay way,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash,
                "/plans/" + id,
                Map.of(),
                () -> flash.addFlashAttribute(
                        "handed", handing.handOut(desk.seen(id, revision, viewer), from, to, way, viewer)));
    }
}
