package dev.assay.model.listing;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.request.RequestRules;
import dev.assay.core.request.RequestTerms;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.List;

/** Reads the rules of requests from the one file of {@code config/measures} that has the key {@code requests}. */
public final class RequestRulesFile {

    private RequestRulesFile() {}

    /**
     * The rules of a configuration.
     *
     * @param config the configuration
     * @return them
     * @throws FaultyConfigException if the file is not there, is not alone, or has faults
     */
    public static RequestRules load(ConfigFiles config) {
        List<ConfigFile> files = config.list("measures").stream()
                .filter(file -> YamlMap.parse(file, new ArrayList<>()).has("requests"))
                .toList();
        if (files.size() != 1) {
            throw new FaultyConfigException(List.of(new Fault(
                    "config/measures",
                    1,
                    "requests",
                    "%d files have the key (requests).".formatted(files.size()),
                    "Maybe leave requests.yaml there, and no other.")));
        }
        return parse(files.getFirst());
    }

    /**
     * Reads the rules.
     *
     * @param file the file
     * @return the rules
     * @throws FaultyConfigException with all the faults of the file
     */
    public static RequestRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        top.text("requests");
        bilingual(top, "title");
        RequestRules rules = new RequestRules(
                terms(top.map("objection"), basis),
                terms(top.map("reply"), basis),
                RepairEntry.read(top.map("penalty_repair"), basis));
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rules;
    }

    private static RequestTerms terms(YamlMap map, BasisEntries basis) {
        return new RequestTerms(basis.term(map, "accept"), basis.term(map, "decide"));
    }
}
