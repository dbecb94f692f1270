package dev.assay.model.plan;

import dev.assay.core.planning.Demand.SkillRule;
import dev.assay.core.planning.Weights;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a year's plan goes by.
 *
 * @param id its id
 * @param models the models whose grades and due days count
 * @param visitsADay visits of a pair in a day
 * @param floorMonths months within which everyone is inspected; 0 for no floor
 * @param repeatAfterMonths months after an inspection within which the same items are not looked at again; 0 for none
 * @param followUpDays days within which a failed sample is followed up
 * @param grades what leaving a visit out weighs, by grade or state
 * @param otherGrade what it weighs for any other
 * @param campaigns the campaigns of every year
 * @param weights what soft constraints weigh
 * @param skills which visits ask for a skill of one of the two at least
 * @param steps steps of the solver for each week
 * @param seed seed of its chance
 * @param digest SHA-256 of the file's text
 */
public record PlanRules(
        String id,
        List<String> models,
        int visitsADay,
        int floorMonths,
        int repeatAfterMonths,
        int followUpDays,
        Map<String, Long> grades,
        long otherGrade,
        List<YearlyCampaign> campaigns,
        Weights weights,
        List<SkillRule> skills,
        int steps,
        long seed,
        String digest) {

    /** Copies the collections. */
    public PlanRules {
        models = List.copyOf(models);
        grades = Map.copyOf(grades);
        campaigns = List.copyOf(campaigns);
        skills = List.copyOf(skills);
    }

    /**
     * A campaign of every year.
     *
     * @param id its id
     * @param sectors codes of the sectors that it visits
     * @param from its first day
     * @param to its last, in the same year
     */
    public record YearlyCampaign(String id, Set<String> sectors, MonthDay from, MonthDay to) {

        /** Copies the set. */
        public YearlyCampaign {
            sectors = Set.copyOf(sectors);
        }

        /**
         * Its first day in a year.
         *
         * @param year the year
         * @return the day
         */
        public LocalDate from(int year) {
            return from.atYear(year);
        }

        /**
         * Its last day in a year.
         *
         * @param year the year
         * @return the day
         */
        public LocalDate to(int year) {
            return to.atYear(year);
        }
    }
}
