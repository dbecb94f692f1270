package dev.assay.model.sampling;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.sampling.LiabilityRule;
import dev.assay.core.sampling.LiabilityRule.Counterfeit;
import dev.assay.core.sampling.LiabilityRule.Liable;
import dev.assay.core.sampling.LiabilityRule.Line;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a rule that says whose fault a failed sample is, from {@code config/liability}. */
public final class LiabilityRuleFile {

    /** The folder of the rules in a configuration. */
    public static final String FOLDER = "liability";

    private LiabilityRuleFile() {}

    /**
     * Reads a rule.
     *
     * @param file the file
     * @return the rule
     * @throws FaultyConfigException with all the faults of the file
     */
    public static LiabilityRule parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        List<Line> lines =
                top.maps("items").stream().map(line -> line(line, basis)).toList();
        YamlMap otherwise = top.map("otherwise");
        YamlMap counterfeit = top.map("counterfeit");
        LiabilityRule rule = new LiabilityRule(
                top.text("rule"),
                bilingual(top, "title"),
                lines,
                new Line(
                        otherwise.text("id"),
                        bilingual(otherwise, "title"),
                        List.of(),
                        liable(otherwise),
                        basis.cited(otherwise)),
                basis.cited(top.map(LiabilityRule.ALONE)),
                new Counterfeit(
                        counterfeit.texts("claimed"),
                        counterfeit.texts("rejected"),
                        counterfeit.texts("established"),
                        basis.cited(counterfeit)));
        refuseDoubles(top, rule);
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rule;
    }

    private static Line line(YamlMap line, BasisEntries basis) {
        List<String> words = line.texts("words");
        if (words.isEmpty() || words.contains("")) {
            line.fault("words", "The line has no words, or an empty one.", "Maybe list them: words: [苯甲酸, 山梨酸].");
        }
        return new Line(line.text("id"), bilingual(line, "title"), words, liable(line), basis.cited(line));
    }

    private static Liable liable(YamlMap line) {
        String code = line.oneOf(
                "liable", Arrays.stream(Liable.values()).map(Liable::code).toList());
        return Arrays.stream(Liable.values())
                .filter(liable -> liable.code().equals(code))
                .findFirst()
                .orElse(Liable.BOTH);
    }

    private static void refuseDoubles(YamlMap top, LiabilityRule rule) {
        Set<String> ids = new HashSet<>(Set.of(LiabilityRule.ALONE, LiabilityRule.COUNTERFEIT));
        ids.add(rule.otherwise().id());
        for (Line line : rule.lines()) {
            if (!ids.add(line.id())) {
                top.fault("items", "The id (%s) stands there twice.".formatted(line.id()), "Maybe name each once.");
            }
        }
    }
}
