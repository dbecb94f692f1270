package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.intake.SheetIntake;
import dev.assay.api.intake.SheetOutcome;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.intake.CorrectionSheets;
import dev.assay.batch.publish.Exports;
import dev.assay.store.feed.FeedRun;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.feed.QuarantineFilter;
import dev.assay.store.feed.RefusalCount;
import dev.assay.store.feed.RefusedRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where refused rows are worked on: found, given out to be corrected, or left out with a reason. */
@Controller
class QuarantinePages {

    private static final int ROWS = 100;
    private static final int LONGEST_REASON = 1000;

    private final FeedRuns runs;
    private final Quarantine quarantine;
    private final CorrectionSheets sheets;
    private final SheetIntake intake;
    private final Exports exports;
    private final AuthorityClock clock;

    QuarantinePages(
            FeedRuns runs,
            Quarantine quarantine,
            CorrectionSheets sheets,
            SheetIntake intake,
            Exports exports,
            AuthorityClock clock) {
        this.intake = intake;
        this.runs = runs;
        this.quarantine = quarantine;
        this.sheets = sheets;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/quarantine")
    String quarantine(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(required = false) QuarantineFilter.@Nullable State state,
            @RequestParam(name = "page", defaultValue = "1") int asked,
            Model page) {
        QuarantineFilter filter = filter(feed, file, reason, run, state);
        int number = Math.max(1, asked);
        int total = quarantine.count(filter);
        List<Quarantine.OpenFile> files = quarantine.openFiles();
        page.addAttribute("filter", filter);
        page.addAttribute("filtered", !filter.equals(QuarantineFilter.ALL_OPEN));
        page.addAttribute(
                "feeds", runs.lastOfEachFeed().stream().map(FeedRun::feed).toList());
        page.addAttribute("reasons", RefusalReason.byCode());
        page.addAttribute("states", QuarantineFilter.State.values());
        page.addAttribute(
                "files",
                files.stream()
                        .filter(open -> filter.feed() == null || filter.feed().equals(open.feed()))
                        .toList());
        page.addAttribute("largestSheet", SheetIntake.LARGEST >> 20);
        page.addAttribute("rows", quarantine.rows(filter, (number - 1) * ROWS, ROWS));
        page.addAttribute("total", total);
        page.addAttribute("number", number);
        page.addAttribute("pages", Math.ceilDiv(total, ROWS));
        return "quarantine";
    }

    @GetMapping("/quarantine.csv")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(required = false) QuarantineFilter.@Nullable State state) {
        QuarantineFilter filter = filter(feed, file, reason, run, state);
        return Download.csv("quarantine.csv", out -> exports.quarantine(filter, out));
    }

    @GetMapping("/quarantine/reasons")
    String reasons(Model page) {
        Map<String, Integer> open = quarantine.counts().stream()
                .collect(Collectors.toMap(RefusalCount::reason, RefusalCount::count, Integer::sum));
        page.addAttribute("reasons", RefusalReason.values());
        page.addAttribute("open", open);
        return "reasons";
    }

    @GetMapping("/quarantine/sheets/{run}")
    ResponseEntity<StreamingResponseBody> sheet(@PathVariable long run) {
        Quarantine.OpenFile file = quarantine.openFiles().stream()
                .filter(open -> open.run() == run)
                .findFirst()
                .orElseThrow(() -> new NotThere(
                        "No row of the import (%d) waits to be corrected.%nMaybe see the open files under /quarantine."
                                .formatted(run)));
        return Download.csv(CorrectionSheets.name(file), out -> sheets.write(file, out));
    }

    @PostMapping("/quarantine/sheets")
    String takeIn(@RequestParam MultipartFile sheet, Viewer viewer, RedirectAttributes flash) throws IOException {
        SheetOutcome outcome = intake.takeIn(
                sheet.getOriginalFilename(), sheet.getSize(), sheet.getInputStream(), String.valueOf(viewer.name()));
        return switch (outcome) {
            case SheetOutcome.TakenIn(long run) -> {
                flash.addFlashAttribute("sheetTaken", true);
                yield "redirect:/imports/" + run;
            }
            case SheetOutcome.NotTaken(SheetOutcome.Why why, String detail) -> {
                flash.addFlashAttribute("sheetRefused", why);
                flash.addFlashAttribute("sheetDetail", detail);
                yield "redirect:/quarantine";
            }
        };
    }

    @GetMapping("/quarantine/{run}/{line}")
    String row(@PathVariable long run, @PathVariable long line, Model page) {
        List<RefusedRow> entries = quarantine.ofRow(run, line);
        if (entries.isEmpty()) {
            throw new NotThere(
                    "No row of the import (%d), line %d, was refused.%nMaybe its file was taken in again: search under /quarantine."
                            .formatted(run, line));
        }
        page.addAttribute("entries", entries);
        page.addAttribute("first", entries.getFirst());
        page.addAttribute("open", entries.stream().anyMatch(entry -> entry.closing() == null));
        page.addAttribute("cells", quarantine.cells(run, line));
        page.addAttribute("reasons", RefusalReason.byCode());
        page.addAttribute("longestReason", LONGEST_REASON);
        return "quarantine-row";
    }

    @PostMapping("/quarantine/{run}/{line}/leave-out")
    String leaveOut(
            @PathVariable long run,
            @PathVariable long line,
            @RequestParam String why,
            Viewer viewer,
            RedirectAttributes flash) {
        String reason = why.strip();
        boolean usable = !reason.isEmpty() && reason.length() <= LONGEST_REASON;
        int closed = usable ? quarantine.leaveOut(run, line, String.valueOf(viewer.name()), reason, clock.now()) : 0;
        flash.addFlashAttribute("outcome", !usable ? "REFUSED" : closed > 0 ? "LEFT_OUT" : "CLOSED_BEFORE");
        return "redirect:/quarantine/" + run + "/" + line;
    }

    private static QuarantineFilter filter(
            @Nullable String feed,
            @Nullable String file,
            @Nullable String reason,
            @Nullable Long run,
            QuarantineFilter.@Nullable State state) {
        return new QuarantineFilter(
                orNull(feed), orNull(file), orNull(reason), run, state == null ? QuarantineFilter.State.OPEN : state);
    }

    /** A form sends an empty text where nothing is chosen. */
    private static @Nullable String orNull(@Nullable String chosen) {
        return chosen == null || chosen.isBlank() ? null : chosen;
    }
}
