package dev.assay.model.plan;

import dev.assay.core.planning.SamplingPlan.Prior;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sampling plan goes by: the files of {@code config/sampling-plans}.
 *
 * @param id its id
 * @param perThousand samples for each 1,000 inhabitants, at least
 * @param years years before during which failed samples count
 * @param prior what smooths failure rates
 * @param least samples that a category gets at least
 * @param producersPercent samples that a category gets at least, in percent of its producers
 * @param risk weights of the risk by category
 * @param otherRisk the weight of any other
 */
public record SamplingRules(
        String id,
        long perThousand,
        int years,
        Prior prior,
        long least,
        long producersPercent,
        Map<String, Long> risk,
        long otherRisk) {

    private static final String FOLDER = "sampling-plans";
    private static final long THOUSAND = 1000;
    private static final long PERCENT = 100;

    /** Copies the map. */
    public SamplingRules {
        risk = Map.copyOf(risk);
    }

    /**
     * The rules of a configuration.
     *
     * @param files where configuration is found
     * @param id their id
     * @return them
     * @throws FaultyConfigException with all the faults of the file, if there are any
     * @throws IllegalArgumentException if there is no such file
     */
    public static SamplingRules load(ConfigFiles files, String id) {
        return files.find(FOLDER, id)
                .map(SamplingRules::parse)
                .orElseThrow(() -> new IllegalArgumentException("The rules of a sampling plan (%s) are not known.%n%s"
                        .formatted(id, Spelling.didYouMean(id, files.ids(FOLDER)))));
    }

    /**
     * The rules of a file.
     *
     * @param file the file
     * @return them
     * @throws FaultyConfigException with all its faults, if there are any
     */
    public static SamplingRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        YamlMap prior = top.map("prior");
        long failed = PlanRulesFile.whole(prior, "failed", 1);
        long tested = PlanRulesFile.whole(prior, "tested", 1);
        if (tested <= failed) {
            prior.fault("tested", "Not more samples were tested than failed.", "Maybe write failed: 1, tested: 40.");
            tested = failed + 1;
        }
        YamlMap risk = top.map("risk");
        Map<String, Long> weights = new HashMap<>();
        for (String category : risk.keys()) {
            weights.put(category, PlanRulesFile.whole(risk, category, 1));
        }
        SamplingRules rules = new SamplingRules(
                top.text("id"),
                PlanRulesFile.whole(top, "per_thousand", 0),
                (int) PlanRulesFile.whole(top, "years", 1),
                new Prior(failed, tested),
                PlanRulesFile.whole(top, "least", 0),
                PlanRulesFile.whole(top, "producers_percent", 0),
                weights,
                weights.getOrDefault("other", 1L));
        top.findText("note");
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rules;
    }

    /**
     * Samples that an area gets at least.
     *
     * @param inhabitants how many live there
     * @return the samples, rounded up
     */
    public long leastFor(long inhabitants) {
        return Math.ceilDiv(Math.multiplyExact(inhabitants, perThousand), THOUSAND);
    }

    /**
     * Samples that a category gets at least.
     *
     * @param producers its producers in the area
     * @return the greater of the number and of the share of producers, rounded up
     */
    public long leastOf(long producers) {
        return Math.max(least, Math.ceilDiv(Math.multiplyExact(producers, producersPercent), PERCENT));
    }

    /**
     * The weight of a category's risk.
     *
     * @param category the category
     * @return the weight, at least 1
     */
    public long riskOf(String category) {
        return risk.getOrDefault(category, otherRisk);
    }
}
