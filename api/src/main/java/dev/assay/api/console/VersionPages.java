package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.adoption.ModelLife;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.listing.Decision;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.store.adoption.StoredVersion;
import dev.assay.store.adoption.Trial;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.fact.FactJson;
import dev.assay.store.rating.TrialRatings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where does this version stand, what would it change, and what may I do with it? */
@Controller
@RequestMapping("/models/{model}/versions")
class VersionPages {

    private static final int DIFFERING = 50;

    /** A trial lasts a quarter unless somebody says otherwise. */
    private static final int TRIAL_MONTHS = 3;

    private final ModelLife life;
    private final AuditLog audit;
    private final TrialRatings trials;
    private final AuthorityClock clock;

    VersionPages(ModelLife life, AuditLog audit, TrialRatings trials, AuthorityClock clock) {
        this.life = life;
        this.audit = audit;
        this.trials = trials;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    String version(@PathVariable String model, @PathVariable int id, Viewer viewer, Model page) {
        return show(life.get(model, id), viewer, page);
    }

    private String show(StoredVersion version, Viewer viewer, Model page) {
        page.addAttribute("version", version);
        if (!page.containsAttribute("text")) {
            page.addAttribute("text", version.draft().text());
        }
        page.addAttribute("today", clock.today());
        page.addAttribute("tomorrow", clock.today().plusDays(1));
        page.addAttribute("trialEnd", clock.today().plusMonths(TRIAL_MONTHS));
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        page.addAttribute("stands", life.standing(version.model()).isPresent());
        page.addAttribute("changes", life.changes(version));
        page.addAttribute("history", audit.newest(AuditQuery.of(version.auditSubject()), 0, DIFFERING));
        page.addAttribute(
                "ownWork",
                version.adoption() instanceof Adoption.Open open
                        && open.editors().contains(viewer.name()));
        String simulation = version.simulation();
        if (simulation != null) {
            page.addAttribute("simulation", FactJson.read(simulation));
        }
        String series = Trial.series(version.model(), version.id());
        MoveMatrix matrix = MoveMatrix.of(trials.moves(version.model(), series));
        if (!matrix.moves().isEmpty()) {
            page.addAttribute("matrix", matrix);
            page.addAttribute("differing", trials.differing(version.model(), series, DIFFERING));
        }
        return "model-version";
    }

    @PostMapping
    String draft(@PathVariable String model, @RequestParam String text, Viewer viewer, RedirectAttributes flash) {
        try {
            StoredVersion version = life.draft(text, viewer);
            return done(version.model(), version.id(), "drafted", flash);
        } catch (FaultyConfigException unnamed) {
            flash.addFlashAttribute("faults", unnamed.faults());
            flash.addFlashAttribute("text", text);
            return "redirect:/models/" + model;
        }
    }

    /** What a person does with a version. */
    private interface Move {
        void make(StoredVersion seen);
    }

    private String move(Seen seen, String done, RedirectAttributes flash, Move move) {
        try {
            move.make(life.getSeen(seen.model(), seen.id(), seen.revision()));
            return done(seen.model(), seen.id(), done, flash);
        } catch (MoveRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
            return at(seen.model(), seen.id());
        }
    }

    /** What the form knew of the version. */
    record Seen(String model, int id, int revision) {}

    private static String done(String model, int id, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("done", done);
        return at(model, id);
    }

    private static String at(String model, int id) {
        return "redirect:/models/%s/versions/%d".formatted(model, id);
    }

    @PostMapping("/{id}/edit")
    String edit(Seen seen, @RequestParam String text, Viewer viewer, RedirectAttributes flash) {
        try {
            return move(seen, "edited", flash, version -> life.edit(version, text, viewer));
        } catch (FaultyConfigException faulty) {
            return faulty(seen, faulty.faults(), text, flash);
        }
    }

    private static String faulty(Seen seen, List<Fault> faults, String text, RedirectAttributes flash) {
        flash.addFlashAttribute("faults", faults);
        flash.addFlashAttribute("text", text);
        return at(seen.model(), seen.id());
    }

    @PostMapping("/{id}/check")
    String check(Seen seen, Viewer viewer, RedirectAttributes flash) {
        return move(seen, "checked", flash, version -> {
            List<Fault> faults = life.check(version, viewer);
            if (!faults.isEmpty()) {
                flash.addFlashAttribute("faults", faults);
                throw new MoveRefusedException(
                        MoveRefusedException.Refusal.FAULTY, "%d faults".formatted(faults.size()));
            }
        });
    }

    @PostMapping("/{id}/simulate")
    String simulate(
            Seen seen,
            @RequestParam("as-of") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            StoredVersion version = life.getSeen(seen.model(), seen.id(), seen.revision());
            return "redirect:/simulations/"
                    + life.simulate(version, asOf, viewer).id();
        } catch (MoveRefusedException refused) {
            flash.addFlashAttribute("refused", refused.refusal().name());
            return at(seen.model(), seen.id());
        }
    }

    @PostMapping("/{id}/trial")
    String trial(
            Seen seen,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Viewer viewer,
            RedirectAttributes flash) {
        return move(seen, "trial", flash, version -> life.tryOut(version, new Trial(from, until), viewer));
    }

    @PostMapping("/{id}/end-trial")
    String endTrial(Seen seen, Viewer viewer, RedirectAttributes flash) {
        return move(seen, "trialEnded", flash, version -> life.endTrial(version, viewer));
    }

    @PostMapping("/{id}/drop")
    String drop(Seen seen, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return move(seen, "dropped", flash, version -> life.drop(version, reason, viewer));
    }

    @PostMapping("/{id}/approve")
    String approve(
            Seen seen,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            Viewer viewer,
            RedirectAttributes flash) {
        return move(seen, "approved", flash, version -> life.approve(version, from, reason, viewer));
    }

    @PostMapping("/{id}/give-back")
    String giveBack(Seen seen, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return move(seen, "givenBack", flash, version -> life.giveBack(version, reason, viewer));
    }

    @PostMapping("/{id}/retire")
    String retire(
            Seen seen,
            @RequestParam String reason,
            @RequestParam("last-day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            Viewer viewer,
            RedirectAttributes flash) {
        return move(seen, "retired", flash, version -> life.retire(version, lastDay, reason, viewer));
    }
}
