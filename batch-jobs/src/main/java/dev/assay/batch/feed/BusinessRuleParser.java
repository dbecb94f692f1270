package dev.assay.batch.feed;

import dev.assay.core.identity.IdentitySchemes;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the ways to find a record's business. */
record BusinessRuleParser(ColumnReferences columns) {

    private static final List<String> CHECKS = List.of("none", "uscc", "food-licence", "registration-no");

    List<BusinessRule> rules(YamlMap top) {
        List<BusinessRule> rules = new ArrayList<>();
        top.maps("business").forEach(rule -> rules.add(rule(rule)));
        if (rules.isEmpty()) {
            top.fault(
                    "business",
                    "The feed does not say how to find the business.",
                    "Maybe add business: [{scheme: uscc, column: …}].");
        }
        return rules;
    }

    private BusinessRule rule(YamlMap rule) {
        BusinessRule way = way(rule);
        return rule.findMap("only_if")
                .map(only -> (BusinessRule)
                        new BusinessRule.OnlyIf(columns.one(only, "column"), new HashSet<>(only.texts("is")), way))
                .orElse(way);
    }

    private BusinessRule way(YamlMap rule) {
        if (!rule.has("scheme")) {
            return new BusinessRule.ByNameAndAddress(columns.one(rule, "name"), columns.one(rule, "address"));
        }
        String scheme = rule.text("scheme");
        boolean creates = rule.flag("creates", false);
        if (scheme.equals(IdentitySchemes.LOCAL)) {
            return new BusinessRule.ByOwnKey(ownKey(rule), creates);
        }
        String check = rule.has("check") ? rule.oneOf("check", CHECKS) : "none";
        return new BusinessRule.ByIdentity(
                scheme,
                columns.one(rule, "column"),
                rule.has("matches") ? Optional.of(CellSourceParser.pattern(rule, "matches")) : Optional.empty(),
                BusinessRule.Check.valueOf(check.toUpperCase(Locale.ROOT).replace('-', '_')),
                creates);
    }

    private List<Integer> ownKey(YamlMap rule) {
        List<Integer> key = columns.several(rule, "key");
        if (key.isEmpty()) {
            rule.fault(
                    "key",
                    "An identity of scheme (local) has no key.",
                    "Maybe key: [number], the columns that tell businesses apart.");
        }
        return key;
    }
}
