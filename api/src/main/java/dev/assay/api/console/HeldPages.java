package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.adoption.HeldRatings;
import dev.assay.api.adoption.HeldRatings.Outcome;
import dev.assay.api.problem.NotThere;
import dev.assay.core.listing.Decision;
import dev.assay.store.rating.HeldRun;
import dev.assay.store.rating.HeldRuns;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Is it right that so many grades change? What the brake holds, and the page on which a person releases it. */
@Controller
class HeldPages {

    private final HeldRuns runs;
    private final HeldRatings decisions;

    HeldPages(HeldRuns runs, HeldRatings decisions) {
        this.runs = runs;
        this.decisions = decisions;
    }

    @GetMapping("/held")
    String all(Model page) {
        page.addAttribute("runs", runs.all());
        return "held";
    }

    @GetMapping("/held/{id}")
    String one(@PathVariable long id, Model page) {
        HeldRun run = runs.find(id)
                .orElseThrow(() -> new NotThere(
                        "The run (%d) is not held, or not any more.%nMaybe look at what is held under /held."
                                .formatted(id)));
        page.addAttribute("run", run);
        page.addAttribute("matrix", MoveMatrix.of(runs.moves(run)));
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        return "held-run";
    }

    @PostMapping("/held/{id}/release")
    String release(@PathVariable long id, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return back(id, decisions.release(id, reason, viewer), flash);
    }

    @PostMapping("/held/{id}/reject")
    String reject(@PathVariable long id, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return back(id, decisions.reject(id, reason, viewer), flash);
    }

    private static String back(long id, Outcome outcome, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome.name());
        return switch (outcome) {
            case RELEASED, REJECTED, GONE -> "redirect:/held";
            case BUSY, NO_REASON -> "redirect:/held/" + id;
        };
    }
}
