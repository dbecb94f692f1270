package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.prediction.PredictionDesk;
import dev.assay.api.prediction.PredictionDesk.Prediction;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.listing.Decision;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.judging.Answer;
import dev.assay.model.prediction.reading.FeatureDefinition;
import dev.assay.store.adoption.Trial;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.fact.FactJson;
import dev.assay.store.prediction.StoredTraining;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is foretold, can it still be trusted, and what may I do with what was learned? */
@Controller
@RequestMapping("/predictions")
class PredictionPages {

    private static final int RISKIEST = 50;
    private static final int HISTORY = 50;
    private static final int TRIAL_MONTHS = 3;

    private final PredictionDesk desk;
    private final AuditLog audit;
    private final AuthorityClock clock;

    PredictionPages(PredictionDesk desk, AuditLog audit, AuthorityClock clock) {
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String all(Model page) {
        page.addAttribute("predictions", desk.all());
        return "predictions";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Viewer viewer, Model page) {
        Prediction prediction = desk.get(id);
        page.addAttribute("prediction", prediction);
        page.addAttribute("trainings", desk.trainings(id));
        page.addAttribute("riskiest", desk.riskiest(prediction, viewer, RISKIEST));
        page.addAttribute("titles", titles(prediction));
        return "prediction";
    }

    private static Map<String, Bilingual> titles(Prediction prediction) {
        return prediction.definition() == null
                ? Map.of()
                : prediction.definition().features().stream()
                        .map(FeatureDefinition::feature)
                        .collect(Collectors.toMap(feature -> feature.id(), feature -> feature.title()));
    }

    @GetMapping("/{id}/trainings/{training}")
    String training(@PathVariable String id, @PathVariable int training, Viewer viewer, Model page) {
        StoredTraining stored = desk.training(id, training);
        page.addAttribute("training", stored);
        page.addAttribute("today", clock.today());
        page.addAttribute("tomorrow", clock.today().plusDays(1));
        page.addAttribute("trialEnd", clock.today().plusMonths(TRIAL_MONTHS));
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        page.addAttribute(
                "ownWork",
                stored.adoption() instanceof Adoption.Open open
                        && open.editors().contains(viewer.name()));
        page.addAttribute("history", audit.newest(AuditQuery.of(stored.auditSubject()), 0, HISTORY));
        String judged = stored.judged();
        if (judged != null) {
            page.addAttribute("judged", FactJson.read(judged));
        }
        Map<String, Bilingual> questions = new HashMap<>();
        Arrays.stream(Answer.Question.values()).forEach(question -> questions.put(question.name(), question.text()));
        page.addAttribute("questions", questions);
        return "training";
    }

    @GetMapping("/{id}/trainings/{training}/card.json")
    ResponseEntity<String> card(@PathVariable String id, @PathVariable int training) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("card-%s-%d.json".formatted(id, training))
                                .build()
                                .toString())
                .body(desk.card(desk.training(id, training)));
    }

    /** What the form knew of the training. */
    record Seen(String id, int training, int revision) {}

    /** What a person does with a training. */
    private interface Move {
        void make(StoredTraining seen);
    }

    private String move(Seen seen, String done, RedirectAttributes flash, Move move) {
        try {
            move.make(desk.seen(seen.id(), seen.training(), seen.revision()));
            flash.addFlashAttribute("done", done);
        } catch (MoveRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
        }
        return "redirect:/predictions/%s/trainings/%d".formatted(seen.id(), seen.training());
    }

    @PostMapping("/{id}/trainings/{training}/approve")
    String approve(
            Seen seen,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        return move(seen, "approved", flash, training -> desk.approve(training, from, reason, viewer));
    }

    @PostMapping("/{id}/trainings/{training}/retire")
    String retire(
            Seen seen,
            @RequestParam("last-day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        return move(seen, "retired", flash, training -> desk.retire(training, lastDay, reason, viewer));
    }

    @PostMapping("/{id}/trainings/{training}/drop")
    String drop(Seen seen, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return move(seen, "dropped", flash, training -> desk.drop(training, reason, viewer));
    }

    @PostMapping("/{id}/trainings/{training}/trial")
    String trial(
            Seen seen,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Viewer viewer,
            RedirectAttributes flash) {
        return move(seen, "trial", flash, training -> desk.tryOut(training, new Trial(from, until), viewer));
    }

    @PostMapping("/{id}/trainings/{training}/end-trial")
    String endTrial(Seen seen, Viewer viewer, RedirectAttributes flash) {
        return move(seen, "trialEnded", flash, training -> desk.endTrial(training, viewer));
    }
}
