package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.area.AreaDesk;
import dev.assay.api.area.AreaDesk.Asked;
import dev.assay.batch.area.AreaWish;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.sampling.SamplingPlanFile;
import dev.assay.batch.sampling.SamplingSheet;
import dev.assay.batch.sampling.SamplingWork;
import dev.assay.core.area.Inhabitants;
import dev.assay.model.area.InhabitantsFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.plan.SamplingRules;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.RequestContextUtils;

/** How many samples of which food should be taken in a year, and why? */
@Controller
class SamplingPages {

    private static final String HEADER = String.join(",", SamplingSheet.COLUMNS);

    private final SamplingWork work;
    private final ConfigFiles config;
    private final AreaDesk areas;
    private final AuthorityClock clock;

    SamplingPages(Database database, ConfigFiles config, AreaDesk areas, AuthorityClock clock) {
        this.work = new SamplingWork(database, config);
        this.config = config;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * What is asked for, as it was written.
     *
     * @param rules id of the rules
     * @param division the beginning of the codes of the divisions, {@value AreaDesk#ALL} for all of the login's, or empty for its own area
     * @param inhabitants how many live there; null for what is known of it
     * @param samples samples altogether; null for the least that the inhabitants ask for
     * @param sheet the categories, a line each; null for none
     */
    record Asking(
            @Nullable String rules,
            @Nullable String division,
            @Nullable Long inhabitants,
            @Nullable Long samples,
            @Nullable String sheet) {}

    @GetMapping("/plans/sampling")
    String form(@RequestParam(defaultValue = "") String division, Viewer viewer, Model page) {
        if (page.containsAttribute("asking")) {
            return page(page);
        }
        AreaWish area = area(division, viewer);
        String rules = config.ids("sampling-plans").getFirst();
        page.addAttribute("asking", new Asking(rules, shown(area), known(area), null, blank(rules)));
        return page(page);
    }

    @PostMapping("/plans/sampling")
    String plan(@ModelAttribute Asking asking, Viewer viewer, Model page) throws IOException {
        page.addAttribute("asking", asking);
        try {
            page.addAttribute("outcome", outcome(asking, viewer));
        } catch (IllegalArgumentException | FileRefusedException refused) {
            page.addAttribute("refused", refused.getMessage());
        }
        return page(page);
    }

    @PostMapping(value = "/plans/sampling", params = "csv")
    ResponseEntity<StreamingResponseBody> sheet(
            @ModelAttribute Asking asking, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            SamplingWork.Outcome outcome = outcome(asking, viewer);
            return Download.csv("sampling-plan-" + clock.today() + ".csv", out -> SamplingPlanFile.write(out, outcome));
        } catch (IllegalArgumentException | FileRefusedException refused) {
            // A file cannot say it: the page does, with what was written.
            String address = request.getContextPath() + "/plans/sampling";
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put("asking", asking);
            flash.put("refused", refused.getMessage());
            RequestContextUtils.saveOutputFlashMap(address, request, response);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(address))
                    .build();
        }
    }

    private String page(Model page) {
        page.addAttribute("rules", config.ids("sampling-plans"));
        page.addAttribute("columns", HEADER);
        return "sampling";
    }

    private AreaWish area(@Nullable String division, Viewer viewer) {
        return areas.wish(new Asked(division == null ? "" : division, null, null, null), viewer);
    }

    private static String shown(AreaWish area) {
        return area.area().isEmpty() ? AreaDesk.ALL : area.area();
    }

    private @Nullable Long known(AreaWish area) {
        return InhabitantsFile.load(config)
                .find(area.area(), clock.today())
                .map(Inhabitants.Count::number)
                .orElse(null);
    }

    /** The categories of which the rules know a risk, for somebody to write numbers beside. */
    private String blank(String rules) {
        return Stream.concat(
                        Stream.of(HEADER),
                        SamplingRules.load(config, rules).risk().keySet().stream()
                                .sorted()
                                .map(category -> category + ",,"))
                .collect(Collectors.joining("\n"));
    }

    private SamplingWork.Outcome outcome(Asking asking, Viewer viewer) throws IOException {
        AreaWish area = area(asking.division(), viewer);
        Long inhabitants = asking.inhabitants() == null ? known(area) : asking.inhabitants();
        if (inhabitants == null || inhabitants < 0 || (asking.samples() != null && asking.samples() < 0)) {
            throw new IllegalArgumentException(
                    "How many live in the area (%s) is not known, or a number is less than 0.%nMaybe write it, or put it into config/inhabitants."
                            .formatted(shown(area)));
        }
        return work.plan(
                new SamplingWork.Wish(
                        Objects.requireNonNullElse(asking.rules(), ""),
                        inhabitants,
                        asking.samples(),
                        area.beginnings(),
                        new Cut(clock.today(), clock.now())),
                rows(Objects.requireNonNullElse(asking.sheet(), "")));
    }

    private static List<SamplingSheet.Row> rows(String text) throws IOException {
        Path file = Files.createTempFile("categories", ".csv");
        try {
            // Of what nobody wrote a number beside nothing is made here.
            Files.writeString(
                    file,
                    text.lines().filter(line -> !line.strip().endsWith(",,")).collect(Collectors.joining("\n")));
            return SamplingSheet.read(file);
        } catch (IllegalArgumentException | FileRefusedException refused) {
            throw new IllegalArgumentException(
                    String.valueOf(refused.getMessage()).replace(file.toString(), HEADER), refused);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
