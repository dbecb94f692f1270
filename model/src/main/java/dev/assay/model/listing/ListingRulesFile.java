package dev.assay.model.listing;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.listing.SeriousViolationRules;
import dev.assay.core.listing.SeriousViolationRules.Conduct;
import dev.assay.core.listing.SeriousViolationRules.HeavierPenalty;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the editions of the serious-violation rules from {@code config/measures/serious-violation-*.yaml}. */
public final class ListingRulesFile {

    private ListingRulesFile() {}

    /**
     * All editions of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException if a file has faults
     */
    public static List<SeriousViolationRules> load(ConfigFiles config) {
        return config.list("measures").stream()
                .filter(file -> file.name().contains("serious-violation"))
                .map(ListingRulesFile::parse)
                .toList();
    }

    /**
     * Reads one edition.
     *
     * @param file the file
     * @return the rules
     * @throws FaultyConfigException with all the faults of the file
     */
    public static SeriousViolationRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        Set<String> ids = new HashSet<>();
        YamlMap term = top.map("term");
        SeriousViolationRules rules = new SeriousViolationRules(
                top.text("edition"),
                bilingual(top, "title"),
                top.day("valid_from"),
                top.findDay("valid_to").orElse(null),
                top.maps("conducts").stream()
                        .map(conduct -> conduct(conduct, basis, ids))
                        .toList(),
                top.maps("heavier_penalties").stream()
                        .map(heavier -> heavier(heavier, basis, ids))
                        .toList(),
                term.decimal("years").intValue(),
                basis.cited(term));
        if (rules.conducts().isEmpty() || rules.heavierPenalties().isEmpty()) {
            top.fault(
                    "",
                    "The rules name no conduct or no heavier penalty.",
                    "Maybe add the keys (conducts) and (heavier_penalties).");
        }
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rules;
    }

    private static Conduct conduct(YamlMap map, BasisEntries basis, Set<String> ids) {
        List<List<String>> words = map.textLists("words");
        if (words.isEmpty()) {
            map.fault("words", "The conduct has no words to be recognised by.", "Maybe add words: [[…], […]].");
        }
        return new Conduct(id(map, ids), bilingual(map, "title"), words, basis.cited(map));
    }

    private static HeavierPenalty heavier(YamlMap map, BasisEntries basis, Set<String> ids) {
        return new HeavierPenalty(id(map, ids), bilingual(map, "title"), map.texts("kinds"), basis.cited(map));
    }

    private static String id(YamlMap map, Set<String> ids) {
        String id = map.text("id");
        if (!ids.add(id)) {
            map.fault(
                    "id",
                    "The id (%s) is taken.".formatted(id),
                    "Maybe give each rule an id of its own; ids are never reused.");
        }
        return id;
    }
}
