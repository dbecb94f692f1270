package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.warning.WarningDesk;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.warning.AlarmRow;
import dev.assay.store.warning.StoredAlarm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which trends rise, who has them, and what was done. */
@Controller
class WarningPages {

    private static final int HISTORY = 100;

    private final WarningDesk desk;
    private final AuditLog audit;
    private final AuthorityClock clock;

    WarningPages(WarningDesk desk, AuditLog audit, AuthorityClock clock) {
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/warnings")
    String all(@RequestParam(defaultValue = "OPEN") String state, Viewer viewer, Model page) {
        boolean open = !state.equals("ALL");
        LocalDate today = clock.today();
        List<StoredAlarm> alarms = desk.list(open, viewer);
        page.addAttribute("alarms", alarms);
        page.addAttribute("open", open);
        page.addAttribute("today", today);
        page.addAttribute(
                "late", alarms.stream().filter(alarm -> alarm.isOverdue(today)).count());
        page.addAttribute("lastLook", desk.lastLook().orElse(null));
        return "warnings";
    }

    @GetMapping("/warnings/{id}")
    String one(@PathVariable long id, Viewer viewer, Model page) {
        StoredAlarm alarm = desk.get(id, viewer);
        List<AlarmRow> rows = desk.rows(alarm, viewer);
        page.addAttribute("alarm", alarm);
        page.addAttribute("rows", rows);
        page.addAttribute("today", clock.today());
        page.addAttribute("history", audit.newest(AuditQuery.of(StoredAlarm.auditSubject(id)), 0, HISTORY));
        return "warning";
    }

    @PostMapping("/warnings/{id}/dispatch")
    String dispatch(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable LocalDate due,
            Viewer viewer,
            RedirectAttributes flash) {
        Map<String, Object> written = new HashMap<>(Map.of("to", to));
        if (due != null) {
            written.put("due", due);
        }
        return Steps.take(flash, "/warnings/" + id, written, () -> {
            if (due == null) {
                throw new IllegalArgumentException(
                        "The day by which it is to be handled is missing.%nMaybe give a day from today on."
                                .formatted());
            }
            desk.dispatch(id, revision, to, due, viewer);
        });
    }

    @PostMapping("/warnings/{id}/handle")
    String handle(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash, "/warnings/" + id, Map.of("done", done), () -> desk.handle(id, revision, done, viewer));
    }

    @PostMapping("/warnings/{id}/close")
    String close(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(flash, "/warnings/" + id, Map.of("note", note), () -> desk.close(id, revision, note, viewer));
    }
}
