package dev.assay.batch.feed;

import dev.assay.core.fact.Source;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import dev.assay.store.intake.HandEntries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a feed definition. The language is described in {@code docs/feeds.md}. */
public final class FeedParser {

    private static final Pattern FEED_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final int MOST_DAYS = 3660;

    private final YamlMap top;
    private final YamlMap base;
    private final ConfigFiles config;
    private final List<Fault> faults;
    private final List<ConfigFile> read = new ArrayList<>();

    private FeedParser(ConfigFile file, ConfigFiles config) {
        this.faults = new ArrayList<>();
        this.config = config;
        this.read.add(file);
        this.top = YamlMap.parse(file, faults);
        this.base = top.findText("extends").map(this::extended).orElse(top);
    }

    /**
     * Reads a definition that rests on the packaged configuration alone.
     *
     * @param file the file
     * @return the feed
     * @throws FaultyConfigException with all the faults of the file, if there are any
     */
    public static FeedDefinition parse(ConfigFile file) {
        return parse(file, ConfigFiles.packaged());
    }

    /**
     * Reads a definition.
     *
     * @param file the file
     * @param config where the kinds of fact, the code tables and the feed that it extends are found
     * @return the feed
     * @throws FaultyConfigException with all the faults of the file, if there are any
     */
    public static FeedDefinition parse(ConfigFile file, ConfigFiles config) {
        Vocabulary vocabulary = DeclaredKinds.load(config);
        FeedParser parser = new FeedParser(file, config);
        FeedDefinition feed = parser.feed(vocabulary);
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
     * @param config where the kinds of fact, the code tables and the feed that it extends are found
     * @return all its faults, in the order of its lines; empty if there are none
     */
    public static List<Fault> check(ConfigFile file, ConfigFiles config) {
        try {
            parse(file, config);
            return List.of();
        } catch (FaultyConfigException e) {
            return e.faults().stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .toList();
        }
    }

    private YamlMap extended(String id) {
        Optional<ConfigFile> file = config.find(FeedDefinitions.FOLDER, id);
        if (file.isEmpty()) {
            top.fault(
                    "extends",
                    "The feed (%s) is not known.".formatted(id),
                    Spelling.didYouMean(id, config.ids(FeedDefinitions.FOLDER)));
            return top;
        }
        read.add(file.get());
        YamlMap other = YamlMap.parse(file.get(), faults);
        if (other.has("extends")) {
            top.fault(
                    "extends",
                    "The feed (%s) extends another itself.".formatted(id),
                    "Maybe extend that other one, or copy what is needed.");
        }
        return other;
    }

    /** Where a key of the top stands: in this file, or in the feed that it extends. */
    private YamlMap at(String key) {
        return top.has(key) ? top : base.has(key) ? base : top;
    }

    private FeedDefinition feed(Vocabulary vocabulary) {
        FeedState state = state();
        List<Column> columns = columns();
        ColumnReferences references = new ColumnReferences(columns);
        FieldRuleParser.Cells cells = cells();
        CodeTables tables = new CodeTables(config, faults);
        FieldRuleParser fields = new FieldRuleParser(references, cells, tables);
        Optional<YamlMap> authority = at("authority").findMap("authority");
        List<FactRule> facts = facts(new FactRuleParser(references, cells, fields, vocabulary), authority);
        refuseDatedKeys(state, facts);
        List<BusinessRule> business = new BusinessRuleParser(references, config).rules(at("business"));
        refuseDoubtfulNames(state, business, facts);
        SharingParser sharing = new SharingParser(config, read);
        Optional<FeedLiability> liability = sharing.liability(at("liability"), facts);
        FeedDefinition feed = new FeedDefinition(
                id(),
                title(),
                FormatParser.parse(at("format").map("format")),
                at("history").flag("history", false),
                state,
                asAt(references, cells.days()),
                authority.map(FeedParser::trust).orElse(Source.ORDINARY_TRUST),
                at("expected_every")
                        .findMap("expected_every")
                        .map(FeedParser::days)
                        .orElse(null),
                cells.nullMarks(),
                columns,
                business,
                grouping(references, cells.nullMarks()),
                facts,
                liability,
                sharing.also(top),
                digest(tables));
        PersonColumns.check(top, feed.facts(), feed.business(), columns);
        return feed;
    }

    private FieldRuleParser.Cells cells() {
        return new FieldRuleParser.Cells(
                at("days").has("days") ? days(at("days"), "days") : DayPatterns.of(List.of("yyyy-MM-dd")),
                new HashSet<>(at("yes").texts("yes")),
                new HashSet<>(at("no").texts("no")),
                new HashSet<>(at("null_marks").texts("null_marks")));
    }

    private String id() {
        String id = top.text("feed");
        if (!id.equals("?") && !FEED_ID.matcher(id).matches()) {
            top.fault(
                    "feed",
                    "The feed's id (%s) is not lower-case letters, digits and hyphens.".formatted(id),
                    "Maybe write it like district-licence.");
        }
        if (id.equals(HandEntries.FEED)) {
            top.fault(
                    "feed",
                    "The feed's id (by-hand) is that of what persons enter.",
                    "Maybe write it like district-licence.");
        }
        return id;
    }

    private Bilingual title() {
        YamlMap title = top.map("title");
        return Bilingual.of(title.text("zh"), title.text("en"));
    }

    private FeedState state() {
        YamlMap at = at("state");
        if (!at.isMap("state")) {
            return at.oneOf("state", List.of("delta", "full")).equals("full")
                    ? new FeedState.Full()
                    : new FeedState.Delta();
        }
        YamlMap state = at.map("state");
        try {
            return new FeedState.FullByName(Pattern.compile(state.text("full_file_name")));
        } catch (PatternSyntaxException e) {
            state.fault(
                    "full_file_name",
                    "The pattern is malformed: " + e.getDescription() + ".",
                    "Maybe a bracket is not closed.");
            return new FeedState.Full();
        }
    }

    private void refuseDatedKeys(FeedState state, List<FactRule> facts) {
        boolean dated = facts.stream().anyMatch(fact -> fact.key().contains(FactRule.KeyPart.AS_AT));
        if (dated && !(state instanceof FeedState.Delta)) {
            at("facts")
                    .fault(
                            "facts",
                            "The as-at day is part of a key, so that a full state would lack every record of the one before.",
                            "Maybe name columns that stay the same from file to file.");
        }
    }

    /** A record that waits for a person is not there yet: a full state would retract it, and what belongs to another record is asked twice. */
    private void refuseDoubtfulNames(FeedState state, List<BusinessRule> business, List<FactRule> facts) {
        if (business.stream().noneMatch(FeedParser::isMatch)) {
            return;
        }
        if (!(state instanceof FeedState.Delta)) {
            at("business")
                    .fault(
                            "business",
                            "A feed whose records may wait for a person to say whose they are cannot be a full state, which retracts what it lacks.",
                            "Maybe find the business by an identity, or write state: delta.");
        }
        boolean ofRecord = business.stream().anyMatch(BusinessRule.OfRecord.class::isInstance)
                || facts.stream().anyMatch(fact -> fact.dayOf().isPresent());
        if (ofRecord) {
            at("business")
                    .fault(
                            "business",
                            "A record that belongs to one of another feed has that one's business, and cannot be matched by a name too.",
                            "Maybe leave out match, or record.");
        }
    }

    private static boolean isMatch(BusinessRule rule) {
        return switch (rule) {
            case BusinessRule.ByMatch _ -> true;
            case BusinessRule.OnlyIf only -> isMatch(only.rule());
            default -> false;
        };
    }

    private String digest(CodeTables tables) {
        StringBuilder texts = new StringBuilder();
        for (ConfigFile file : read) {
            texts.append(file.sha256());
        }
        tables.read().forEach(table -> texts.append(table.sha256()));
        config.list("kinds").forEach(kind -> texts.append(kind.sha256()));
        return new ConfigFile("", texts.toString()).sha256();
    }

    private AsAtRule asAt(ColumnReferences columns, DayPatterns days) {
        Optional<YamlMap> rule = at("as_at").findMap("as_at");
        if (rule.isEmpty()) {
            return new AsAtRule.Given(null);
        }
        YamlMap asAt = rule.get();
        LocalDate otherwise = asAt.findDay("day").orElse(null);
        if (asAt.has("latest_of")) {
            return new AsAtRule.LatestOf(columns.one(asAt, "latest_of"), days, otherwise);
        }
        if (otherwise != null && !asAt.has("file_name")) {
            return new AsAtRule.Given(otherwise);
        }
        try {
            Pattern pattern = Pattern.compile(asAt.text("file_name"));
            if (pattern.matcher("").groupCount() == 1) {
                return new AsAtRule.FileName(pattern, otherwise);
            }
        } catch (PatternSyntaxException e) {
            asAt.fault(
                    "file_name",
                    "The pattern is malformed: " + e.getDescription() + ".",
                    "Maybe a bracket is not closed.");
            return new AsAtRule.Given(otherwise);
        }
        asAt.fault("file_name", "The pattern has not exactly one group.", "Maybe write (\\d{4}-\\d{2}-\\d{2}).");
        return new AsAtRule.Given(otherwise);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : at("columns").texts("columns")) {
            columns.add(new Column(name, List.of(), Column.Presence.REQUIRED));
        }
        at("optional_columns")
                .findMap("optional_columns")
                .ifPresent(optional -> optional.keys()
                        .forEach(name -> columns.add(new Column(
                                name,
                                optional.texts(name).stream()
                                        .filter(alias -> !alias.isEmpty())
                                        .toList(),
                                Column.Presence.OPTIONAL))));
        at("ignored_columns")
                .findMap("ignored_columns")
                .ifPresent(ignored -> ignored.keys().forEach(name -> {
                    ignored.text(name);
                    columns.add(new Column(name, List.of(), Column.Presence.IGNORED));
                }));
        at("aliases").findMap("aliases").ifPresent(aliases -> aliases(aliases, columns));
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
        Set<String> exact = new HashSet<>();
        for (Column column : columns) {
            exact.addAll(column.presence() == Column.Presence.IGNORED ? List.of() : column.names());
        }
        for (Column column : columns) {
            for (String name : column.names()) {
                boolean other = column.presence() == Column.Presence.IGNORED && exact.add(name);
                if (!seen.add(ColumnName.folded(name)) && !other) {
                    top.fault(
                            "columns",
                            "The column (%s) is listed twice.".formatted(name),
                            "Maybe remove one of the two.");
                }
            }
        }
    }

    private Optional<Grouping> grouping(ColumnReferences columns, Set<String> nullMarks) {
        if (at("group").has("group")) {
            return Optional.of(new Grouping.SameValue(columns.one(at("group"), "group")));
        }
        return at("continuation").findMap("continuation").map(continuation -> {
            List<Integer> empty = columns.several(continuation, "empty");
            List<Integer> filled = columns.several(continuation, "filled");
            if (empty.isEmpty() || filled.isEmpty()) {
                continuation.fault(
                        "",
                        "Nothing says what a row that continues leaves empty, or what it fills.",
                        "Maybe {empty: [the columns that name the record], filled: [the column of the items]}.");
            }
            return new Grouping.Continued(empty, filled, nullMarks);
        });
    }

    private static int trust(YamlMap authority) {
        return WholeNumber.read(authority, "trust", 0, 100, Source.ORDINARY_TRUST);
    }

    private static Integer days(YamlMap expected) {
        if (!expected.has("days")) {
            expected.fault("days", "The key (days) is missing.", "Maybe add it: days: 31.");
        }
        return WholeNumber.read(expected, "days", 1, MOST_DAYS, 31);
    }

    private List<FactRule> facts(FactRuleParser parser, Optional<YamlMap> authority) {
        List<FactRule> rules = parser.rules(at("facts").maps("facts"), authority);
        if (rules.isEmpty() || rules.size() > FeedDefinition.MOST_FACTS) {
            top.fault(
                    "facts",
                    "The feed makes %d kinds of fact of a record.".formatted(rules.size()),
                    "Maybe list 1 to %d.".formatted(FeedDefinition.MOST_FACTS));
        }
        return rules;
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
