package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.adoption.ModelLife;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.problem.NotThere;
import dev.assay.api.simulation.SimulationRun;
import dev.assay.api.simulation.SimulationRuns;
import dev.assay.batch.adoption.ModelInUse;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.simulate.MoveRows;
import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.comparison.Change;
import dev.assay.model.comparison.ModelComparison;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.rating.HeldRuns;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What is in force, and what would change? The models, a draft of one tried out, and who would move. */
@Controller
class ModelPages {

    private static final int ROWS = 50;

    private static final List<String> FILTERS = List.of("before", "after", "sector", "division", "size");

    private final ConfigFiles config;
    private final Vocabulary vocabulary;
    private final SimulationRuns simulations;
    private final ModelLife life;
    private final ModelsInUse inUse;
    private final ModelVersions versions;
    private final HeldRuns held;
    private final AuthorityClock clock;

    ModelPages(
            ConfigFiles config,
            Vocabulary vocabulary,
            SimulationRuns simulations,
            Adopted adopted,
            AuthorityClock clock) {
        this.config = config;
        this.vocabulary = vocabulary;
        this.simulations = simulations;
        this.life = adopted.life();
        this.inUse = adopted.inUse();
        this.versions = adopted.versions();
        this.held = adopted.held();
        this.clock = clock;
    }

    /** What is known of versions of models. */
    @Component
    record Adopted(ModelLife life, ModelsInUse inUse, ModelVersions versions, HeldRuns held) {}

    @GetMapping("/models")
    String models(Model page) {
        LocalDate today = clock.today();
        Map<String, ModelInUse> inForce = inUse.on(today).stream()
                .collect(Collectors.toMap(ModelInUse::model, one -> one, (one, _) -> one, LinkedHashMap::new));
        Set<String> listed = new LinkedHashSet<>(inForce.keySet());
        listed.addAll(config.ids("models"));
        page.addAttribute(
                "models",
                listed.stream()
                        .map(id -> line(life.standing(id).orElseThrow(), inForce.get(id)))
                        .toList());
        page.addAttribute(
                "versions",
                versions.all().stream()
                        .filter(version -> !(version.adoption() instanceof Adoption.Dropped))
                        .limit(ROWS)
                        .toList());
        page.addAttribute("today", today);
        page.addAttribute("held", held.all());
        page.addAttribute("runs", simulations.newest());
        return "models";
    }

    /**
     * A model that stands.
     *
     * @param file its file
     * @param model the model; null if its file has faults
     * @param faults the faults of its file
     * @param inForce how it is in force today; null if it is not
     */
    public record Line(
            ConfigFile file,
            @Nullable GradingModel model,
            List<Fault> faults,
            @Nullable ModelInUse inForce) {

        /** Copies the list. */
        public Line {
            faults = List.copyOf(faults);
        }
    }

    private Line line(ConfigFile file, @Nullable ModelInUse inForce) {
        try {
            return new Line(file, GradingModels.parse(file, vocabulary), List.of(), inForce);
        } catch (FaultyConfigException faulty) {
            return new Line(file, null, faulty.faults(), inForce);
        }
    }

    @GetMapping("/models/{id}")
    String model(@PathVariable String id, Model page) {
        Object rejected = page.getAttribute("text");
        String text = rejected == null ? own(file(id)).content() : rejected.toString();
        return draft(id, text, clock.today().toString(), page);
    }

    private String draft(String id, String text, String day, Model page) {
        page.addAttribute("model", GradingModels.parse(file(id), vocabulary));
        page.addAttribute("versions", versions.of(id));
        page.addAttribute("text", text);
        page.addAttribute("day", day);
        return "model";
    }

    /** What a regulator edits: the model without the tables and models that it draws in. */
    private static ConfigFile own(ConfigFile whole) {
        return Objects.requireNonNull(GradingModels.texts(whole).get(""));
    }

    private ConfigFile file(String id) {
        return life.standing(id)
                .orElseThrow(() -> new NotThere(
                        "The model (%s) is not known.%nMaybe take one from the page of models.".formatted(id)));
    }

    @PostMapping("/models/{id}/simulations")
    String simulate(
            @PathVariable String id,
            @RequestParam String text,
            @RequestParam("as-of") String day,
            Viewer viewer,
            Model page) {
        ConfigFile inForce = file(id);
        GradingModel before = GradingModels.parse(inForce, vocabulary);
        ConfigFile written =
                GradingModels.whole(new ConfigFile("models/" + id + ".yaml", text.replace("\r\n", "\n")), config);
        try {
            GradingModel after = GradingModels.parse(written, vocabulary);
            List<Change> changes = ModelComparison.between(inForce, written);
            SimulationRequest request = new SimulationRequest(before, after, day(day), null);
            if (before.scope() != after.scope()) {
                page.addAttribute("otherScope", true);
                return draft(id, text, day, page);
            }
            return "redirect:/simulations/"
                    + simulations
                            .begin(new SimulationRun.Draft(request, changes), viewer.name())
                            .id();
        } catch (FaultyConfigException faulty) {
            page.addAttribute("faults", faulty.faults());
            return draft(id, text, day, page);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadParameter("as-of", "The day (%s) is no day.%nMaybe write it as 2026-11-22.".formatted(text));
        }
    }

    @GetMapping("/simulations/{id}")
    String simulation(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "1") long page,
            Model view) {
        SimulationRun run = run(id);
        // Read once, and before the outcome: a run that ends meanwhile is shown as running, and the page asks again.
        view.addAttribute("state", run.state());
        view.addAttribute("run", run);
        view.addAttribute("notInForce", outOfForce(run.request()));
        run.outcome().ifPresent(outcome -> {
            Map<String, String> wanted = wanted(parameters);
            MoveRows moves = MoveRows.page(run.moves(), wanted, Math.max(page, 1), ROWS);
            view.addAttribute("found", outcome.simulation());
            view.addAttribute("knownAt", outcome.knownAt());
            view.addAttribute("moves", moves);
            view.addAttribute("wanted", wanted);
            view.addAttribute("rules", new RuleTitles(run.request()));
            view.addAttribute("number", Math.max(page, 1));
            view.addAttribute("pages", Math.max(1, (moves.total() + ROWS - 1) / ROWS));
        });
        return "simulation";
    }

    private static @Nullable GradingModel outOfForce(SimulationRequest request) {
        return request.after().header().basis().isInForce(request.asOf()) ? null : request.after();
    }

    private static Map<String, String> wanted(Map<String, String> parameters) {
        Map<String, String> wanted = new TreeMap<>();
        for (String filter : FILTERS) {
            String value = parameters.getOrDefault(filter, "");
            if (!value.isEmpty()) {
                wanted.put(filter, value.equals("-") ? "" : value);
            }
        }
        return wanted;
    }

    @GetMapping("/simulations/{id}/moves.csv")
    ResponseEntity<StreamingResponseBody> moves(@PathVariable long id) {
        SimulationRun run = run(id);
        if (run.outcome().isEmpty()) {
            throw new NotThere("The simulation (%d) is not done.%nMaybe come back later.".formatted(id));
        }
        return Download.csv("moves-%d.csv".formatted(id), out -> Files.size(Files.copy(run.moves(), out)));
    }

    private SimulationRun run(long id) {
        return simulations
                .find(id)
                .orElseThrow(() -> new NotThere(
                        "There is no simulation (%d), or it is not kept any more.%nMaybe begin another under /models."
                                .formatted(id)));
    }
}
