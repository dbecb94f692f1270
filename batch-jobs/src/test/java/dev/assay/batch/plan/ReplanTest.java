package dev.assay.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.inspector.Inspector.Leave;
import dev.assay.core.planning.Demand;
import dev.assay.core.planning.Demand.Known;
import dev.assay.core.planning.Demand.SkillRule;
import dev.assay.core.planning.InspectionPlan;
import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Replan;
import dev.assay.core.planning.Replan.Earlier;
import dev.assay.core.planning.Replan.Progress;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Slots.Before;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.time.WorkingDays;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.plan.PlanRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A plan after a plan, and visits that ask for a skill. */
class ReplanTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);
    private static final WorkingDays CALENDAR = CalendarFile.load(ConfigFiles.packaged());
    private static final PlanRules RULES = PlanWorkTest.rules(300);
    private static final List<Inspector> ALL = PlanWorkTest.inspectors(8);

    private static List<Visit> wanted(List<Known> known, List<SkillRule> skills) {
        return Demand.of(
                known,
                new Demand.Rules(
                        FROM,
                        TO,
                        RULES.floorMonths(),
                        RULES.repeatAfterMonths(),
                        RULES.followUpDays(),
                        RULES.grades(),
                        RULES.otherGrade(),
                        List.of(),
                        skills));
    }

    private static PlanOutcome plan(List<Visit> visits, List<Inspector> inspectors, Before before) {
        return Planning.plan(visits, inspectors, new PlanWork.Span(FROM, TO, CALENDAR, before), RULES, Map.of());
    }

    private static List<Earlier> earlier(InspectionPlan plan, IntFunction<Progress> progress) {
        List<Earlier> earlier = new ArrayList<>();
        for (Visit visit : plan.visits()) {
            Slot slot = plan.slotOf(visit.no());
            if (slot != null) {
                earlier.add(new Earlier(
                        visit.no(),
                        visit.business(),
                        visit.subject(),
                        visit.reason(),
                        visit.due(),
                        slot.day(),
                        slot.pair(),
                        progress.apply(visit.no())));
            }
        }
        return earlier;
    }

    private static Before before(List<Earlier> earlier) {
        Map<LocalDate, Set<Pair>> pairs = new HashMap<>();
        Map<Kept, Integer> taken = new HashMap<>();
        for (Earlier one : earlier) {
            pairs.computeIfAbsent(one.day(), _ -> new HashSet<>()).add(one.pair());
            if (one.progress() != Progress.PLANNED) {
                taken.merge(new Kept(one.day(), one.pair()), 1, Integer::sum);
            }
        }
        return new Before(pairs, taken);
    }

    private static PlanOutcome again(List<Visit> visits, List<Inspector> inspectors, List<Earlier> earlier) {
        return plan(Replan.of(visits, earlier, FROM).visits(), inspectors, before(earlier));
    }

    @Test
    void a_plan_made_again_on_the_same_day_moves_nothing() {
        List<Visit> visits = wanted(PlanWorkTest.district(600, new Random(1)), List.of());
        PlanOutcome first = plan(visits, ALL, Before.NOTHING);
        PlanOutcome second = again(visits, ALL, earlier(first.plan(), _ -> Progress.PLANNED));
        assertThat(second.worth().planned()).isEqualTo(first.worth().planned());
        assertThat(second.moved()).isEmpty();
        assertThat(second.worth().moved()).isZero();
    }

    @Test
    void a_new_inspector_in_the_list_moves_nothing_that_can_stay() {
        List<Visit> visits = wanted(PlanWorkTest.district(600, new Random(2)), List.of());
        PlanOutcome first = plan(visits, ALL, Before.NOTHING);
        PlanOutcome second = again(visits, PlanWorkTest.inspectors(9), earlier(first.plan(), _ -> Progress.PLANNED));
        assertThat(second.moved()).isEmpty();
    }

    @Test
    void what_is_handed_out_in_one_trade_does_not_stand_for_another_at_the_same_premises() {
        List<Demand.Known> trades = List.of("sales", "production").stream()
                .map(sector -> new Demand.Known(
                        "sample:1",
                        "licence:" + sector,
                        "",
                        "老街1号",
                        "320612 1",
                        "320612",
                        sector,
                        "B",
                        BigDecimal.ONE,
                        LocalDate.of(2026, 6, 1),
                        FROM.minusMonths(7),
                        null,
                        Set.of()))
                .toList();
        List<Visit> visits = wanted(trades, List.of());
        PlanOutcome first = plan(visits, ALL, Before.NOTHING);
        int handedOut = visits.get(1).no();
        List<Earlier> earlier = earlier(first.plan(), no -> no == handedOut ? Progress.HANDED_OUT : Progress.PLANNED);
        assertThat(Replan.of(visits, earlier, FROM).visits())
                .extracting(Visit::sector)
                .containsExactly("sales");
    }

    @Test
    void a_leave_moves_the_visits_of_who_is_away_and_says_why() {
        List<Visit> visits = wanted(PlanWorkTest.district(600, new Random(3)), List.of());
        PlanOutcome first = plan(visits, ALL, Before.NOTHING);
        LocalDate away = LocalDate.of(2026, 3, 2);
        LocalDate back = LocalDate.of(2026, 3, 13);
        List<Inspector> now = ALL.stream()
                .map(one -> one.number().equals("JC003")
                        ? new Inspector(
                                one.number(),
                                one.name(),
                                one.department(),
                                one.division(),
                                one.sectors(),
                                one.skills(),
                                List.of(new Leave(away, back)),
                                one.conflicts())
                        : one)
                .toList();
        PlanOutcome second = again(visits, now, earlier(first.plan(), _ -> Progress.PLANNED));

        assertThat(second.worth().notAllowed() + second.worth().overfull()).isZero();
        assertThat(second.moved()).isNotEmpty().containsValue(Moved.AWAY);
        long theirs = 0;
        for (Visit visit : second.plan().visits()) {
            Kept kept = Objects.requireNonNull(visit.kept());
            boolean isAway =
                    (kept.pair().first().equals("JC003") || kept.pair().second().equals("JC003"))
                            && !kept.day().isBefore(away)
                            && !kept.day().isAfter(back);
            theirs += isAway ? 1 : 0;
            if (isAway) {
                assertThat(second.moved()).containsEntry(visit.no(), Moved.AWAY);
            }
        }
        // Nobody else moves, but for a few that give way to what is more urgent.
        assertThat(second.moved().size() - theirs).isLessThanOrEqualTo(theirs / 10);
    }

    @Test
    void what_is_made_or_handed_out_stays_and_is_not_planned_a_second_time() {
        List<Visit> visits = wanted(PlanWorkTest.district(300, new Random(4)), List.of());
        PlanOutcome first = plan(visits, ALL, Before.NOTHING);
        List<Earlier> earlier = earlier(
                first.plan(),
                no -> no % 10 == 0 ? Progress.MADE : no % 10 == 1 ? Progress.HANDED_OUT : Progress.PLANNED);
        long stands = earlier.stream()
                .filter(one -> one.progress() != Progress.PLANNED)
                .count();
        PlanOutcome second = again(visits, ALL, earlier);

        assertThat(stands).isPositive();
        assertThat(second.plan().visits()).hasSize((int) (visits.size() - stands));
        Map<Kept, Long> load = new HashMap<>();
        earlier.stream()
                .filter(one -> one.progress() != Progress.PLANNED)
                .forEach(one -> load.merge(new Kept(one.day(), one.pair()), 1L, Long::sum));
        second.plan().visits().forEach(visit -> {
            Slot slot = second.plan().slotOf(visit.no());
            if (slot != null) {
                load.merge(new Kept(slot.day(), slot.pair()), 1L, Long::sum);
            }
        });
        assertThat(load.values()).allMatch(count -> count <= RULES.visitsADay());
    }

    @Test
    void what_nobody_wants_any_more_is_named() {
        List<Visit> visits = wanted(PlanWorkTest.district(50, new Random(5)), List.of());
        List<Earlier> earlier = earlier(plan(visits, ALL, Before.NOTHING).plan(), _ -> Progress.PLANNED);
        String closed = visits.getFirst().business();
        Replan.Wanted wanted = Replan.of(
                visits.stream().filter(one -> !one.business().equals(closed)).toList(), earlier, FROM);
        assertThat(wanted.gone())
                .isNotEmpty()
                .allMatch(one -> one.business().equals(closed))
                .hasSize((int) visits.stream()
                        .filter(one -> one.business().equals(closed))
                        .count());
    }

    @Test
    void a_visit_that_asks_for_a_skill_is_made_by_a_pair_that_has_it_or_left_out_for_that_reason() {
        List<SkillRule> skills = List.of(new SkillRule("system", Set.of("catering"), Set.of("D")));
        List<Visit> visits = wanted(PlanWorkTest.district(400, new Random(6)), skills);
        List<Visit> asking =
                visits.stream().filter(visit -> visit.skill() != null).toList();
        assertThat(asking).isNotEmpty().allMatch(visit -> visit.grade().equals("D"));

        PlanOutcome nobody = plan(visits, ALL, Before.NOTHING);
        assertThat(nobody.why()).hasSize(asking.size()).containsValue(LeftOut.NO_SKILL);

        List<Inspector> skilled = ALL.stream()
                .map(one -> one.number().compareTo("JC004") > 0
                        ? one
                        : new Inspector(
                                one.number(),
                                one.name(),
                                one.department(),
                                one.division(),
                                one.sectors(),
                                Set.of("system"),
                                one.leave(),
                                one.conflicts()))
                .toList();
        PlanOutcome outcome = plan(visits, skilled, Before.NOTHING);
        assertThat(outcome.why()).isEmpty();
        for (Visit visit : asking) {
            Pair pair =
                    Objects.requireNonNull(outcome.plan().slotOf(visit.no())).pair();
            assertThat(Set.of("JC001", "JC002", "JC003", "JC004"))
                    .as("%s for %s", pair, visit.business())
                    .containsAnyOf(pair.first(), pair.second());
        }
    }
}
