package dev.assay.batch.sampling;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.planning.SamplingPlan;
import dev.assay.core.planning.SamplingPlan.Category;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.plan.SamplingRules;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.register.BusinessRegister;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Divides a year's samples among categories of food. */
public final class SamplingWork {

    /** Samples taken, passed or failed: config/kinds/sample.yaml. */
    private static final String SAMPLE = "sample";

    private final Database database;
    private final ConfigFiles config;

    /**
     * Plans on a database.
     *
     * @param database the database
     * @param config where the rules are
     */
    public SamplingWork(Database database, ConfigFiles config) {
        this.database = database;
        this.config = config;
    }

    /**
     * What is planned.
     *
     * @param rules id of the rules
     * @param inhabitants how many live in the area
     * @param budget samples altogether; null for the least that the inhabitants ask for
     * @param divisions beginnings of the codes of the divisions whose samples count; none for all
     * @param cut failed samples that happened and are known by then count
     */
    public record Wish(
            String rules, long inhabitants, @Nullable Long budget, List<String> divisions, Cut cut) {

        /** Copies the list. */
        public Wish {
            divisions = List.copyOf(divisions);
        }
    }

    /**
     * A plan.
     *
     * @param lines a line for each category, in the order of the sheet
     * @param budget samples altogether
     * @param least what the inhabitants ask for
     * @param since the day from which failed samples count
     * @param elsewhere failed samples of categories that the sheet does not have, by category; blank where none is named
     */
    public record Outcome(
            List<SamplingPlan.Line> lines, long budget, long least, LocalDate since, Map<String, Long> elsewhere) {

        /** Copies the collections. */
        public Outcome {
            lines = List.copyOf(lines);
            elsewhere = Map.copyOf(elsewhere);
        }
    }

    /**
     * Plans.
     *
     * @param wish what
     * @param rows what the regulator knows of each category
     * @return the plan; nothing is kept
     * @throws IllegalArgumentException if the budget is less than inhabitants or categories ask for, or more failed than were tested
     */
    public Outcome plan(Wish wish, List<SamplingSheet.Row> rows) {
        SamplingRules rules = SamplingRules.load(config, wish.rules());
        long least = rules.leastFor(wish.inhabitants());
        long budget = wish.budget() == null ? least : wish.budget();
        if (budget < least) {
            throw new IllegalArgumentException(
                    "%d samples are less than the %d that %d inhabitants ask for (%d for each 1,000).%nMaybe plan %d."
                            .formatted(budget, least, wish.inhabitants(), rules.perThousand(), least));
        }
        LocalDate since = wish.cut().asOf().minusYears(rules.years()).plusDays(1);
        Counted counted = count(wish, since);
        Map<String, Long> failed = counted.failed();
        List<Category> categories = rows.stream()
                .map(row -> new Category(
                        row.category(),
                        rules.riskOf(row.category()),
                        row.producers(),
                        row.tested() == null ? counted.tested().getOrDefault(row.category(), 0L) : row.tested(),
                        failed.getOrDefault(row.category(), 0L),
                        rules.leastOf(row.producers())))
                .toList();
        Map<String, Long> elsewhere = new TreeMap<>(failed);
        rows.forEach(row -> elsewhere.remove(row.category()));
        return new Outcome(SamplingPlan.of(categories, rules.prior(), budget), budget, least, since, elsewhere);
    }

    /** Samples by category: those that failed, and those whose result is known. */
    private record Counted(Map<String, Long> failed, Map<String, Long> tested) {}

    /** Each sample once, though it stands in the files of the unit where it was taken and of its producer. */
    private Counted count(Wish wish, LocalDate since) {
        Set<List<String>> failures = new HashSet<>();
        Set<List<String>> samples = new HashSet<>();
        Counted counted = new Counted(new TreeMap<>(), new TreeMap<>());
        Set<Long> within = wish.divisions().isEmpty()
                ? Set.of()
                : new BusinessRegister(database.dsl()).keysWithin(wish.divisions());
        try (CreditFileCursor files = new CreditFileReader(database).readAll(KeyRange.ALL, wish.cut())) {
            while (files.hasNext()) {
                var next = files.next();
                if (!wish.divisions().isEmpty() && !within.contains(next.businessKey())) {
                    continue;
                }
                CreditFile file = next.file();
                file.factsOf(FactKinds.SAMPLING_RESULT.name())
                        .filter(fact -> !fact.occurredOn().isBefore(since))
                        .filter(fact -> failures.add(sample(fact)))
                        .forEach(fact -> counted.failed().merge(text(fact, "category"), 1L, Long::sum));
                file.factsOf(SAMPLE)
                        .filter(fact -> !fact.occurredOn().isBefore(since))
                        .filter(fact -> !text(fact, "result").isEmpty())
                        .filter(fact -> samples.add(sample(fact)))
                        .forEach(fact -> counted.tested().merge(text(fact, "category"), 1L, Long::sum));
            }
        }
        return counted;
    }

    private static List<String> sample(Fact fact) {
        String number = text(fact, "sample_no");
        return number.isEmpty()
                ? List.of(
                        fact.occurredOn().toString(),
                        text(fact, "product"),
                        text(fact, "batch"),
                        text(fact, "sampled_unit"),
                        text(fact, "producer"))
                : List.of(number);
    }

    private static String text(Fact fact, String field) {
        return fact.values().findText(field).orElse("").strip();
    }
}
