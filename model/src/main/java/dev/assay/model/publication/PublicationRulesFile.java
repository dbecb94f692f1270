package dev.assay.model.publication;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.publication.PublicationRules;
import dev.assay.core.publication.PublicationRules.PenaltyClass;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.List;

/** Reads the publication periods of penalties from those files of {@code config/measures} that have the key {@code channel}. */
public final class PublicationRulesFile {

    private PublicationRulesFile() {}

    /**
     * All editions of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException if a file has faults
     */
    public static List<PublicationRules> load(ConfigFiles config) {
        return config.list("measures").stream()
                .filter(file -> YamlMap.parse(file, new ArrayList<>()).has("channel"))
                .map(PublicationRulesFile::parse)
                .toList();
    }

    /**
     * Reads one edition.
     *
     * @param file the file
     * @return the rules
     * @throws FaultyConfigException with all the faults of the file
     */
    public static PublicationRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        PublicationRules rules = new PublicationRules(
                top.text("channel"),
                top.text("edition"),
                bilingual(top, "title"),
                top.day("valid_from"),
                top.findDay("valid_to").orElse(null),
                top.oneOf("counted_from", List.of("publication", "decision")).equals("decision"),
                basis.term(top, "publish_within"),
                basis.term(top, "withdraw_within"),
                top.maps("classes").stream()
                        .map(map -> penaltyClass(map, basis))
                        .toList());
        if (rules.classes().isEmpty()) {
            top.fault("classes", "The rules name no class of penalties.", "Maybe add classes: [{id: all, …}].");
        }
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rules;
    }

    private static PenaltyClass penaltyClass(YamlMap map, BasisEntries basis) {
        boolean shown = map.has("shown");
        if (!shown && !map.flag("not_shown", false)) {
            map.fault(
                    "shown",
                    "The class says neither how long it is shown nor that it is not.",
                    "Maybe add shown: {years: 3, basis: …}, or not_shown: true.");
        }
        return new PenaltyClass(
                map.text("id"),
                bilingual(map, "title"),
                map.texts("only_kinds"),
                map.texts("any_kinds"),
                map.findText("division").orElse(""),
                map.findDecimal("fine_at_most").orElse(null),
                map.findDecimal("confiscated_below").orElse(null),
                map.findMap("shown").map(basis::term).orElse(null),
                map.findMap("repair_after").map(basis::term).orElse(null),
                map.flag("never_early", false),
                map.flag("with_bar", false),
                basis.cited(map));
    }
}
