package dev.assay.model.listing;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.listing.RepairRules;
import dev.assay.core.listing.RepairRules.Condition;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.YamlMap;

/** Reads the rules of a repair. */
final class RepairEntry {

    private RepairEntry() {}

    static RepairRules read(YamlMap map, BasisEntries basis) {
        return new RepairRules(
                basis.term(map, "apply_after"),
                basis.term(map, "accept"),
                basis.term(map, "decide"),
                basis.term(map, "take_down"),
                map.maps("conditions").stream()
                        .map(condition -> new Condition(
                                condition.text("id"), bilingual(condition, "title"), basis.cited(condition)))
                        .toList(),
                map.texts("never_kinds"),
                basis.term(map, "again"));
    }
}
