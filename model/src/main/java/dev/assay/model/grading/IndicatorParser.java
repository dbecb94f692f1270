package dev.assay.model.grading;

import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Scale;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads indicators and the groups whose caps they share. */
final class IndicatorParser {

    private final Names names;
    private final ScaleParser scales;
    private final List<YamlMap> maps = new ArrayList<>();
    private final Map<String, IndicatorRule.Group> groups = new LinkedHashMap<>();

    IndicatorParser(Names names, DrawnIn drawn, Map<String, Classification> classifications) {
        this.names = names;
        this.scales = new ScaleParser(names, drawn, classifications);
    }

    /** Where the indicators that were read stand, in their order. */
    List<YamlMap> maps() {
        return List.copyOf(maps);
    }

    List<IndicatorRule> parse(YamlMap top) {
        for (YamlMap map : top.maps("groups")) {
            IndicatorRule.Group group = group(map);
            groups.put(group.id(), group);
        }
        maps.addAll(top.maps("indicators"));
        List<IndicatorRule> indicators = maps.stream().map(this::indicator).toList();
        if (indicators.isEmpty() && !top.has("matrix") && !top.has("worst_of")) {
            top.fault(
                    "indicators",
                    "The model has no indicators.",
                    "Maybe add a list: what is read and how many points it gives.");
        }
        return indicators;
    }

    private IndicatorRule.Group group(YamlMap map) {
        BigDecimal cap = map.findDecimal("cap").orElse(null);
        BigDecimal floor = map.findDecimal("floor").orElse(null);
        BigDecimal weight = map.findDecimal("weight").orElse(BigDecimal.ONE);
        if (!map.has("cap") && !map.has("floor") && !map.has("weight") && !map.has("counts")) {
            map.fault(
                    "",
                    "The group has none of cap, floor, weight, counts: it changes nothing.",
                    "Maybe add cap: the most points of its indicators together.");
        }
        if (cap != null && floor != null && cap.compareTo(floor) < 0) {
            map.fault("floor", "The floor (%s) lies above the cap (%s).".formatted(floor, cap), "Maybe swap them.");
        }
        if (weight.signum() <= 0) {
            map.fault("weight", "The weight (%s) is not above zero.".formatted(weight), "Maybe write 0.4 for 40 %.");
        }
        return new IndicatorRule.Group(
                names.id(map),
                names.bilingual(map, "title"),
                map.has("counts")
                                && map.oneOf("counts", List.of("sum", "highest"))
                                        .equals("highest")
                        ? IndicatorRule.Counting.HIGHEST
                        : IndicatorRule.Counting.SUM,
                floor,
                cap,
                weight,
                names.basis(map, "basis"));
    }

    private IndicatorRule indicator(YamlMap map) {
        Basis basis = names.basis(map, "basis");
        Scale scale = scales.scale(map, basis);
        BigDecimal missing = missing(map);
        Range range = Range.of(scale);
        return new IndicatorRule(
                names.id(map),
                names.bilingual(map, "title"),
                groupOf(map),
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
        if (map.has("constant") && !map.has("missing")) {
            return map.decimal("constant");
        }
        return map.decimal("missing");
    }

    private IndicatorRule.@Nullable Group groupOf(YamlMap map) {
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
