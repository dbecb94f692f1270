package dev.assay.core.planning;

import dev.assay.core.planning.Visit.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be inspected in a span: floors of the law, follow-ups, campaigns, new businesses, and what grades ask for. */
public final class Demand {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);

    /** A floor that was broken before the plan begins is made good within so many days. */
    private static final int MAKE_GOOD_DAYS = 60;

    private Demand() {}

    /**
     * The rules of a plan.
     *
     * @param from the first day
     * @param to the last
     * @param floorMonths months within which everyone is inspected, whatever the grade; 0 for no floor
     * @param followUpDays days within which a failed sample is followed up
     * @param weights what leaving a visit out costs, by grade or state
     * @param otherWeight what it costs for any other
     * @param campaigns the campaigns
     */
    public record Rules(
            LocalDate from,
            LocalDate to,
            int floorMonths,
            int followUpDays,
            Map<String, Long> weights,
            long otherWeight,
            List<Campaign> campaigns) {

        /** Copies the collections. */
        public Rules {
            weights = Map.copyOf(weights);
            campaigns = List.copyOf(campaigns);
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
     * @param name its name
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
            String name,
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

    /** A visit before it has a number. */
    private record Wanted(Known subject, Reason reason, LocalDate earliest, LocalDate due) {}

    /**
     * The visits of a span.
     *
     * @param subjects what is known
     * @param rules the rules
     * @return the visits, numbered from 0
     */
    public static List<Visit> of(List<Known> subjects, Rules rules) {
        List<Wanted> wanted = new ArrayList<>();
        subjects.forEach(subject -> wanted.addAll(of(subject, rules)));
        List<Visit> visits = new ArrayList<>(wanted.size());
        for (Wanted one : wanted) {
            Known subject = one.subject();
            visits.add(new Visit(
                    visits.size(),
                    subject.business(),
                    subject.name(),
                    subject.place(),
                    subject.division(),
                    subject.sector(),
                    subject.grade(),
                    one.reason(),
                    rules.weights().getOrDefault(subject.grade(), rules.otherWeight()),
                    one.earliest(),
                    one.due(),
                    subject.barred(),
                    null));
        }
        return visits;
    }

    private static List<Wanted> of(Known subject, Rules rules) {
        List<Wanted> wanted = routine(subject, rules);
        LocalDate failed = subject.failedSample();
        if (failed != null) {
            LocalDate due = later(failed.plusDays(rules.followUpDays()), rules.from());
            if (!due.isAfter(rules.to())) {
                wanted.add(new Wanted(subject, Reason.FOLLOW_UP, rules.from(), due));
            }
        }
        rules.campaigns().stream()
                .filter(campaign -> campaign.sectors().contains(subject.sector()))
                .forEach(campaign -> joinCampaign(subject, campaign, wanted));
        holdFloor(subject, rules, wanted);
        wanted.sort(Comparator.comparing(Wanted::due));
        return wanted;
    }

    private static List<Wanted> routine(Known subject, Rules rules) {
        List<Wanted> wanted = new ArrayList<>();
        BigDecimal perYear = subject.perYear();
        LocalDate due = subject.due();
        if (perYear == null || due == null) {
            return wanted;
        }
        for (LocalDate day = later(due, rules.from()); !day.isAfter(rules.to()); day = after(day, perYear)) {
            boolean isFirst = wanted.isEmpty() && subject.inspected() == null;
            // Half an interval early at most, so that visits stay apart.
            LocalDate next = after(day, perYear);
            LocalDate earliest = later(day.minusDays(ChronoUnit.DAYS.between(day, next) / 2), rules.from());
            wanted.add(new Wanted(subject, isFirst ? Reason.NEW : Reason.ROUTINE, earliest, day));
        }
        return wanted;
    }

    /** A routine visit within a campaign is the campaign's; where there is none, one is added. */
    private static void joinCampaign(Known subject, Campaign campaign, List<Wanted> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            if (!one.earliest().isAfter(campaign.to()) && !one.due().isBefore(campaign.from())) {
                LocalDate due = one.due().isAfter(campaign.to()) ? campaign.to() : one.due();
                wanted.set(i, new Wanted(subject, Reason.CAMPAIGN, later(one.earliest(), campaign.from()), due));
                return;
            }
        }
        wanted.add(new Wanted(subject, Reason.CAMPAIGN, campaign.from(), campaign.to()));
    }

    /** The first visit by the floor's day holds it; where there is none, one is added. */
    private static void holdFloor(Known subject, Rules rules, List<Wanted> wanted) {
        LocalDate inspected = subject.inspected();
        if (rules.floorMonths() == 0 || inspected == null) {
            return;
        }
        LocalDate day = inspected.plusMonths(rules.floorMonths());
        if (day.isAfter(rules.to())) {
            return;
        }
        LocalDate due = day.isBefore(rules.from()) ? rules.from().plusDays(MAKE_GOOD_DAYS) : day;
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            if (!one.due().isAfter(due)) {
                wanted.set(i, new Wanted(subject, Reason.FLOOR, one.earliest(), due));
                return;
            }
        }
        wanted.add(new Wanted(subject, Reason.FLOOR, rules.from(), due));
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
