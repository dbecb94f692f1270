package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.plan.PlanDesk;
import dev.assay.api.plan.WantedVisits;
import dev.assay.api.work.VisitCalendar;
import dev.assay.api.work.VisitCalendar.Event;
import dev.assay.batch.publish.CsvFile;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanQuery.Part;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.PlanVisit;
import dev.assay.store.plan.StoredPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which visits are behind a number of a plan? The rows, the spreadsheet, and the calendar of an inspector. */
@Controller
class PlanVisitPages {

    private static final int ROWS = 50;
    private static final List<String> COLUMNS = List.of(
            "day",
            "inspectors",
            "business",
            "subject",
            "name",
            "place",
            "division",
            "sector",
            "grade",
            "reason",
            "due",
            "floor",
            "why",
            "old",
            "moved",
            "state",
            "made");

    private final PlanDesk desk;
    private final PlanRows rows;
    private final MessageSource messages;

    PlanVisitPages(PlanDesk desk, PlanRows rows, MessageSource messages) {
        this.desk = desk;
        this.rows = rows;
        this.messages = messages;
    }

    @GetMapping("/plans/{id}/visits")
    String visits(
            @PathVariable int id,
            @ModelAttribute WantedVisits wanted,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model view) {
        StoredPlan plan = desk.get(id, viewer);
        PlanQuery query = wanted.query();
        int total = rows.count(id, query);
        int pages = Math.max(1, Math.ceilDiv(total, ROWS));
        int number = Math.clamp(page, 1, pages);
        view.addAttribute("plan", plan);
        view.addAttribute("query", query);
        view.addAttribute("visits", rows.find(id, query, (number - 1) * ROWS, ROWS));
        view.addAttribute("total", total);
        view.addAttribute("number", number);
        view.addAttribute("pages", pages);
        view.addAttribute("names", rows.parts(id).inspectors());
        view.addAttribute("wholes", Part.values());
        return "plan-visits";
    }

    @GetMapping("/plans/{id}/visits.csv")
    ResponseEntity<StreamingResponseBody> sheet(
            @PathVariable int id, @ModelAttribute WantedVisits wanted, Viewer viewer, Locale locale) {
        StoredPlan plan = desk.get(id, viewer);
        List<PlanVisit> found = rows.find(id, wanted.query(), 0, Integer.MAX_VALUE);
        Map<String, String> names = rows.parts(id).inspectors();
        Locale language = ConsoleSetup.supported(locale);
        return Download.csv("plan-" + plan.id() + ".csv", out -> write(out, found, names, language));
    }

    private long write(Path out, List<PlanVisit> found, Map<String, String> names, Locale language) throws IOException {
        List<String> header = new ArrayList<>();
        COLUMNS.forEach(column -> header.add(messages.getMessage("plans.column." + column, null, language)));
        try (CsvFile csv = CsvFile.forSpreadsheet(out, header)) {
            for (PlanVisit visit : found) {
                csv.row(cells(visit, names, language));
            }
            csv.complete();
        }
        return found.size();
    }

    private @Nullable Object[] cells(PlanVisit visit, Map<String, String> names, Locale language) {
        PlanRow row = visit.row();
        Kept slot = row.slot();
        Kept old = row.old();
        return new @Nullable Object[] {
            slot == null ? null : slot.day(),
            slot == null ? null : both(slot, names),
            row.what().business(),
            String.join(" ", row.what().subjects()),
            row.what().name(),
            row.what().place(),
            row.what().division(),
            messages.getMessage(
                    "sector." + row.what().sector(), null, row.what().sector(), language),
            row.what().grade(),
            messages.getMessage("plans.reason." + row.reason(), null, language),
            row.due(),
            row.floor(),
            row.why() == null ? null : messages.getMessage("plans.why." + row.why(), null, language),
            old == null ? null : old.day() + " " + both(old, names),
            row.moved() == null ? null : messages.getMessage("plans.moved." + row.moved(), null, language),
            visit.state() == null ? null : messages.getMessage("work.state." + visit.state(), null, language),
            visit.made()
        };
    }

    private static String both(Kept slot, Map<String, String> names) {
        return name(slot.pair().first(), names) + "、" + name(slot.pair().second(), names);
    }

    private static String name(String number, Map<String, String> names) {
        return names.getOrDefault(number, number);
    }

    @GetMapping("/plans/{id}/calendar.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable int id, @RequestParam(defaultValue = "") String inspector, Viewer viewer) {
        StoredPlan plan = desk.get(id, viewer);
        PlanQuery whose = new WantedVisits(Part.PLANNED, null, null, inspector, null, null, null).query();
        Map<String, String> names = rows.parts(id).inspectors();
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/plans/" + id)
                .toUriString();
        List<Event> events = rows.find(id, whose, 0, Integer.MAX_VALUE).stream()
                .map(visit -> event(plan, visit.row(), names, address))
                .toList();
        String name = inspector.matches("[A-Za-z0-9._-]{1,64}") ? "-" + inspector : "";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plan-" + id + name + ".ics")
                                .build()
                                .toString())
                .body(VisitCalendar.write(events).getBytes(StandardCharsets.UTF_8));
    }

    private static Event event(StoredPlan plan, PlanRow row, Map<String, String> names, String address) {
        Kept slot = Objects.requireNonNull(row.slot());
        String whom =
                row.what().name().isEmpty() ? row.what().business() : row.what().name();
        return new Event(
                "plan-" + plan.id() + "-" + row.no() + "@assay",
                plan.madeAt(),
                plan.revision() - 1,
                slot.day(),
                slot.day(),
                whom,
                row.what().place(),
                row.what().business() + "\n" + both(slot, names),
                address,
                !plan.isOpen());
    }
}
