package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.area.AreaDesk.Asked;
import dev.assay.api.escalation.EscalationDesk;
import dev.assay.api.escalation.EscalationDesk.Ground;
import dev.assay.api.escalation.EscalationDesk.Written;
import dev.assay.api.problem.BadParameter;
import dev.assay.core.escalation.EscalationKind;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.escalation.StoredEscalation;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers to governments and departments: drafted on an alarm or a figure, issued by another person, printed. */
@Controller
class EscalationPages {

    private static final int HISTORY = 100;

    private final EscalationDesk desk;
    private final AuditLog audit;
    private final AuthorityClock clock;

    EscalationPages(EscalationDesk desk, AuditLog audit, AuthorityClock clock) {
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/escalations")
    String all(Viewer viewer, Model page) {
        page.addAttribute("papers", desk.all(viewer));
        return "escalations";
    }

    /**
     * On what a paper is to rest, as the address names it.
     *
     * @param alarm an alarm's number, or null
     * @param figure a figure's id, or null
     * @param division the area of the figure
     * @param from the first day
     * @param to the last day
     * @param asOf the day as of which things stand
     */
    record On(
            @Nullable Long alarm,
            @Nullable String figure,
            @Nullable String division,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf) {}

    private Ground ground(On on, Viewer viewer) {
        Long alarm = on.alarm();
        if (alarm != null) {
            return desk.ofAlarm(alarm, viewer);
        }
        String figure = on.figure();
        if (figure == null) {
            throw new IllegalArgumentException(
                    "Neither an alarm nor a figure is named.%nMaybe begin from the page of one.".formatted());
        }
        String division = on.division();
        return desk.ofFigure(
                figure, new Asked(division == null ? "" : division, on.from(), on.to(), on.asOf()), viewer);
    }

    @GetMapping("/escalations/new")
    String draft(On on, Viewer viewer, Model page) {
        try {
            page.addAttribute("ground", ground(on, viewer));
        } catch (IllegalArgumentException refused) {
            throw new BadParameter("figure", String.valueOf(refused.getMessage()));
        }
        page.addAttribute("on", on);
        page.addAttribute("kinds", EscalationKind.values());
        page.addAttribute("today", clock.today());
        return "escalation-new";
    }

    @PostMapping("/escalations")
    String keep(
            On on,
            @RequestParam EscalationKind kind,
            @RequestParam(defaultValue = "") String addressee,
            @RequestParam(defaultValue = "") String demand,
            @RequestParam LocalDate due,
            Viewer viewer,
            Model page) {
        Ground ground;
        try {
            ground = ground(on, viewer);
        } catch (IllegalArgumentException refused) {
            throw new BadParameter("figure", String.valueOf(refused.getMessage()));
        }
        try {
            return "redirect:/escalations/" + desk.draft(ground, new Written(kind, addressee, demand, due), viewer);
        } catch (IllegalArgumentException refused) {
            // Nothing that was written is lost.
            page.addAttribute("refused", refused.getMessage());
            page.addAttribute("written", new Written(kind, addressee, demand, due));
            return draft(on, viewer, page);
        }
    }

    @GetMapping("/escalations/{id}")
    String one(@PathVariable long id, Viewer viewer, Model page) {
        page.addAttribute("paper", desk.get(id, viewer));
        page.addAttribute("history", audit.newest(AuditQuery.of(StoredEscalation.auditSubject(id)), 0, HISTORY));
        return "escalation";
    }

    @PostMapping("/escalations/{id}/issue")
    String issue(@PathVariable long id, @RequestParam int revision, Viewer viewer, RedirectAttributes flash) {
        return Steps.take(flash, "/escalations/" + id, Map.of(), () -> desk.issue(id, revision, viewer));
    }

    @PostMapping("/escalations/{id}/drop")
    String drop(@PathVariable long id, @RequestParam int revision, Viewer viewer, RedirectAttributes flash) {
        return Steps.take(flash, "/escalations/" + id, Map.of(), () -> desk.drop(id, revision, viewer));
    }
}
