package dev.assay.batch.plan;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.Demand;
import dev.assay.core.planning.Demand.Known;
import dev.assay.core.planning.GreedyPlan;
import dev.assay.core.planning.InspectionPlan;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Slots;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.WeekPlan;
import dev.assay.core.time.WorkingDays;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.plan.PlanRules;
import dev.assay.model.plan.PlanRulesFile;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.rating.StandingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans a year of inspections. */
public final class PlanWork {

    /** The street or town of an address, as far as it says one. */
    private static final Pattern PLACE = Pattern.compile("^(?:.*?[省市区县])*(.+?(?:街道|大道|路|街|镇|乡|村|巷))");

    private final Database database;
    private final ConfigFiles config;

    /**
     * Plans on a database.
     *
     * @param database the database
     * @param config where rules and calendars are
     */
    public PlanWork(Database database, ConfigFiles config) {
        this.database = database;
        this.config = config;
    }

    /**
     * What is planned.
     *
     * @param rules id of the rules
     * @param year the year
     * @param today the day from which it is planned: in this year nothing is planned before tomorrow
     * @param division the beginning of the codes of the divisions that it covers; null for all
     * @param knownAt what is known by then counts
     */
    public record Wish(
            String rules,
            int year,
            LocalDate today,
            @Nullable String division,
            Instant knownAt) {}

    /** What is the same for every subject. */
    private record Gathered(List<Known> known, Map<String, Integer> passedOver) {}

    /**
     * Plans.
     *
     * @param wish what
     * @return the plan and what it is worth
     * @throws IllegalArgumentException if the calendar does not know the year, nobody inspects, or nothing is rated
     */
    public PlanOutcome plan(Wish wish) {
        PlanRules rules = PlanRulesFile.load(config, wish.rules());
        WorkingDays calendar = CalendarFile.load(config);
        LocalDate first = LocalDate.of(wish.year(), 1, 1);
        LocalDate last = LocalDate.of(wish.year(), 12, 31);
        LocalDate from = wish.today().isBefore(first) ? first : wish.today().plusDays(1);
        if (from.isAfter(last)) {
            throw new IllegalArgumentException("The year (%d) is over.%nMaybe plan the next.".formatted(wish.year()));
        }
        if (!calendar.isAnnounced(first, last)) {
            throw new IllegalArgumentException(
                    "The calendar does not have the year (%d).%nMaybe add its holidays to config/calendars/cn.yaml, as the State Council announces them."
                            .formatted(wish.year()));
        }
        List<Inspector> inspectors = new Inspectors(database.dsl())
                .all().stream().filter(one -> works(one, wish.division())).toList();
        if (inspectors.size() < 2) {
            throw new IllegalArgumentException(
                    "There are %d inspectors for the plan, and two make a visit.%nMaybe take the list in: assay inspectors --import FILE"
                            .formatted(inspectors.size()));
        }
        Gathered gathered = gather(rules, inspectors, wish);
        List<Visit> visits = Demand.of(
                gathered.known(),
                new Demand.Rules(
                        from,
                        last,
                        rules.floorMonths(),
                        rules.followUpDays(),
                        rules.grades(),
                        rules.otherGrade(),
                        rules.campaigns().stream()
                                .filter(one -> !one.to(wish.year()).isBefore(from))
                                .map(one -> new Demand.Campaign(
                                        one.id(), one.sectors(), one.from(wish.year()), one.to(wish.year())))
                                .toList()));
        return plan(visits, inspectors, new Span(from, last, calendar), rules, gathered.passedOver());
    }

    /** The days of a plan. */
    record Span(LocalDate from, LocalDate to, WorkingDays calendar) {}

    static PlanOutcome plan(
            List<Visit> visits,
            List<Inspector> inspectors,
            Span span,
            PlanRules rules,
            Map<String, Integer> passedOver) {
        List<Slot> slots = Slots.of(inspectors, span.from(), span.to(), span.calendar(), rules.visitsADay());
        InspectionPlan plan =
                WeekPlan.of(visits, slots, rules.weights(), Map.of(), new WeekSolver(rules.seed(), rules.steps()));
        InspectionPlan greedy = GreedyPlan.of(visits, slots);
        InspectionPlan.Worth worth = plan.worth(rules.weights(), Map.of());
        return new PlanOutcome(
                plan,
                worth,
                greedy.worth(rules.weights(), Map.of()),
                byGrade(visits),
                byGrade(visits.stream()
                        .filter(visit -> plan.slotOf(visit.no()) == null)
                        .toList()),
                worth.leftOut() == 0 ? 0 : withTwoMore(visits, inspectors, span, rules),
                plan.brokenFloors(),
                passedOver);
    }

    /** Both plans built without the solver, so that they can be compared. */
    private static int withTwoMore(List<Visit> visits, List<Inspector> inspectors, Span span, PlanRules rules) {
        List<Inspector> more = new ArrayList<>(inspectors);
        Inspector like = inspectors.getFirst();
        for (String number : List.of("more-1", "more-2")) {
            more.add(new Inspector(
                    number, number, like.department(), like.division(), Set.of(), Set.of(), List.of(), Set.of()));
        }
        return built(visits, more, span, rules) - built(visits, inspectors, span, rules);
    }

    private static int built(List<Visit> visits, List<Inspector> inspectors, Span span, PlanRules rules) {
        List<Slot> slots = Slots.of(inspectors, span.from(), span.to(), span.calendar(), rules.visitsADay());
        return WeekPlan.of(visits, slots, rules.weights(), Map.of(), (_, assigned) -> assigned)
                .worth(rules.weights(), Map.of())
                .planned();
    }

    private static Map<String, Long> byGrade(List<Visit> visits) {
        return visits.stream().collect(Collectors.groupingBy(Visit::grade, TreeMap::new, Collectors.counting()));
    }

    private static boolean works(Inspector inspector, @Nullable String division) {
        return division == null
                || inspector.division().startsWith(division)
                || division.startsWith(inspector.division());
    }

    private Gathered gather(PlanRules rules, List<Inspector> inspectors, Wish wish) {
        Map<Long, List<StandingRows.Row>> rows = new HashMap<>();
        for (String model : rules.models()) {
            StandingRows.of(database.dsl(), model).stream()
                    .filter(row -> covers(row.division(), wish.division()))
                    .forEach(row -> rows.computeIfAbsent(row.businessKey(), _ -> new ArrayList<>())
                            .add(row));
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody is rated by the models of the plan (%s).%nMaybe rate first: assay daily --feeds DIR"
                            .formatted(String.join(", ", rules.models())));
        }
        Map<String, Set<String>> barred = inspectors.stream()
                .flatMap(one -> one.conflicts().stream().map(business -> Map.entry(business, one.number())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        Gathered gathered = new Gathered(new ArrayList<>(), new TreeMap<>());
        try (CreditFileCursor files =
                new CreditFileReader(database).readAll(KeyRange.ALL, new Cut(wish.today(), wish.knownAt()))) {
            while (files.hasNext()) {
                var next = files.next();
                rows.getOrDefault(next.businessKey(), List.of())
                        .forEach(row -> add(row, next.file(), barred, gathered));
            }
        }
        return gathered;
    }

    private static boolean covers(@Nullable String division, @Nullable String wanted) {
        return wanted == null || (division != null && division.startsWith(wanted));
    }

    private static void add(StandingRows.Row row, CreditFile file, Map<String, Set<String>> barred, Gathered gathered) {
        String division = row.division();
        if (division == null || Life.of(file).closed() != null) {
            gathered.passedOver().merge(division == null ? "division" : "closed", 1, Integer::sum);
            return;
        }
        LocalDate inspected = newest(file, FactKinds.INSPECTION.name()).orElse(null);
        LocalDate failed = newest(file, FactKinds.SAMPLING_RESULT.name())
                .filter(day -> inspected == null || inspected.isBefore(day))
                .orElse(null);
        String business = row.business().toString();
        gathered.known()
                .add(new Known(
                        business,
                        Objects.requireNonNullElse(row.name(), ""),
                        place(division, row.address()),
                        division,
                        row.sector(),
                        Objects.requireNonNullElse(row.grade(), row.state().name()),
                        row.perYear(),
                        row.due(),
                        inspected,
                        failed,
                        barred.getOrDefault(business, Set.of())));
    }

    private static Optional<LocalDate> newest(CreditFile file, String kind) {
        return file.factsOf(kind).map(Fact::occurredOn).max(LocalDate::compareTo);
    }

    /** Visits in one street or town of a division are near each other; an address that names none is known by its division alone. */
    static String place(String division, @Nullable String address) {
        Matcher street = PLACE.matcher(address == null ? "" : address);
        return street.find() ? division + " " + street.group(1) : division;
    }
}
