package dev.assay.model.grading;

import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Scale;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads indicators and the groups whose caps they share. */
final class IndicatorParser {

    private final Names names;
    private final ScaleParser scales;
    private final Map<String, IndicatorRule.Group> groups = new LinkedHashMap<>();

    IndicatorParser(Names names, Map<String, Classification> classifications) {
        this.names = names;
        this.scales = new ScaleParser(names, classifications);
    }

    List<IndicatorRule> parse(YamlMap top) {
        for (YamlMap map : top.maps("groups")) {
            IndicatorRule.Group group = new IndicatorRule.Group(
                    names.id(map), names.bilingual(map, "title"), map.decimal("cap"), names.basis(map, "basis"));
            groups.put(group.id(), group);
        }
        List<IndicatorRule> indicators =
                top.maps("indicators").stream().map(this::indicator).toList();
        if (indicators.isEmpty()) {
            top.fault(
                    "indicators",
                    "The model has no indicators.",
                    "Maybe add a list: what is read and how many points it gives.");
        }
        return indicators;
    }

    private IndicatorRule indicator(YamlMap map) {
        Basis basis = names.basis(map, "basis");
        Scale scale = scales.scale(map, basis);
        BigDecimal missing = missing(map);
        ScaleParser.Range range = ScaleParser.range(scale);
        return new IndicatorRule(
                names.id(map),
                names.bilingual(map, "title"),
                group(map),
                names.sectors(map),
                names.conditions().findCondition(map, "when"),
                scale,
                missing,
                missing == null ? range.lowest() : range.lowest().min(missing),
                missing == null ? range.highest() : range.highest().max(missing),
                basis);
    }

    private static @Nullable BigDecimal missing(YamlMap map) {
        if (map.findText("missing").filter("not-rated"::equals).isPresent()) {
            return null;
        }
        return map.decimal("missing");
    }

    private IndicatorRule.@Nullable Group group(YamlMap map) {
        Optional<String> id = map.findText("group");
        if (id.isPresent() && !groups.containsKey(id.get())) {
            map.fault(
                    "group",
                    "The group (%s) is not known.".formatted(id.get()),
                    Spelling.didYouMean(id.get(), List.copyOf(groups.keySet())));
        }
        return id.map(groups::get).orElse(null);
    }
}
