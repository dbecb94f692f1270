package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.area.AreaDesk;
import dev.assay.api.area.AreaDesk.Asked;
import dev.assay.api.problem.BadParameter;
import dev.assay.batch.area.AreaFigures.Side;
import dev.assay.batch.area.AreaReport;
import dev.assay.batch.area.AreaWish;
import dev.assay.batch.publish.CsvFile;
import dev.assay.core.area.Figure;
import dev.assay.core.area.FigureValue.Standing;
import dev.assay.store.area.AreaRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Which targets does the area miss, and which rows are behind each number? */
@Controller
class AreaPages {

    private static final int ROWS = 50;
    private static final int CHUNK = 10_000;
    private static final List<String> COLUMNS =
            List.of("division", "identity", "name", "sector", "part", "day", "what", "number");

    private final AreaDesk desk;
    private final MessageSource messages;

    AreaPages(AreaDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/area")
    String area(
            @RequestParam(defaultValue = "") String division,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Viewer viewer,
            Model page) {
        AreaWish wish;
        try {
            wish = desk.wish(new Asked(division, from, to, asOf), viewer);
        } catch (IllegalArgumentException refused) {
            page.addAttribute("refused", refused.getMessage());
            wish = desk.wish(new Asked("", null, null, null), viewer);
        }
        AreaReport report = desk.figures().report(wish);
        show(wish, page);
        page.addAttribute("report", report);
        page.addAttribute("index", desk.figures().index(report));
        page.addAttribute(
                "missed",
                report.values().stream()
                        .filter(value -> value.standing() == Standing.MISSED)
                        .toList());
        page.addAttribute(
                "judged",
                report.values().stream()
                        .filter(value -> value.standing() == Standing.MISSED || value.standing() == Standing.MET)
                        .count());
        return "area";
    }

    private static void show(AreaWish wish, Model page) {
        page.addAttribute("wish", wish);
        page.addAttribute("period", wish.period());
        page.addAttribute("division", wish.area().isEmpty() ? AreaDesk.ALL : wish.area());
    }

    private AreaWish wish(Asked asked, Viewer viewer) {
        try {
            return desk.wish(asked, viewer);
        } catch (IllegalArgumentException refused) {
            throw new BadParameter("division", String.valueOf(refused.getMessage()));
        }
    }

    private Figure figure(String id) {
        try {
            return desk.figures().figure(id);
        } catch (IllegalArgumentException refused) {
            throw new BadParameter("figure", String.valueOf(refused.getMessage()));
        }
    }

    private static Side side(Figure figure, String word) {
        if (!word.equals("rows") && !word.equals("among")) {
            throw new BadParameter(
                    "side", "The side (%s) is neither rows nor among.%nMaybe write one of the two.".formatted(word));
        }
        if (word.equals("among") && figure.among() == null) {
            throw new BadParameter(
                    "side", "The figure is counted among no rows.%nMaybe ask for side=rows.".formatted());
        }
        return word.equals("rows") ? Side.ROWS : Side.AMONG;
    }

    @GetMapping("/area/rows")
    String rows(
            @RequestParam String figure,
            @RequestParam(defaultValue = "rows") String side,
            @RequestParam(defaultValue = "") String part,
            Days days,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model view) {
        Figure shown = figure(figure);
        AreaWish wish = wish(days.asked(), viewer);
        Side of = side(shown, side);
        long total = desk.figures().count(wish, shown, of, part);
        int pages = (int) Math.max(1, Math.ceilDiv(total, ROWS));
        int number = Math.clamp(page, 1, pages);
        show(wish, view);
        view.addAttribute("figure", shown);
        view.addAttribute("side", side);
        view.addAttribute("part", part);
        view.addAttribute("total", total);
        view.addAttribute("number", number);
        view.addAttribute("pages", pages);
        view.addAttribute("rows", desk.figures().list(wish, shown, of, part, (number - 1) * ROWS, ROWS));
        return "area-rows";
    }

    @GetMapping("/area/rows.csv")
    ResponseEntity<StreamingResponseBody> sheet(
            @RequestParam String figure,
            @RequestParam(defaultValue = "rows") String side,
            @RequestParam(defaultValue = "") String part,
            Days days,
            Viewer viewer,
            Locale locale) {
        Figure shown = figure(figure);
        AreaWish wish = wish(days.asked(), viewer);
        Side of = side(shown, side);
        Locale language = ConsoleSetup.supported(locale);
        return Download.csv(figure + "-" + side + ".csv", out -> write(out, wish, shown, of, part, language));
    }

    private long write(Path out, AreaWish wish, Figure figure, Side side, String part, Locale language)
            throws IOException {
        long written = 0;
        try (CsvFile csv = CsvFile.forSpreadsheet(
                out,
                COLUMNS.stream()
                        .map(column -> messages.getMessage("area.column." + column, null, language))
                        .toList())) {
            List<AreaRow> chunk;
            do {
                chunk = desk.figures().list(wish, figure, side, part, (int) written, CHUNK);
                for (AreaRow row : chunk) {
                    csv.row(
                            row.division(),
                            row.business(),
                            row.name(),
                            row.sector(),
                            row.part(),
                            row.day(),
                            row.what(),
                            row.number());
                }
                written += chunk.size();
            } while (chunk.size() == CHUNK);
            csv.complete();
        }
        return written;
    }

    /**
     * The area and days of an address.
     *
     * @param division a code, its beginning, {@value AreaDesk#ALL}, or null for the viewer's own area
     * @param from the first day; null for a year ago
     * @param to the last day; null for today
     * @param asOf the day as of which things stand; null for the last day or today
     */
    record Days(
            @Nullable String division,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf) {

        Asked asked() {
            return new Asked(division == null ? "" : division, from, to, asOf);
        }
    }
}
