package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who decided what, when and why? The audit log, and whether it is whole. */
@Controller
class AuditPage {

    private static final int ROWS = 50;

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model view) {
        int number = Math.max(1, page);
        String wanted = subject == null || subject.isBlank() ? null : subject;
        AuditQuery which = new AuditQuery(wanted, viewer.scope().beginnings());
        view.addAttribute("subject", wanted);
        view.addAttribute("entries", log.newest(which, (number - 1) * ROWS, ROWS));
        view.addAttribute("verdict", log.verify(null));
        view.addAttribute("number", number);
        view.addAttribute("pages", Math.ceilDiv(log.count(which), ROWS));
        return "audit";
    }
}
