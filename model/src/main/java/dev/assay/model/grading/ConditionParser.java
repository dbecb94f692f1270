package dev.assay.model.grading;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Condition;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.FieldCondition;
import dev.assay.core.grading.ModelInput;
import dev.assay.core.grading.Window;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions and the facts that they mean.
 *
 * @param vocabulary the kinds of fact that there are
 * @param drawn the tables and the input models that conditions may name
 * @param mayForetell whether what is foretold may be read: it may give points, and no condition may hang on it
 */
record ConditionParser(Vocabulary vocabulary, DrawnIn drawn, boolean mayForetell) {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) (month|year)s?");
    private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,4}) days?");
    private static final Pattern PLACE = Pattern.compile("[1-9]\\d{0,3}");
    private static final List<String> WINDOWS = List.of("within", "since", "on");
    private static final List<String> FORMS = List.of("all", "any", "not", "exists", "newest", "count", "input");

    /** Stands in for a kind that is not known: whatever is said of its fields is not checked. */
    static final FactKind UNKNOWN = new FactKind("?", Bilingual.of("?", "?"), List.of());

    /** Of what is known, and not of what is foretold. */
    ConditionParser(Vocabulary vocabulary, DrawnIn drawn) {
        this(vocabulary, drawn, false);
    }

    /** The same for what gives points: it may read what is foretold. */
    ConditionParser forPoints() {
        return new ConditionParser(vocabulary, drawn, true);
    }

    private ConditionParser ofWhatIsKnown() {
        return mayForetell ? new ConditionParser(vocabulary, drawn) : this;
    }

    /** The condition under a key; one that always holds if the key is absent. */
    Condition findCondition(YamlMap map, String key) {
        return map.findMap(key).map(this::condition).orElseGet(Condition.Always::new);
    }

    /** The condition under a key, which must be there. */
    Condition condition(YamlMap map, String key) {
        return condition(map.map(key));
    }

    private Condition condition(YamlMap map) {
        return ofWhatIsKnown().known(map);
    }

    private Condition known(YamlMap map) {
        List<String> forms = FORMS.stream().filter(map::has).toList();
        if (forms.size() != 1) {
            map.fault(
                    "",
                    forms.isEmpty()
                            ? "The condition has none of %s.".formatted(String.join(", ", FORMS))
                            : "The condition has several of %s.".formatted(String.join(", ", FORMS)),
                    "Maybe put one of them there, and join several by all or any.");
            return new Condition.Always();
        }
        return switch (forms.getFirst()) {
            case "all" -> new Condition.All(parts(map, "all"));
            case "any" -> new Condition.Any(parts(map, "any"));
            case "not" -> new Condition.Not(condition(map, "not"));
            case "exists" -> new Condition.Exists(query(map, "exists", "where"));
            case "count" -> count(map);
            case "input" -> inputGrade(map);
            default -> {
                FactQuery query = query(map, "newest", "among");
                yield new Condition.Newest(query, whereOf(query, map, "where"));
            }
        };
    }

    private Condition count(YamlMap map) {
        FactQuery query = query(map, "count", "where");
        int atLeast = map.has("at_least") ? AdjustmentParser.whole(map, "at_least", 1) : 0;
        Integer atMost = map.has("at_most") ? Integer.valueOf(AdjustmentParser.whole(map, "at_most", 0)) : null;
        if (atLeast == 0 && atMost == null) {
            map.fault("count", "The number of facts has no bound.", "Maybe add at_least: 2.");
        }
        if (atMost != null && atMost < atLeast) {
            map.fault(
                    "at_most",
                    "The condition can never hold: at least %d and at most %d.".formatted(atLeast, atMost),
                    "Maybe the bounds are swapped.");
        }
        int inside = map.has("inside") ? months(map, "inside") : 0;
        if (inside > 0 && (atLeast < 2 || atMost != null)) {
            map.fault(
                    "inside",
                    "Only two or more facts (at_least: 2) can lie inside a span, and at_most does not go with it.",
                    "Maybe write within: for how far back one counts.");
        }
        return new Condition.Count(query, atLeast, atMost, inside);
    }

    private Condition inputGrade(YamlMap map) {
        Optional<ModelInput> input = drawn.input(map, "input");
        List<String> grades = map.texts("grade");
        if (grades.isEmpty()) {
            map.fault("grade", "The condition names no grade.", "Maybe write grade: [C, D].");
        }
        if (input.isEmpty()) {
            return new Condition.Always();
        }
        if (ForetoldCheck.reads(input.get().model())) {
            refuseForetold(map, "input", input.get().model().id());
        }
        List<String> known = input.get().model().grades();
        for (String grade : grades) {
            if (!known.contains(grade)) {
                map.fault(
                        "grade",
                        "The grade (%s) is not one of the model (%s)."
                                .formatted(grade, input.get().model().id()),
                        Spelling.didYouMean(grade, known));
            }
        }
        return new Condition.InputGrade(input.get(), Set.copyOf(grades));
    }

    private List<Condition> parts(YamlMap map, String key) {
        List<Condition> parts = map.maps(key).stream().map(this::condition).toList();
        if (parts.isEmpty()) {
            map.fault(key, "The list of conditions is empty.", "Maybe begin each condition with a hyphen.");
        }
        return parts;
    }

    /** Which facts an indicator reads: {@code from: {newest: KIND, within: …, among: …}}. */
    FactQuery from(YamlMap map, String key, String kindKey) {
        return query(map.map(key), kindKey, "among");
    }

    /** Which facts are counted: {@code {count: KIND, within: …, where: …}}. */
    FactQuery counted(YamlMap map) {
        return query(map, "count", "where");
    }

    /** Which fact is meant: {@code {newest: KIND, within: …, among: …}}. */
    FactQuery query(YamlMap map, String kindKey) {
        return query(map, kindKey, "among");
    }

    private FactQuery query(YamlMap map, String kindKey, String whereKey) {
        String name = map.text(kindKey);
        Optional<FactKind> kind = vocabulary.findByName(name);
        if (kind.isEmpty() && !name.equals("?")) {
            map.fault(
                    kindKey,
                    "The kind of fact (%s) is not known.".formatted(name),
                    Spelling.didYouMean(name, vocabulary.names()));
        }
        if (!mayForetell && kind.filter(ForetoldCheck::isForetold).isPresent()) {
            refuseForetold(map, kindKey, name);
        }
        int place = kindKey.equals("newest") && map.has("place") ? place(map) : 1;
        FactQuery all = new FactQuery(kind.orElse(UNKNOWN), List.of());
        return new FactQuery(all.kind(), window(map), place, whereOf(all, map, whereKey));
    }

    private static void refuseForetold(YamlMap map, String key, String name) {
        map.fault(
                key,
                "What is foretold (%s) decides nothing by itself: it may give points in an indicator, and nothing else may hang on it."
                        .formatted(name),
                "Maybe ask what was found: an inspection, a sample, a penalty.");
    }

    private Window window(YamlMap map) {
        List<String> windows = WINDOWS.stream().filter(map::has).toList();
        if (windows.size() > 1) {
            map.fault(
                    windows.getLast(),
                    "Both %s and %s say how far back.".formatted(windows.getFirst(), windows.getLast()),
                    "Maybe take one of them away.");
        }
        if (map.has("on")) {
            return new Window.OnNewest(anchor(map.map("on"), map));
        }
        if (map.has("within")) {
            return within(map, map.text("within"));
        }
        if (!map.has("since")) {
            return Window.ALWAYS;
        }
        if (!map.isMap("since")) {
            return new Window.Since(map.day("since"));
        }
        return new Window.SinceNewest(anchor(map.map("since"), map));
    }

    private FactQuery anchor(YamlMap map, YamlMap whole) {
        FactQuery anchor = ofWhatIsKnown().query(map, "newest", "among");
        if (anchor.window() instanceof Window.SinceNewest || anchor.window() instanceof Window.OnNewest) {
            whole.fault("", "The anchor has an anchor itself.", "Maybe write within: there.");
        }
        return anchor;
    }

    private static Window within(YamlMap map, String text) {
        Matcher days = DAYS.matcher(text);
        return switch (text) {
            case "calendar-year" -> new Window.CalendarYear(0);
            case "previous-calendar-year" -> new Window.CalendarYear(1);
            default ->
                days.matches()
                        ? new Window.Days(Integer.parseInt(days.group(1)))
                        : new Window.Months(months(map, "within"));
        };
    }

    /** Which of the facts, counted back from the newest: 2 is the one before it. */
    private static int place(YamlMap map) {
        String text = map.text("place");
        if (!PLACE.matcher(text).matches()) {
            map.fault(
                    "place",
                    "The place (%s) is no whole number from 1.".formatted(text),
                    "Maybe 2: the one before the newest.");
            return 1;
        }
        return Integer.parseInt(text);
    }

    List<FieldCondition> whereOf(FactQuery query, YamlMap map, String key) {
        if (query.kind().equals(UNKNOWN)) {
            ignore(map, key);
            return List.of();
        }
        return where(map, key, query.kind().fields());
    }

    /** Below a kind that is not known no field can be checked, and none is reported. */
    static void ignore(YamlMap map, String key) {
        for (YamlMap one : map.isMap(key) ? List.of(map.map(key)) : map.maps(key)) {
            one.keys().forEach(field -> {
                if (one.isMap(field)) {
                    YamlMap test = one.map(field);
                    test.keys().forEach(test::texts);
                } else {
                    one.texts(field);
                }
            });
        }
    }

    /** A span of time such as {@code 12 months} or {@code 3 years}, in months. */
    static int months(YamlMap map, String key) {
        String text = map.text(key);
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            map.fault(key, "The value (%s) is no span of time.".formatted(text), "Maybe write 12 months or 3 years.");
            return 1;
        }
        return Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("year") ? 12 : 1);
    }

    /** What must hold of a fact's fields: one mapping, or a list of mappings where a field is asked twice. */
    List<FieldCondition> where(YamlMap map, String key, List<Field> fields) {
        List<FieldCondition> conditions = new ArrayList<>();
        for (YamlMap where : map.isMap(key) ? List.of(map.map(key)) : map.maps(key)) {
            for (String name : where.keys()) {
                field(where, name, name, fields)
                        .ifPresent(field -> conditions.add(
                                new FieldCondition(field, FieldTestParser.test(where, name, field, drawn))));
            }
        }
        return conditions;
    }

    /** A field by name; a fault at a key if there is none of that name. */
    static Optional<Field> field(YamlMap map, String key, String name, List<Field> fields) {
        Optional<Field> found =
                fields.stream().filter(field -> field.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            map.fault(
                    key,
                    "The field (%s) is not known.".formatted(name),
                    Spelling.didYouMean(name, fields.stream().map(Field::name).toList()));
            if (key.equals(name) && !map.isMap(key)) {
                map.texts(key);
            }
        }
        return found;
    }
}
