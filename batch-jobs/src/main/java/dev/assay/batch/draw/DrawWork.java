package dev.assay.batch.draw;

import dev.assay.core.draw.DrawFaults;
import dev.assay.core.draw.DrawFile;
import dev.assay.core.draw.DrawSeed;
import dev.assay.core.draw.DrawnBusiness;
import dev.assay.core.draw.DrawnInspector;
import dev.assay.core.draw.PublishedDraw;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.inspector.Inspector;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.draw.DrawPlan;
import dev.assay.model.draw.DrawPlanFile;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.database.Database;
import dev.assay.store.draw.Draws;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.rating.StandingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries a draw from its plan to the file that is published. */
public final class DrawWork {

    private final Database database;
    private final ConfigFiles config;
    private final Vocabulary vocabulary;

    /**
     * Draws on a database.
     *
     * @param database the database
     * @param config where the plans are
     * @param vocabulary the kinds of fact
     */
    public DrawWork(Database database, ConfigFiles config, Vocabulary vocabulary) {
        this.database = database;
        this.config = config;
        this.vocabulary = vocabulary;
    }

    /**
     * Who does something, and when.
     *
     * @param by the account
     * @param at the instant
     * @param today the day at the authority's place
     */
    public record Acting(String by, Instant at, LocalDate today) {}

    /**
     * What is fixed.
     *
     * @param plan id of the plan
     * @param publicValue the public value that will be mixed in; null for what the plan names
     * @param leftOut reasons by the identities of businesses that a person leaves out
     */
    public record Wish(String plan, @Nullable String publicValue, Map<String, String> leftOut) {

        /** Copies the map. */
        public Wish {
            leftOut = Map.copyOf(leftOut);
        }
    }

    /**
     * Fixes a draw: the population of today, its ratios, its inspectors.
     *
     * @param wish what
     * @param acting who
     * @return the draw
     * @throws IllegalArgumentException with every reason why it cannot be drawn from
     */
    public StoredDraw fix(Wish wish, Acting acting) {
        DrawPlan plan = DrawPlanFile.load(config, wish.plan());
        GradingModel model = model(plan);
        if (plan.isByGrade() && plan.visibility().compareTo(model.visibility()) < 0) {
            throw new IllegalArgumentException(
                    "The draw (%s) is for %s, but the grades of %s are for %s: who reads the draw file reads them.%nMaybe draw without grades (classes: {\"*\": …}), or write visibility: %s."
                            .formatted(
                                    plan.id(),
                                    word(plan.visibility()),
                                    plan.model(),
                                    word(model.visibility()),
                                    word(model.visibility())));
        }
        DrawFile file = file(plan, model, wish, acting);
        List<String> faults = DrawFaults.of(file);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("The draw (%s) cannot be made:%n%s"
                    .formatted(plan.id(), String.join(System.lineSeparator(), faults)));
        }
        Draws draws = new Draws(database.dsl());
        int id = draws.fix(
                new Draws.Head(plan.id(), plan.title(), plan.visibility(), plan.divisions()),
                file,
                acting.by(),
                acting.at());
        return draws.find(id).orElseThrow();
    }

    /** As it rated: by its text the grades were made among which is drawn. */
    private GradingModel model(DrawPlan plan) {
        String text = StandingRows.modelText(database.dsl(), plan.model())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The model (%s) of the draw (%s) has rated nobody yet.%nMaybe rate first: assay rate --model %s"
                                .formatted(plan.model(), plan.id(), plan.model())));
        return GradingModels.parse(new ConfigFile("models/" + plan.model() + ".yaml", text), vocabulary);
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    private DrawFile file(DrawPlan plan, GradingModel model, Wish wish, Acting acting) {
        Population population = new Population(plan, model.grades(), wish.leftOut());
        population.gather(database, new Cut(acting.today(), acting.at()));
        if (population.businesses().isEmpty()) {
            throw new IllegalArgumentException(
                    "The population of the draw (%s) is empty: %d businesses were left out.%nMaybe rate first: assay rate --model %s; or look at the plan's divisions and sectors."
                            .formatted(plan.id(), population.excluded().size(), plan.model()));
        }
        List<Inspector> inspectors = new Inspectors(database.dsl())
                .all().stream()
                        .filter(one -> plan.departments().containsKey(one.department()))
                        .toList();
        return new DrawFile(
                new DrawFile.Head(
                        plan.id(),
                        Population.line(plan.title().zh()),
                        Population.line(plan.authority()),
                        acting.today(),
                        Population.line(Objects.requireNonNullElse(wish.publicValue(), plan.publicValue())),
                        plan.inspectors()),
                List.copyOf(plan.departments().keySet()),
                plan.classes(),
                inspectors.stream()
                        .map(one -> new DrawnInspector(one.number(), one.department(), one.division(), one.sectors()))
                        .toList(),
                population.businesses(),
                population.excluded(),
                conflicts(inspectors, population.businesses()));
    }

    private static Map<String, Set<String>> conflicts(List<Inspector> inspectors, List<DrawnBusiness> businesses) {
        Set<String> there = new HashSet<>();
        businesses.forEach(one -> there.add(one.id()));
        Map<String, Set<String>> conflicts = new HashMap<>();
        for (Inspector inspector : inspectors) {
            for (String business : inspector.conflicts()) {
                if (there.contains(business)) {
                    conflicts.computeIfAbsent(business, _ -> new HashSet<>()).add(inspector.number());
                }
            }
        }
        return conflicts;
    }

    /**
     * Commits to a seed, of which the store keeps nothing but the commitment.
     *
     * @param seen the draw as it was seen
     * @param secret the seed
     * @param acting who
     * @throws IllegalArgumentException if the seed has another form, or the draw does not stand there
     */
    public void commit(StoredDraw seen, String secret, Acting acting) {
        new Draws(database.dsl()).commit(seen, DrawSeed.commitment(seen.digest(), secret), acting.by(), acting.at());
    }

    /**
     * Draws.
     *
     * @param seen the draw as it was seen
     * @param seed the seed of the commitment, and the public value
     * @param acting who
     * @return the draw
     * @throws IllegalArgumentException if the seed is not the one of the commitment, or the draw does not stand there
     */
    public PublishedDraw draw(StoredDraw seen, DrawSeed seed, Acting acting) {
        Instant committed = seen.committedAt();
        if (seen.commitment() == null || committed == null) {
            throw new IllegalArgumentException(
                    "The draw (%d) has no commitment yet.%nMaybe commit to a seed first, and publish that before the public value is known."
                            .formatted(seen.id()));
        }
        if (!DrawSeed.commitment(seen.digest(), seed.secret()).equals(seen.commitment())) {
            throw new IllegalArgumentException(
                    "The seed is not the one that was committed to.%nMaybe it was copied in part; without it the draw can only be withdrawn."
                            .formatted());
        }
        Draws draws = new Draws(database.dsl());
        DrawFile file = draws.file(seen.id());
        PublishedDraw made = PublishedDraw.make(file, committed, seed, acting.today(), closedSince(file, acting));
        draws.draw(seen, made, acting.by(), acting.at());
        return made;
    }

    /** Who was there when the population was fixed and is not any more, by what the files say today. */
    private Map<String, String> closedSince(DrawFile file, Acting acting) {
        Map<String, String> closed = new HashMap<>();
        file.businesses().forEach(business -> closed.put(business.id(), "已并入其他主体"));
        try (CreditFileCursor files =
                new CreditFileReader(database).readAll(KeyRange.ALL, new Cut(acting.today(), acting.at()))) {
            while (files.hasNext()) {
                var next = files.next().file();
                String id = next.business().toString();
                Population.closure(next).ifPresentOrElse(reason -> closed.replace(id, reason), () -> closed.remove(id));
            }
        }
        return closed;
    }
}
