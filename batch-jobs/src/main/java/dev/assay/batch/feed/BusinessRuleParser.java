package dev.assay.batch.feed;

import dev.assay.core.identity.IdentitySchemes;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the ways to find a record's business. */
record BusinessRuleParser(ColumnReferences columns, ConfigFiles config) {

    private static final List<String> CHECKS = List.of("none", "uscc", "food-licence", "registration-no");

    /** Where the thresholds stand, and the id of the packaged ones; the resolver reads them. */
    private static final String FOLDER = "matching";

    private static final String PACKAGED = "thresholds";
    private static final List<String> BELOW = List.of("quarantine", "new", "leave-out");

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
        if (rule.has("record")) {
            return new BusinessRule.OfRecord(record(rule.map("record"), columns));
        }
        if (rule.has("known")) {
            YamlMap known = rule.map("known");
            return new BusinessRule.ByKnownIdentity(columns.one(known, "scheme"), columns.one(known, "identity"));
        }
        if (rule.has("match")) {
            return match(rule.map("match"));
        }
        if (!rule.has("scheme")) {
            return new BusinessRule.ByNameAndAddress(columns.one(rule, "name"), columns.one(rule, "address"));
        }
        String scheme = rule.text("scheme");
        boolean creates = rule.flag("creates", false);
        if (scheme.equals(IdentitySchemes.LOCAL)) {
            return new BusinessRule.ByOwnKey(ownKey(rule), creates);
        }
        if (rule.has("identity")) {
            return new BusinessRule.Constant(scheme, rule.text("identity"), creates);
        }
        return identity(rule, scheme, creates);
    }

    private BusinessRule.ByIdentity identity(YamlMap rule, String scheme, boolean creates) {
        String check = rule.has("check") ? rule.oneOf("check", CHECKS) : "none";
        return new BusinessRule.ByIdentity(
                scheme,
                columns.one(rule, "column"),
                rule.has("matches") ? Optional.of(CellSourceParser.pattern(rule, "matches")) : Optional.empty(),
                rule.has("extract")
                        ? Optional.of(CellSourceParser.patternOfOneGroup(rule, "extract"))
                        : Optional.empty(),
                rule.findVerbatim("prefix").orElse(""),
                BusinessRule.Check.valueOf(check.toUpperCase(Locale.ROOT).replace('-', '_')),
                creates);
    }

    /** The record of another feed: {@code {feed: …, kind: …, key: […]}}. */
    static RecordRule record(YamlMap map, ColumnReferences columns) {
        List<Integer> key = columns.several(map, "key");
        if (key.isEmpty()) {
            map.fault("key", "The other record has no key.", "Maybe key: [number], the columns that name it here.");
        }
        return new RecordRule(map.text("feed"), map.text("kind"), key);
    }

    private BusinessRule match(YamlMap rule) {
        List<BusinessRule.ByIdentity> identities = rule.maps("identities").stream()
                .map(identity -> identity(identity, identity.text("scheme"), false))
                .toList();
        String thresholds = rule.findText("thresholds").orElse(PACKAGED);
        if (config.find(FOLDER, thresholds).isEmpty()) {
            rule.fault(
                    "thresholds",
                    "The thresholds (%s) are not known.".formatted(thresholds),
                    Spelling.didYouMean(thresholds, config.ids(FOLDER)));
        }
        return new BusinessRule.ByMatch(
                source(rule, "name").orElseGet(() -> new CellSource.Cell(columns.one(rule, "name"))),
                source(rule, "address"),
                source(rule, "division"),
                identities,
                BusinessRule.Below.valueOf(
                        rule.oneOf("below", BELOW).toUpperCase(Locale.ROOT).replace('-', '_')),
                thresholds);
    }

    /** A column's name, or a rule that makes a text of cells. */
    private Optional<CellSource> source(YamlMap rule, String key) {
        if (!rule.has(key)) {
            return Optional.empty();
        }
        return Optional.of(
                rule.isMap(key)
                        ? new CellSourceParser(columns).source(rule.map(key))
                        : new CellSource.Cell(columns.one(rule, key)));
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
