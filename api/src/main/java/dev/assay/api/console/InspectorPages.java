package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.batch.inspector.InspectorSheet;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.inspector.Inspector;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.work.InspectorLogins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who inspects, where, and when are they away? */
@Controller
class InspectorPages {

    private static final int SHOWN_FAULTS = 50;

    private final Inspectors inspectors;
    private final InspectorLogins logins;
    private final AuthorityClock clock;

    InspectorPages(Inspectors inspectors, InspectorLogins logins, AuthorityClock clock) {
        this.inspectors = inspectors;
        this.logins = logins;
        this.clock = clock;
    }

    @GetMapping("/inspectors")
    String all(Viewer viewer, Model page) {
        page.addAttribute("inspectors", viewer.scope().within(inspectors.all(), Inspector::division));
        page.addAttribute("logins", logins.all());
        page.addAttribute("today", clock.today());
        page.addAttribute("columns", String.join(",", InspectorSheet.COLUMNS));
        return "inspectors";
    }

    @PostMapping("/inspectors")
    String replace(@RequestParam MultipartFile sheet, Viewer viewer, RedirectAttributes flash) throws IOException {
        if (!viewer.scope().isEverywhere()) {
            flash.addFlashAttribute("outcome", "SCOPED");
            return "redirect:/inspectors";
        }
        Path file = Files.createTempFile("inspectors", ".csv");
        try {
            sheet.transferTo(file);
            InspectorSheet.Read read = InspectorSheet.read(file);
            if (read.faults().isEmpty()) {
                inspectors.replace(read.inspectors(), viewer.name(), clock.now());
                flash.addFlashAttribute("outcome", "REPLACED");
            } else {
                refuse(
                        read.faults()
                                .subList(0, Math.min(SHOWN_FAULTS, read.faults().size())),
                        flash);
            }
        } catch (FileRefusedException refused) {
            // Nobody who uploads knows the folder in which the file lies here.
            refuse(
                    List.of(String.valueOf(refused.getMessage())
                            .replace(file.toString(), String.valueOf(sheet.getOriginalFilename()))),
                    flash);
        } finally {
            Files.deleteIfExists(file);
        }
        return "redirect:/inspectors";
    }

    private static void refuse(List<String> faults, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", "REFUSED");
        flash.addFlashAttribute("faults", faults);
    }
}
