package dev.assay.batch.plan;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.Demand;
import dev.assay.core.planning.Replan;
import dev.assay.core.planning.Replan.Earlier;
import dev.assay.core.planning.Replan.Progress;
import dev.assay.core.planning.Slots.Before;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.time.WorkingDays;
import dev.assay.core.work.WorkState;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Spelling;
import dev.assay.model.plan.PlanRules;
import dev.assay.model.plan.PlanRulesFile;
import dev.assay.store.audit.Acting;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.PlanVisit;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.plan.StoredPlan.Basis;
import dev.assay.store.plan.StoredPlan.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plans a year of inspections, anew or after a plan that was kept. */
public final class PlanWork {

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
     * @param after number of the plan with which it goes on; null to begin anew
     */
    public record Wish(
            String rules,
            int year,
            LocalDate today,
            @Nullable String division,
            Instant knownAt,
            @Nullable Integer after) {}

    /** The days of a plan, and what stands of the one before. */
    record Span(LocalDate from, LocalDate to, WorkingDays calendar, Before before) {}

    /** What a plan before leaves. */
    private record Left(List<PlanRow> carried, List<Earlier> earlier, Before before) {
        private static final Left NOTHING = new Left(List.of(), List.of(), Before.NOTHING);
    }

    /**
     * What would go on after a plan.
     *
     * @param number its number
     * @param today the day from which it is planned
     * @param knownAt what is known by then counts
     * @return the same rules, division and year
     * @throws IllegalArgumentException if there is no such plan, or another took its place
     */
    public Wish after(int number, LocalDate today, Instant knownAt) {
        StoredPlan plan = new Plans(database.dsl())
                .find(number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plan (%d).%nMaybe see: assay plan list".formatted(number)));
        if (plan.state() == State.SUPERSEDED) {
            throw new IllegalArgumentException(
                    "The plan (%d) was superseded, and what was handed out since is not in it.%nMaybe plan after the one that is in force: assay plan list"
                            .formatted(number));
        }
        String division = plan.basis().division();
        return new Wish(
                plan.basis().rules(),
                plan.basis().year(),
                today,
                division.isEmpty() ? null : division,
                knownAt,
                number);
    }

    /**
     * Plans.
     *
     * @param wish what
     * @return the plan and what it is worth; nothing is kept
     * @throws IllegalArgumentException if the calendar does not know the year, nobody inspects or can do what the rules ask for, or nothing is rated
     */
    public KeptPlan plan(Wish wish) {
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
        String division = Objects.requireNonNullElse(wish.division(), "");
        Basis basis = new Basis(
                rules.id(),
                rules.digest(),
                division,
                wish.year(),
                wish.today(),
                from,
                wish.after(),
                // Read before anything else: what changes from here on makes the plan outdated.
                new Plans(database.dsl()).standing(division, wish.year()));
        List<Inspector> inspectors = inspectors(rules, wish.division());
        PlanSubjects subjects = PlanSubjects.gather(
                database, rules.models(), inspectors, wish.division(), new Cut(wish.today(), wish.knownAt()));
        List<Visit> visits = Demand.of(subjects.known(), demandRules(rules, wish.year(), from, last));
        Left left = wish.after() == null ? Left.NOTHING : left(wish.after(), from);
        Replan.Wanted wanted = Replan.of(visits, left.earlier(), from);
        PlanOutcome outcome = Planning.plan(
                wanted.visits(),
                inspectors,
                new Span(from, last, calendar, left.before()),
                rules,
                subjects.passedOver());
        Map<String, String> names = new HashMap<>();
        if (wish.after() != null) {
            names.putAll(new PlanRows(database.dsl()).parts(wish.after()).inspectors());
        }
        inspectors.forEach(one -> names.put(one.number(), one.name()));
        return new KeptPlan(basis, outcome, left.carried(), wanted.gone(), names);
    }

    private List<Inspector> inspectors(PlanRules rules, @Nullable String division) {
        List<Inspector> all = new Inspectors(database.dsl()).all();
        List<Inspector> inspectors =
                all.stream().filter(one -> works(one, division)).toList();
        if (inspectors.size() < 2) {
            throw new IllegalArgumentException(
                    "There are %d inspectors for the plan%s, and two make a visit.%nMaybe take the list in: assay inspectors --import FILE"
                            .formatted(inspectors.size(), division == null ? "" : " of " + division));
        }
        Set<String> there = new TreeSet<>();
        all.forEach(one -> there.addAll(one.skills()));
        for (Demand.SkillRule rule : rules.skills()) {
            if (!there.contains(rule.skill())) {
                throw new IllegalArgumentException(
                        "The rules (%s) ask for the skill (%s), which no inspector of the list has.%n%s"
                                .formatted(
                                        rules.id(),
                                        rule.skill(),
                                        there.isEmpty()
                                                ? "Maybe write it to those who have it, in the column skills of the list; or leave the rule out of config/plans/%s.yaml."
                                                        .formatted(rules.id())
                                                : Spelling.didYouMean(rule.skill(), List.copyOf(there))));
            }
        }
        return inspectors;
    }

    private static boolean works(Inspector inspector, @Nullable String division) {
        return division == null
                || inspector.division().startsWith(division)
                || division.startsWith(inspector.division());
    }

    private static Demand.Rules demandRules(PlanRules rules, int year, LocalDate from, LocalDate last) {
        return new Demand.Rules(
                from,
                last,
                rules.floorMonths(),
                rules.repeatAfterMonths(),
                rules.followUpDays(),
                rules.grades(),
                rules.otherGrade(),
                rules.campaigns().stream()
                        .filter(one -> !one.to(year).isBefore(from))
                        .map(one -> new Demand.Campaign(one.id(), one.sectors(), one.from(year), one.to(year)))
                        .toList(),
                rules.skills());
    }

    private Left left(int plan, LocalDate from) {
        List<PlanRow> carried = new ArrayList<>();
        List<Earlier> earlier = new ArrayList<>();
        Map<LocalDate, Set<Pair>> pairs = new HashMap<>();
        Map<Kept, Integer> taken = new HashMap<>();
        for (PlanVisit visit :
                new PlanRows(database.dsl()).find(plan, PlanQuery.of(PlanQuery.Part.PLANNED), 0, Integer.MAX_VALUE)) {
            PlanRow row = visit.row();
            Kept slot = Objects.requireNonNull(row.slot());
            Progress progress = progress(visit.state());
            earlier.add(new Earlier(
                    row.no(),
                    row.what().business(),
                    row.what().subject(),
                    row.reason(),
                    row.due(),
                    slot.day(),
                    slot.pair(),
                    progress));
            if (!slot.day().isBefore(from)) {
                pairs.computeIfAbsent(slot.day(), _ -> new HashSet<>()).add(slot.pair());
            }
            if (progress != Progress.PLANNED) {
                carried.add(row);
                taken.merge(slot, 1, Integer::sum);
            }
        }
        return new Left(carried, earlier, new Before(pairs, taken));
    }

    /** What could not be made is wanted again, as far as it is still due. */
    private static Progress progress(@Nullable WorkState state) {
        if (state == WorkState.DONE) {
            return Progress.MADE;
        }
        return state != null && state.isOpen() ? Progress.HANDED_OUT : Progress.PLANNED;
    }

    /**
     * Keeps a plan as a draft.
     *
     * @param plan the plan
     * @param acting who made it
     * @return the store's number of it
     * @throws IllegalArgumentException if one is in force that it does not go on with
     */
    public int keep(KeptPlan plan, Acting acting) {
        Plans plans = new Plans(database.dsl());
        if (plan.basis().after() == null) {
            plans.all().stream()
                    .filter(one -> one.state() == State.IN_FORCE
                            && one.basis().year() == plan.basis().year()
                            && one.basis().division().equals(plan.basis().division()))
                    .findFirst()
                    .ifPresent(one -> {
                        throw new IllegalArgumentException(
                                "The plan (%d) is in force, and a plan made anew does not know what was handed out from it.%nMaybe go on with it: assay plan --after %d --keep; or withdraw it first."
                                        .formatted(one.id(), one.id()));
                    });
        }
        return plans.keep(plan.basis(), PlanPaper.counts(plan), PlanPaper.rows(plan), PlanPaper.parts(plan), acting);
    }
}
