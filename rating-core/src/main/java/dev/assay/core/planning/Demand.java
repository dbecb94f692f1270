package dev.assay.core.planning;

import dev.assay.core.planning.Visit.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to be inspected in a span: floors of the law, follow-ups, campaigns, new businesses, and what grades ask for. */
public final class Demand {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);

    /** A floor that was broken before the plan begins is made good within so many days. */
    private static final int MAKE_GOOD_DAYS = 60;

    /** So many days a visit keeps at least when something that may not be looked at before joins it, or it holds a floor. */
    private static final int ROOM_DAYS = 28;

    private Demand() {}

    /**
     * The rules of a plan.
     *
     * @param from the first day
     * @param to the last
     * @param floorMonths months within which everyone is inspected, whatever the grade; 0 for no floor
     * @param repeatAfterMonths months after an inspection within which no routine visit looks at the same items again (Order 49 art. 42); 0 for none
     * @param followUpDays days within which a failed sample is followed up
     * @param weights what leaving a visit out costs, by grade or state
     * @param otherWeight what it costs for any other
     * @param campaigns the campaigns
     * @param skills which visits ask for a skill; the first that fits decides
     */
    public record Rules(
            LocalDate from,
            LocalDate to,
            int floorMonths,
            int repeatAfterMonths,
            int followUpDays,
            Map<String, Long> weights,
            long otherWeight,
            List<Campaign> campaigns,
            List<SkillRule> skills) {

        /** Copies the collections. */
        public Rules {
            weights = Map.copyOf(weights);
            campaigns = List.copyOf(campaigns);
            skills = List.copyOf(skills);
        }
    }

    /**
     * Which visits ask for a skill, such as the system inspection 体系检查 of producers.
     *
     * @param skill the skill, as the list of inspectors names it
     * @param sectors codes of the sectors whose visits ask for it; empty for all
     * @param grades the grades, or states, whose visits ask for it; empty for all
     */
    public record SkillRule(String skill, Set<String> sectors, Set<String> grades) {

        /** Copies the sets. */
        public SkillRule {
            sectors = Set.copyOf(sectors);
            grades = Set.copyOf(grades);
        }

        /**
         * Whether visits to a subject ask for the skill.
         *
         * @param sector code of its sector
         * @param grade its grade, or state
         * @return true if so
         */
        public boolean asks(String sector, String grade) {
            return (sectors.isEmpty() || sectors.contains(sector)) && (grades.isEmpty() || grades.contains(grade));
        }
    }

    /**
     * A campaign.
     *
     * @param id its id
     * @param sectors codes of the sectors that it visits
     * @param from its first day
     * @param to its last
     */
    public record Campaign(String id, Set<String> sectors, LocalDate from, LocalDate to) {

        /** Copies the set. */
        public Campaign {
            sectors = Set.copyOf(sectors);
        }
    }

    /**
     * What is known of a subject.
     *
     * @param business identity of the business
     * @param subject identity of the licence or the business that is rated
     * @param name its name
     * @param premises the premises of the licence, as far as they tell it from other licences of the business; null where they are not known
     * @param place where it is
     * @param division code of its division
     * @param sector code of its sector
     * @param grade its grade, or state
     * @param perYear inspections a year; null where none are set
     * @param due the day by which the next is due; null where none is
     * @param inspected the day of the last inspection; null where there was none
     * @param failedSample the day of the last failed sample since which nobody was there; null for none
     * @param barred numbers of inspectors who may not go
     */
    public record Known(
            String business,
            String subject,
            String name,
            @Nullable String premises,
            String place,
            String division,
            String sector,
            String grade,
            @Nullable BigDecimal perYear,
            @Nullable LocalDate due,
            @Nullable LocalDate inspected,
            @Nullable LocalDate failedSample,
            Set<String> barred) {

        /** Copies the set. */
        public Known {
            barred = Set.copyOf(barred);
        }
    }

    /** What one subject asks for, before it is known who is visited with it. */
    private record Wanted(
            Known subject,
            Reason reason,
            LocalDate earliest,
            LocalDate due,
            @Nullable LocalDate floor) {

        /** Of one licence no two of a kind are one visit: routine visits are meant to be apart. What failed is looked at along the way. */
        private List<Object> kind() {
            return List.of(subject, reason == Reason.FOLLOW_UP);
        }
    }

    /** What the same two can look at on one visit. */
    private record Together(
            String business,
            String premises,
            String division,
            String sector,
            @Nullable String skill) {}

    /**
     * The visits of a span. Licences for the same premises in one trade that are due together are one visit.
     *
     * @param subjects what is known
     * @param rules the rules
     * @return the visits, numbered from 0
     */
    public static List<Visit> of(List<Known> subjects, Rules rules) {
        Map<Together, List<Wanted>> groups = new LinkedHashMap<>();
        Set<List<Object>> followed = new HashSet<>();
        for (Known subject : subjects) {
            List<Wanted> wanted = of(subject, rules);
            LocalDate failed = subject.failedSample();
            // A failed sample that names no licence is the business's: one of its licences leads to the visit.
            if (failed != null && followed.add(List.of(subject.business(), failed))) {
                followUp(subject, failed, rules, wanted);
            }
            holdFloor(subject, rules, wanted);
            groups.computeIfAbsent(
                            new Together(
                                    subject.business(),
                                    Objects.requireNonNullElse(subject.premises(), subject.subject()),
                                    subject.division(),
                                    subject.sector(),
                                    skill(subject, rules)),
                            _ -> new ArrayList<>())
                    .addAll(wanted);
        }
        List<Visit> visits = new ArrayList<>();
        groups.forEach((together, wanted) ->
                join(wanted).forEach(one -> visits.add(visit(visits.size(), together, one, rules))));
        return visits;
    }

    /** The earliest due, with what else may be looked at by then without leaving it too little time. */
    private static List<List<Wanted>> join(List<Wanted> group) {
        List<Wanted> rest = new ArrayList<>(group);
        rest.sort(Comparator.comparing(Wanted::due));
        List<List<Wanted>> visits = new ArrayList<>();
        while (!rest.isEmpty()) {
            Wanted first = rest.removeFirst();
            LocalDate latest = later(first.earliest(), first.due().minusDays(ROOM_DAYS));
            List<Wanted> visit = new ArrayList<>(List.of(first));
            Set<List<Object>> there = new HashSet<>(Set.of(first.kind()));
            rest.removeIf(one -> !one.earliest().isAfter(latest) && there.add(one.kind()) && visit.add(one));
            visits.add(visit);
        }
        return visits;
    }

    private static Visit visit(int no, Together together, List<Wanted> wanted, Rules rules) {
        Known lead = wanted.stream()
                .map(Wanted::subject)
                .reduce((one, other) -> weight(other, rules) > weight(one, rules) ? other : one)
                .orElseThrow();
        return new Visit(
                no,
                together.business(),
                lead.subject(),
                wanted.stream()
                        .map(one -> one.subject().subject())
                        .filter(subject -> !subject.equals(lead.subject()))
                        .distinct()
                        .sorted()
                        .toList(),
                lead.name(),
                together.premises(),
                lead.place(),
                together.division(),
                together.sector(),
                lead.grade(),
                wanted.stream()
                        .map(Wanted::reason)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                weight(lead, rules),
                wanted.stream()
                        .map(Wanted::earliest)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                wanted.getFirst().due(),
                wanted.stream()
                        .map(Wanted::floor)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                wanted.stream().flatMap(one -> one.subject().barred().stream()).collect(Collectors.toSet()),
                together.skill(),
                null,
                null);
    }

    private static long weight(Known subject, Rules rules) {
        return rules.weights().getOrDefault(subject.grade(), rules.otherWeight());
    }

    private static @Nullable String skill(Known subject, Rules rules) {
        return rules.skills().stream()
                .filter(rule -> rule.asks(subject.sector(), subject.grade()))
                .map(SkillRule::skill)
                .findFirst()
                .orElse(null);
    }

    private static List<Wanted> of(Known subject, Rules rules) {
        List<Wanted> wanted = routine(subject, rules);
        rules.campaigns().stream()
                .filter(campaign -> campaign.sectors().contains(subject.sector()))
                .forEach(campaign -> joinCampaign(subject, campaign, wanted));
        return wanted;
    }

    private static void followUp(Known subject, LocalDate failed, Rules rules, List<Wanted> wanted) {
        LocalDate due = later(failed.plusDays(rules.followUpDays()), rules.from());
        if (!due.isAfter(rules.to())) {
            wanted.add(new Wanted(subject, Reason.FOLLOW_UP, rules.from(), due, null));
        }
    }

    private static List<Wanted> routine(Known subject, Rules rules) {
        List<Wanted> wanted = new ArrayList<>();
        BigDecimal perYear = subject.perYear();
        LocalDate due = subject.due();
        if (perYear == null || due == null) {
            return wanted;
        }
        LocalDate again = again(subject, rules);
        for (LocalDate day = later(due, again); !day.isAfter(rules.to()); day = after(day, perYear)) {
            boolean isFirst = wanted.isEmpty() && subject.inspected() == null;
            // Half an interval early at most, so that visits stay apart.
            LocalDate next = after(day, perYear);
            LocalDate earliest = later(day.minusDays(ChronoUnit.DAYS.between(day, next) / 2), again);
            wanted.add(new Wanted(subject, isFirst ? Reason.NEW : Reason.ROUTINE, earliest, day, null));
        }
        return wanted;
    }

    /** The first day on which a routine visit may be made. */
    private static LocalDate again(Known subject, Rules rules) {
        LocalDate inspected = subject.inspected();
        return inspected == null ? rules.from() : later(inspected.plusMonths(rules.repeatAfterMonths()), rules.from());
    }

    /** A routine visit within a campaign is the campaign's; where there is none, one is added. */
    private static void joinCampaign(Known subject, Campaign campaign, List<Wanted> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            if (!one.earliest().isAfter(campaign.to()) && !one.due().isBefore(campaign.from())) {
                LocalDate due = one.due().isAfter(campaign.to()) ? campaign.to() : one.due();
                wanted.set(i, new Wanted(subject, Reason.CAMPAIGN, later(one.earliest(), campaign.from()), due, null));
                return;
            }
        }
        wanted.add(new Wanted(subject, Reason.CAMPAIGN, campaign.from(), campaign.to(), null));
    }

    /** The first visit that is due by the floor's day, or can well be made by then, holds it; where there is none, one is added. */
    private static void holdFloor(Known subject, Rules rules, List<Wanted> wanted) {
        LocalDate inspected = subject.inspected();
        if (rules.floorMonths() == 0 || inspected == null) {
            return;
        }
        LocalDate day = inspected.plusMonths(rules.floorMonths());
        if (day.isAfter(rules.to())) {
            return;
        }
        LocalDate floor = day.isBefore(rules.from()) ? rules.from().plusDays(MAKE_GOOD_DAYS) : day;
        LocalDate latest = later(rules.from(), floor.minusDays(ROOM_DAYS));
        Optional<Wanted> first = wanted.stream()
                // A follow-up is of what failed, and not of all items.
                .filter(one -> one.reason() != Reason.FOLLOW_UP)
                .min(Comparator.comparing(Wanted::due))
                .filter(one -> !one.due().isAfter(floor) || !one.earliest().isAfter(latest));
        if (first.isEmpty()) {
            wanted.add(new Wanted(subject, Reason.FLOOR, rules.from(), floor, floor));
        } else {
            Wanted one = first.get();
            LocalDate due = one.due().isAfter(floor) ? floor : one.due();
            wanted.set(wanted.indexOf(one), new Wanted(subject, one.reason(), one.earliest(), due, floor));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The day of the next inspection: 12 months ÷ inspections a year, as grades reckon it. */
    static LocalDate after(LocalDate day, BigDecimal perYear) {
        BigDecimal[] months = MONTHS.divideAndRemainder(perYear);
        long days = months[1].multiply(DAYS).divideToIntegralValue(perYear).longValueExact();
        return day.plusMonths(months[0].longValueExact()).plusDays(days);
    }
}
