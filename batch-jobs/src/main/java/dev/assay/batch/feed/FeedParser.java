package dev.assay.batch.feed;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a feed definition. The language is described in {@code docs/feeds.md}. */
public final class FeedParser {

    private static final Pattern FEED_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final YamlMap top;
    private final List<Fault> faults;

    private FeedParser(ConfigFile file) {
        this.faults = new ArrayList<>();
        this.top = YamlMap.parse(file, faults);
    }

    /**
     * Reads a definition.
     *
     * @param file the file
     * @return the feed
     * @throws FaultyConfigException with all the faults of the file, if there are any
     */
    public static FeedDefinition parse(ConfigFile file) {
        FeedParser parser = new FeedParser(file);
        FeedDefinition feed = parser.feed();
        parser.top.refuseUnreadKeys();
        if (!parser.faults.isEmpty()) {
            throw new FaultyConfigException(parser.faults);
        }
        return feed;
    }

    /**
     * Checks a definition.
     *
     * @param file the file
     * @return all its faults, in the order of its lines; empty if there are none
     */
    public static List<Fault> check(ConfigFile file) {
        try {
            parse(file);
            return List.of();
        } catch (FaultyConfigException e) {
            return e.faults().stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .toList();
        }
    }

    private FeedDefinition feed() {
        // A file that tells the full state would have to retract what it lacks, which no packaged feed needs yet.
        top.oneOf("state", List.of("delta"));
        List<Column> columns = columns();
        ColumnReferences references = new ColumnReferences(columns);
        DayPatterns days = top.has("days") ? days(top, "days") : DayPatterns.of(List.of("yyyy-MM-dd"));
        FieldRuleParser fields =
                new FieldRuleParser(references, days, new HashSet<>(top.texts("yes")), new HashSet<>(top.texts("no")));
        return new FeedDefinition(
                id(),
                title(),
                FormatParser.parse(top.map("format")),
                top.flag("history", false),
                asAt(references, days),
                new HashSet<>(top.texts("null_marks")),
                columns,
                business(references),
                top.has("group") ? OptionalInt.of(references.one(top, "group")) : OptionalInt.empty(),
                facts(references, days, fields));
    }

    private String id() {
        String id = top.text("feed");
        if (!id.equals("?") && !FEED_ID.matcher(id).matches()) {
            top.fault(
                    "feed",
                    "The feed's id (%s) is not lower-case letters, digits and hyphens.".formatted(id),
                    "Maybe write it like district-licence.");
        }
        return id;
    }

    private Bilingual title() {
        YamlMap title = top.map("title");
        return Bilingual.of(title.text("zh"), title.text("en"));
    }

    private AsAtRule asAt(ColumnReferences columns, DayPatterns days) {
        Optional<YamlMap> rule = top.findMap("as_at");
        if (rule.isEmpty()) {
            return new AsAtRule.Given();
        }
        YamlMap asAt = rule.get();
        if (asAt.has("latest_of")) {
            return new AsAtRule.LatestOf(columns.one(asAt, "latest_of"), days);
        }
        try {
            Pattern pattern = Pattern.compile(asAt.text("file_name"));
            if (pattern.matcher("").groupCount() == 1) {
                return new AsAtRule.FileName(pattern);
            }
        } catch (PatternSyntaxException e) {
            asAt.fault(
                    "file_name",
                    "The pattern is malformed: " + e.getDescription() + ".",
                    "Maybe a bracket is not closed.");
            return new AsAtRule.Given();
        }
        asAt.fault("file_name", "The pattern has not exactly one group.", "Maybe write (\\d{4}-\\d{2}-\\d{2}).");
        return new AsAtRule.Given();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : top.texts("columns")) {
            columns.add(new Column(name, List.of(), Column.Presence.REQUIRED));
        }
        top.findMap("optional_columns")
                .ifPresent(optional -> optional.keys()
                        .forEach(name -> columns.add(new Column(
                                name,
                                optional.texts(name).stream()
                                        .filter(alias -> !alias.isEmpty())
                                        .toList(),
                                Column.Presence.OPTIONAL))));
        top.findMap("ignored_columns")
                .ifPresent(ignored -> ignored.keys().forEach(name -> {
                    ignored.text(name);
                    columns.add(new Column(name, List.of(), Column.Presence.IGNORED));
                }));
        top.findMap("aliases").ifPresent(aliases -> aliases(aliases, columns));
        if (columns.isEmpty()) {
            top.fault("columns", "The feed has no columns.", "Maybe list the headers of its file: columns: [a, b].");
        }
        refuseDoubles(columns);
        return columns;
    }

    private void aliases(YamlMap aliases, List<Column> columns) {
        for (String name : aliases.keys()) {
            int place = new ColumnReferences(columns).place(aliases, name, name);
            List<String> others = aliases.texts(name);
            if (place < columns.size()) {
                columns.set(
                        place,
                        new Column(
                                columns.get(place).name(),
                                others,
                                columns.get(place).presence()));
            }
        }
    }

    private void refuseDoubles(List<Column> columns) {
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            for (String name : column.names()) {
                if (!seen.add(ColumnName.folded(name))) {
                    top.fault(
                            "columns",
                            "The column (%s) is listed twice.".formatted(name),
                            "Maybe remove one of the two.");
                }
            }
        }
    }

    private List<BusinessRule> business(ColumnReferences columns) {
        List<BusinessRule> rules = new ArrayList<>();
        for (YamlMap rule : top.maps("business")) {
            if (rule.has("scheme")) {
                String check =
                        rule.has("check") ? rule.oneOf("check", List.of("none", "uscc", "food-licence")) : "none";
                rules.add(new BusinessRule.ByIdentity(
                        rule.text("scheme"),
                        columns.one(rule, "column"),
                        BusinessRule.Check.valueOf(
                                check.toUpperCase(Locale.ROOT).replace('-', '_')),
                        rule.flag("creates", false)));
            } else {
                rules.add(new BusinessRule.ByNameAndAddress(columns.one(rule, "name"), columns.one(rule, "address")));
            }
        }
        if (rules.isEmpty()) {
            top.fault(
                    "business",
                    "The feed does not say how to find the business.",
                    "Maybe add business: [{scheme: uscc, column: …}].");
        }
        return rules;
    }

    private List<FactRule> facts(ColumnReferences columns, DayPatterns days, FieldRuleParser fields) {
        List<FactRule> rules = new ArrayList<>();
        List<String> kinds = FactKinds.ALL.stream().map(FactKind::name).toList();
        for (YamlMap fact : top.maps("facts")) {
            FactKind kind = FactKinds.findByName(fact.oneOf("kind", kinds)).orElseThrow();
            rules.add(new FactRule(
                    kind,
                    columns.several(fact, "when"),
                    key(fact, columns),
                    fact.findMap("occurred_on").map(day -> dayRule(day, columns, days)),
                    fact.has("licence") ? Optional.of(columns.one(fact, "licence")) : Optional.empty(),
                    fact.findMap("also_known_as")
                            .map(also -> new FactRule.Alias(also.text("scheme"), columns.one(also, "column"))),
                    fields.rules(fact.map("fields"), kind.fields())));
        }
        if (rules.isEmpty() || rules.size() > FeedDefinition.MOST_FACTS) {
            top.fault(
                    "facts",
                    "The feed makes %d kinds of fact of a record.".formatted(rules.size()),
                    "Maybe list 1 to %d.".formatted(FeedDefinition.MOST_FACTS));
        }
        return rules;
    }

    private static FactRule.DayRule dayRule(YamlMap day, ColumnReferences columns, DayPatterns days) {
        return new FactRule.DayRule(
                columns.one(day, "column"), day.has("days") ? days(day, "days") : days, day.flag("required", false));
    }

    private static List<FactRule.KeyPart> key(YamlMap fact, ColumnReferences columns) {
        List<String> optional = fact.texts("key_optional");
        List<FactRule.KeyPart> parts = new ArrayList<>();
        for (String name : fact.texts("key")) {
            parts.add(
                    name.equals("as-at")
                            ? FactRule.KeyPart.AS_AT
                            : new FactRule.KeyPart(columns.place(fact, "key", name), !optional.contains(name)));
        }
        if (parts.isEmpty()) {
            fact.fault(
                    "key",
                    "The record has no key of its own.",
                    "Maybe key: [number], the columns that tell records apart.");
        }
        return parts;
    }

    static DayPatterns days(YamlMap map, String key) {
        try {
            return DayPatterns.of(map.texts(key));
        } catch (IllegalArgumentException e) {
            map.fault(key, "A pattern is malformed: " + e.getMessage() + ".", "Maybe write it like yyyy-MM-dd.");
            return DayPatterns.of(List.of("yyyy-MM-dd"));
        }
    }
}
