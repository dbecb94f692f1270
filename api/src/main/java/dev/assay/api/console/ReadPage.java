package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.audit.ReadNotes;
import dev.assay.store.audit.ReadLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who read what is not public. Whoever acts for some divisions only sees the own readings: the others' tell of businesses elsewhere. */
@Controller
class ReadPage {

    private static final int ROWS = 100;

    private final ReadLog log;
    private final ReadNotes notes;

    ReadPage(ReadLog log, ReadNotes notes) {
        this.log = log;
        this.notes = notes;
    }

    @GetMapping("/audit/reads")
    String reads(
            @RequestParam(required = false) @Nullable String reader,
            @RequestParam(required = false) @Nullable Long before,
            Viewer viewer,
            Model page) {
        notes.write();
        String asked = reader == null || reader.isBlank() ? null : reader.strip();
        String shown = viewer.scope().isEverywhere() ? asked : viewer.name();
        List<ReadLog.Entry> entries = log.newest(shown, before == null ? Long.MAX_VALUE : before, ROWS);
        page.addAttribute("reader", shown);
        page.addAttribute("all", viewer.scope().isEverywhere());
        page.addAttribute("entries", entries);
        page.addAttribute("next", entries.size() == ROWS ? entries.getLast().number() : null);
        return "reads";
    }
}
