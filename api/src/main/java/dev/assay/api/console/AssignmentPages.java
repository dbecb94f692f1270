package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.work.VisitCalendar;
import dev.assay.api.work.WorkDesk;
import dev.assay.batch.publish.CsvFile;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.time.Deadline;
import dev.assay.core.work.WorkState;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where do I go this week, and what is late? The list, the spreadsheet and the calendar of it. */
@Controller
class AssignmentPages {

    private static final int SHOWN = 500;
    private static final Resource WORKER = new ClassPathResource("static/assets/visit-worker.js");
    private static final List<String> COLUMNS = List.of(
            "number",
            "from",
            "to",
            "state",
            "way",
            "business",
            "name",
            "address",
            "division",
            "sector",
            "inspectors",
            "origin",
            "visited",
            "publish",
            "published",
            "reason");

    private final WorkDesk desk;
    private final Inspectors inspectors;
    private final AuthorityClock clock;
    private final MessageSource messages;

    AssignmentPages(WorkDesk desk, Inspectors inspectors, AuthorityClock clock, MessageSource messages) {
        this.desk = desk;
        this.inspectors = inspectors;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/assignments")
    String all(
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String inspector,
            @RequestParam(defaultValue = "") String state,
            Viewer viewer,
            Model page) {
        List<Assignment> found = List.of();
        try {
            found = desk.find(new WorkDesk.Filter(week, inspector, state), viewer);
        } catch (IllegalArgumentException refused) {
            page.addAttribute("refused", refused.getMessage());
        }
        LocalDate today = clock.today();
        String own = desk.ownNumber(viewer);
        page.addAttribute("visits", found.subList(0, Math.min(SHOWN, found.size())));
        page.addAttribute("total", found.size());
        page.addAttribute(
                "late", found.stream().filter(visit -> visit.isOverdue(today)).count());
        page.addAttribute("today", today);
        page.addAttribute("own", own);
        page.addAttribute("inspectors", viewer.scope().within(inspectors.all(), Inspector::division));
        page.addAttribute("states", WorkState.values());
        page.addAttribute("week", week);
        page.addAttribute("inspector", inspector.isEmpty() && own == null ? WorkDesk.EVERYONE : inspector);
        page.addAttribute("state", state.isEmpty() ? "OPEN" : state);
        return "assignments";
    }

    @GetMapping("/assignments.csv")
    ResponseEntity<StreamingResponseBody> sheet(
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String inspector,
            @RequestParam(defaultValue = "") String state,
            Viewer viewer,
            Locale locale) {
        List<Assignment> found = desk.find(new WorkDesk.Filter(week, inspector, state), viewer);
        Locale language = ConsoleSetup.supported(locale);
        return Download.csv("assignments-" + clock.today() + ".csv", out -> write(out, found, language));
    }

    private long write(Path out, List<Assignment> found, Locale language) throws IOException {
        try (CsvFile csv = CsvFile.forSpreadsheet(
                out,
                COLUMNS.stream()
                        .map(column -> messages.getMessage("work.column." + column, null, language))
                        .toList())) {
            for (Assignment visit : found) {
                csv.row(cells(visit, language));
            }
            csv.complete();
        }
        return found.size();
    }

    private @Nullable Object[] cells(Assignment visit, Locale language) {
        Deadline publishBy = visit.end().publishBy();
        return new @Nullable Object[] {
            visit.id(),
            visit.what().fromDay(),
            visit.what().toDay(),
            messages.getMessage("work.state." + visit.state(), null, language),
            messages.getMessage("work.way." + visit.what().way(), null, language),
            visit.what().business(),
            visit.name(),
            visit.address(),
            visit.division(),
            visit.what().sector(),
            visit.what().goers().stream().map(Goer::name).collect(Collectors.joining("、")),
            messages.getMessage("work.origin." + visit.what().source().origin(), null, language),
            visit.end().day(),
            publishBy == null ? null : publishBy.day(),
            visit.end().publishedOn(),
            visit.end().reason()
        };
    }

    @GetMapping("/assignments.ics")
    ResponseEntity<byte[]> calendar(
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String inspector,
            @RequestParam(defaultValue = "") String state,
            Viewer viewer) {
        List<Assignment> found = desk.find(new WorkDesk.Filter(week, inspector, state), viewer);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/assignments")
                .toUriString();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("assignments.ics")
                                .build()
                                .toString())
                .body(VisitCalendar.write(found, address).getBytes(StandardCharsets.UTF_8));
    }

    /** Here and not among the assets, because it may keep only pages below its own address. */
    @GetMapping("/assignments/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(WORKER);
    }
}
