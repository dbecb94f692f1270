package dev.assay.model.plan;

import dev.assay.core.business.Sector;
import dev.assay.core.planning.Demand.SkillRule;
import dev.assay.core.planning.Weights;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import dev.assay.model.plan.PlanRules.YearlyCampaign;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of plans: the files of {@code config/plans}. {@code docs/plan.md} describes them. */
public final class PlanRulesFile {

    private static final String FOLDER = "plans";
    private static final long LARGEST = 1_000_000;

    private PlanRulesFile() {}

    /**
     * The rules of a configuration.
     *
     * @param files where configuration is found
     * @param id their id
     * @return them
     * @throws FaultyConfigException with all the faults of the file, if there are any
     * @throws IllegalArgumentException if there is no such file
     */
    public static PlanRules load(ConfigFiles files, String id) {
        return files.find(FOLDER, id)
                .map(PlanRulesFile::parse)
                .orElseThrow(() -> new IllegalArgumentException("The rules of a plan (%s) are not known.%n%s"
                        .formatted(id, Spelling.didYouMean(id, files.ids(FOLDER)))));
    }

    /**
     * The rules of a file.
     *
     * @param file the file
     * @return them
     * @throws FaultyConfigException with all its faults, if there are any
     */
    public static PlanRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        YamlMap grades = top.map("grades");
        Map<String, Long> byGrade = new HashMap<>();
        for (String grade : grades.keys()) {
            byGrade.put(grade, whole(grades, grade, 1));
        }
        YamlMap soft = top.map("weights");
        PlanRules rules = new PlanRules(
                top.text("id"),
                top.texts("models"),
                (int) whole(top, "visits_a_day", 1),
                (int) whole(top, "floor_months", 0),
                top.has("repeat_after_months") ? (int) whole(top, "repeat_after_months", 0) : 0,
                (int) whole(top, "follow_up_days", 1),
                byGrade,
                byGrade.getOrDefault("other", 1L),
                campaigns(top),
                new Weights(
                        whole(soft, "late_day", 0),
                        whole(soft, "further_place", 0),
                        whole(soft, "further_division", 0),
                        whole(soft, "moved", 0),
                        whole(soft, "left_out", 0)),
                skills(top),
                (int) whole(top, "steps_a_week", 1),
                whole(top, "seed", 0),
                file.sha256());
        top.findText("note");
        top.refuseUnreadKeys();
        if (rules.models().isEmpty()) {
            top.fault("models", "No model's grades are planned for.", "Maybe write models: [cn-food-risk-2016].");
        }
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rules;
    }

    private static List<YearlyCampaign> campaigns(YamlMap top) {
        List<YearlyCampaign> campaigns = new ArrayList<>();
        for (YamlMap one : top.maps("campaigns")) {
            MonthDay from = day(one, "from");
            MonthDay to = day(one, "to");
            if (to.isBefore(from)) {
                one.fault(
                        "to",
                        "The campaign ends before it begins.",
                        "Maybe the days are swapped; write two for one over New Year.");
            }
            campaigns.add(new YearlyCampaign(one.text("id"), Set.copyOf(one.texts("sectors")), from, to));
        }
        return campaigns;
    }

    private static List<SkillRule> skills(YamlMap top) {
        List<SkillRule> skills = new ArrayList<>();
        for (YamlMap one : top.maps("skills")) {
            List<String> sectors = one.texts("sectors");
            sectors.stream()
                    .filter(sector -> Sector.findByCode(sector).isEmpty())
                    .forEach(sector -> one.fault(
                            "sectors",
                            "The sector (%s) is not known.".formatted(sector),
                            "Maybe write one of: %s."
                                    .formatted(Arrays.stream(Sector.values())
                                            .map(Sector::code)
                                            .collect(Collectors.joining(", ")))));
            skills.add(new SkillRule(one.text("skill"), Set.copyOf(sectors), Set.copyOf(one.texts("grades"))));
        }
        return skills;
    }

    private static MonthDay day(YamlMap map, String key) {
        String text = map.text(key);
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            if (!text.equals("?")) {
                map.fault(key, "(%s) is no day of a year.".formatted(text), "Maybe write \"02-10\".");
            }
            return MonthDay.of(1, 1);
        }
    }

    static long whole(YamlMap map, String key, long least) {
        BigDecimal number = map.decimal(key).stripTrailingZeros();
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            map.fault(
                    key,
                    "The number (%s) is no whole one from %d to %d.".formatted(number.toPlainString(), least, LARGEST),
                    "Maybe write %d.".formatted(Math.max(1, least)));
            return Math.max(1, least);
        }
        return number.longValueExact();
    }
}
