package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.review.NameReview;
import dev.assay.api.review.NameReview.Outcome;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.listing.Decision;
import dev.assay.store.review.NameQuestions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose record is it? The questions by feed; and the page with the candidates side by side, on which a regulator decides. */
@Controller
class QuestionPages {

    private static final int ROWS = 50;
    private static final int RECORDS = 20;

    private final NameQuestions questions;
    private final NameReview review;
    private final Vocabulary vocabulary;

    QuestionPages(NameQuestions questions, NameReview review, Vocabulary vocabulary) {
        this.questions = questions;
        this.review = review;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/questions")
    String list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(name = "page", defaultValue = "1") int asked,
            Model page) {
        int number = Math.max(1, asked);
        Map<String, Integer> counts = questions.countByFeed(open);
        int total = feed == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(feed, 0);
        page.addAttribute("open", open);
        page.addAttribute("feed", feed);
        page.addAttribute("counts", counts);
        page.addAttribute("total", total);
        page.addAttribute("questions", questions.in(open, feed, (number - 1) * ROWS, ROWS));
        page.addAttribute("number", number);
        page.addAttribute("pages", Math.ceilDiv(total, ROWS));
        return "questions";
    }

    @GetMapping("/questions/{id}")
    String question(@PathVariable long id, Locale locale, Model page) {
        page.addAttribute("question", review.get(id));
        page.addAttribute("decisions", questions.decisions(id));
        page.addAttribute(
                "records",
                questions.records(id, RECORDS).stream()
                        .map(record -> RecordEntry.of(
                                record, ConsoleSetup.supported(locale).getLanguage(), vocabulary))
                        .toList());
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        return "question";
    }

    @PostMapping("/questions/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam String choice,
            @RequestParam(defaultValue = "") String other,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        // The choice is an answer's code; behind BUSINESS: stands the candidate, or nothing where another one is
        // written.
        boolean one = choice.startsWith("BUSINESS:");
        String business = one ? choice.substring("BUSINESS:".length()) : "";
        return back(
                id,
                review.answer(id, one ? "BUSINESS" : choice, business.isEmpty() ? other : business, viewer, reason),
                reason,
                flash);
    }

    @PostMapping("/questions/{id}/undo")
    String undo(@PathVariable long id, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return back(id, review.undo(id, viewer, reason), reason, flash);
    }

    private static String back(long id, Outcome outcome, String reason, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome.name());
        if (outcome != Outcome.DONE) {
            flash.addFlashAttribute("reason", reason);
        }
        return "redirect:/questions/" + id;
    }
}
