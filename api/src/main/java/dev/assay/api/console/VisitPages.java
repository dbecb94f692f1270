package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.work.FaultyReportException;
import dev.assay.api.work.VisitPapers;
import dev.assay.api.work.VisitResults;
import dev.assay.api.work.VisitResults.Outcome;
import dev.assay.api.work.WorkDesk;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.Consequence;
import dev.assay.core.work.Mark;
import dev.assay.core.work.Obstacle;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.store.work.Assignment;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A visit, on a telephone: who is it, what is known, what is to be looked at, and is it sent? */
@Controller
@RequestMapping("/assignments/{id}")
class VisitPages {

    private static final int UNPROCESSABLE = 422;

    private final WorkDesk desk;
    private final VisitResults results;
    private final VisitPapers photos;
    private final VisitSheet sheet;
    private final AuthorityClock clock;

    VisitPages(WorkDesk desk, VisitResults results, VisitPapers photos, VisitSheet sheet, AuthorityClock clock) {
        this.desk = desk;
        this.results = results;
        this.photos = photos;
        this.sheet = sheet;
        this.clock = clock;
    }

    @GetMapping
    String one(@PathVariable long id, Viewer viewer, Locale locale, Model page) {
        Assignment visit = desk.get(id);
        @Nullable Checklist checklist = null;
        try {
            checklist = results.checklistOf(visit).orElse(null);
        } catch (FaultyConfigException faulty) {
            page.addAttribute("refused", faulty.getMessage());
        }
        page.addAttribute("visit", visit);
        page.addAttribute("checklist", checklist);
        page.addAttribute("marks", Mark.values());
        page.addAttribute("consequences", Consequence.values());
        page.addAttribute("obstacles", Obstacle.values());
        page.addAttribute("today", clock.today());
        sheet.show(visit, checklist, viewer, ConsoleSetup.supported(locale).getLanguage(), page);
        return "visit";
    }

    @PostMapping("/begin")
    String begin(@PathVariable long id, @RequestParam int revision, Viewer viewer, RedirectAttributes flash) {
        return Steps.take(flash, "/assignments/" + id, Map.of(), () -> desk.begin(desk.seen(id, revision), viewer));
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash,
                "/assignments/" + id,
                Map.of("withdrawal", reason),
                () -> desk.withdraw(desk.seen(id, revision), reason, viewer));
    }

    @PostMapping("/published")
    String published(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam LocalDate day,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash, "/assignments/" + id, Map.of(), () -> desk.published(desk.seen(id, revision), day, viewer));
    }

    @PostMapping("/not-made")
    String notMade(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam Obstacle obstacle,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(flash, "/assignments/" + id, Map.of("met", reason), () -> {
            if (results.notMade(desk.seen(id, revision), obstacle, reason, viewer) == Outcome.BUSY) {
                throw new IllegalArgumentException(
                        "Files are being taken in; nothing was noted.%nMaybe try again in some minutes.".formatted());
            }
        });
    }

    /** From the page's script, again and again until an answer comes: the key makes once of it. */
    @PostMapping("/result")
    ResponseEntity<Map<String, Object>> result(
            @PathVariable long id, @RequestParam String key, @RequestParam String report, Viewer viewer) {
        try {
            Outcome outcome = results.take(desk.get(id), key, report, viewer);
            return ResponseEntity.status(outcome == Outcome.BUSY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                    .body(Map.of("outcome", outcome.name()));
        } catch (FaultyReportException faulty) {
            return faulty(faulty.faults());
        } catch (IllegalArgumentException refused) {
            return faulty(List.of(String.valueOf(refused.getMessage())));
        }
    }

    private static ResponseEntity<Map<String, Object>> faulty(List<String> faults) {
        return ResponseEntity.status(UNPROCESSABLE).body(Map.of("outcome", "FAULTY", "faults", faults));
    }

    @PostMapping("/papers")
    ResponseEntity<Map<String, Object>> paper(@PathVariable long id, @RequestParam MultipartFile paper, Viewer viewer)
            throws IOException {
        try {
            VisitPapers.Outcome outcome =
                    photos.add(desk.get(id), String.valueOf(paper.getOriginalFilename()), paper.getBytes(), viewer);
            return ResponseEntity.ok(Map.of("outcome", outcome.name()));
        } catch (RequestRefusedException refused) {
            return faulty(List.of(String.valueOf(refused.getMessage())));
        }
    }
}
