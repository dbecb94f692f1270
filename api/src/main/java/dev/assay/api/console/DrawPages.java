package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.draw.DrawDesk;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.draw.StoredDraw;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was drawn, and can anyone repeat it? The authority's pages, step by step, and the public ones. */
@Controller
class DrawPages {

    private static final int SHOWN = 500;
    private static final int SEED_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DrawDesk desk;
    private final AuditLog audit;

    DrawPages(DrawDesk desk, AuditLog audit) {
        this.desk = desk;
        this.audit = audit;
    }

    @GetMapping("/draws")
    String all(Viewer viewer, Model page) {
        page.addAttribute("draws", desk.all(viewer));
        page.addAttribute("plans", desk.plans(viewer));
        return "draws";
    }

    @PostMapping("/draws")
    String fix(
            @RequestParam String plan,
            @RequestParam(defaultValue = "") String publicValue,
            @RequestParam(defaultValue = "") String leftOut,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            return "redirect:/draws/"
                    + desk.fix(plan, publicValue, leftOut, viewer).id();
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("plan", plan);
            flash.addFlashAttribute("leftOut", leftOut);
            return "redirect:/draws";
        }
    }

    @GetMapping("/draws/{id}")
    String one(@PathVariable int id, Viewer viewer, Model page) {
        StoredDraw draw = desk.get(id, viewer);
        page.addAttribute("draw", draw);
        page.addAttribute("history", audit.newest(AuditQuery.of(StoredDraw.auditSubject(id)), 0, SHOWN));
        show(draw, desk.file(draw), page);
        if (draw.state() == StoredDraw.State.FIXED) {
            byte[] seed = new byte[SEED_BYTES];
            RANDOM.nextBytes(seed);
            page.addAttribute("seed", HexFormat.of().formatHex(seed));
        }
        return "draw";
    }

    /** The lines of the file itself are what is shown: a page cannot say another thing than what is published. */
    private static void show(StoredDraw draw, String text, Model page) {
        page.addAttribute("classes", lines(text, "class"));
        page.addAttribute("strata", lines(text, "stratum"));
        page.addAttribute("left", first(lines(text, "excluded")));
        page.addAttribute("closed", lines(text, "closed"));
        List<String[]> drawn = lines(text, "drawn");
        page.addAttribute("drawn", first(drawn));
        page.addAttribute("shown", Math.min(SHOWN, drawn.size()));
        if (!drawn.isEmpty()) {
            page.addAttribute("names", new DrawnNames(text));
        }
        page.addAttribute("population", draw.population());
    }

    private static List<String[]> first(List<String[]> lines) {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    private static List<String[]> lines(String text, String kind) {
        return text.lines()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    @GetMapping("/draws/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable int id, Viewer viewer) {
        return download(id, desk.file(desk.get(id, viewer)));
    }

    private static ResponseEntity<byte[]> download(int id, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("draw-" + id + ".txt")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/draws/{id}/commit")
    String commit(
            @PathVariable int id,
            @RequestParam int revision,
            @RequestParam String seed,
            Viewer viewer,
            RedirectAttributes flash) {
        flash.addFlashAttribute("kept", seed.strip());
        return Steps.take(
                flash, "/draws/" + id, Map.of(), () -> desk.commit(desk.seen(id, revision, viewer), seed, viewer));
    }

    @PostMapping("/draws/{id}/draw")
    String draw(
            @PathVariable int id,
            @RequestParam int revision,
            @RequestParam String seed,
            @RequestParam String publicValue,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash,
                "/draws/" + id,
                Map.of(),
                () -> desk.draw(desk.seen(id, revision, viewer), seed, publicValue, viewer));
    }

    @PostMapping("/draws/{id}/publish")
    String publish(@PathVariable int id, @RequestParam int revision, Viewer viewer, RedirectAttributes flash) {
        return Steps.take(flash, "/draws/" + id, Map.of(), () -> desk.publish(desk.seen(id, revision, viewer), viewer));
    }

    @PostMapping("/draws/{id}/withdraw")
    String withdraw(
            @PathVariable int id,
            @RequestParam int revision,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        return Steps.take(
                flash,
                "/draws/" + id,
                Map.of("reason", reason),
                () -> desk.withdraw(desk.seen(id, revision, viewer), reason, viewer));
    }

    @GetMapping("/public/draws")
    String known(Viewer viewer, Model page) {
        page.addAttribute("draws", desk.known(viewer));
        return "public-draws";
    }

    @GetMapping("/public/draws/{id}")
    String knownOne(@PathVariable int id, Viewer viewer, Model page) {
        StoredDraw draw = desk.getKnown(id, viewer);
        page.addAttribute("draw", draw);
        if (draw.state() == StoredDraw.State.PUBLISHED) {
            show(draw, desk.published(id, viewer), page);
        }
        return "public-draw";
    }

    @GetMapping("/public/draws/{id}/file")
    ResponseEntity<byte[]> published(@PathVariable int id, Viewer viewer) {
        return download(id, desk.published(id, viewer));
    }
}
