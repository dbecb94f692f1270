package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.problem.NotThere;
import dev.assay.api.simulation.SimulationRun;
import dev.assay.api.simulation.SimulationRuns;
import dev.assay.batch.simulate.MoveRows;
import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.comparison.Change;
import dev.assay.model.comparison.ModelComparison;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.grading.GradingModels;
import dev.assay.model.grading.ModelsInForce;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final AuthorityClock clock;

    ModelPages(ConfigFiles config, Vocabulary vocabulary, SimulationRuns simulations, AuthorityClock clock) {
        this.config = config;
        this.vocabulary = vocabulary;
        this.simulations = simulations;
        this.clock = clock;
    }

    @GetMapping("/models")
    String models(Model page) {
        page.addAttribute(
                "models", config.list("models").stream().map(this::line).toList());
        page.addAttribute("inForce", ModelsInForce.load(config).on(clock.today()));
        page.addAttribute("runs", simulations.newest());
        return "models";
    }

    /**
     * A model of the configuration.
     *
     * @param file its file
     * @param model the model; null if its file has faults
     * @param faults the faults of its file
     */
    public record Line(ConfigFile file, @Nullable GradingModel model, List<Fault> faults) {

        /** Copies the list. */
        public Line {
            faults = List.copyOf(faults);
        }
    }

    private Line line(ConfigFile file) {
        try {
            return new Line(file, GradingModels.parse(GradingModels.whole(file, config), vocabulary), List.of());
        } catch (FaultyConfigException faulty) {
            return new Line(file, null, faulty.faults());
        }
    }

    @GetMapping("/models/{id}")
    String model(@PathVariable String id, Model page) {
        return draft(id, own(file(id)).content(), clock.today().toString(), page);
    }

    private String draft(String id, String text, String day, Model page) {
        page.addAttribute("model", GradingModels.parse(file(id), vocabulary));
        page.addAttribute("text", text);
        page.addAttribute("day", day);
        return "model";
    }

    /** What a regulator edits: the model without the tables and models that it draws in. */
    private static ConfigFile own(ConfigFile whole) {
        return Objects.requireNonNull(GradingModels.texts(whole).get(""));
    }

    private ConfigFile file(String id) {
        try {
            return GradingModels.file(config, id);
        } catch (IllegalArgumentException unknown) {
            throw new NotThere(String.valueOf(unknown.getMessage()));
        }
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
        ConfigFile written = GradingModels.whole(new ConfigFile("models/" + id + ".yaml", text), config);
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
