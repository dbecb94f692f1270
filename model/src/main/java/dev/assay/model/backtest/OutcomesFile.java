package dev.assay.model.backtest;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FactNames;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import dev.assay.model.grading.FieldQuestionsParser;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What grades are held against: the files of {@code config/outcomes}. {@code docs/backtest.md} describes them. */
public final class OutcomesFile {

    private static final String FOLDER = "outcomes";
    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,3}) (day|month|year)s?");

    private final FactNames names;
    private final List<Fault> faults;

    private OutcomesFile(Vocabulary vocabulary, List<Fault> faults) {
        this.names = new FactNames(vocabulary);
        this.faults = faults;
    }

    /**
     * One outcome of a configuration.
     *
     * @param files where configuration is found
     * @param id its id
     * @param vocabulary the kinds of fact that there are
     * @return it
     * @throws FaultyConfigException with all the faults of its file, if there are any
     * @throws IllegalArgumentException if there is none of that id
     */
    public static OutcomeDefinition load(ConfigFiles files, String id, Vocabulary vocabulary) {
        return files.find(FOLDER, id)
                .map(file -> parse(file, vocabulary))
                .orElseThrow(() -> new IllegalArgumentException("The outcome (%s) is not known.%n%s"
                        .formatted(id, Spelling.didYouMean(id, files.ids(FOLDER)))));
    }

    /**
     * The one outcome of a configuration that is meant for a model.
     *
     * @param files where configuration is found
     * @param model the model's id
     * @param vocabulary the kinds of fact that there are
     * @return it
     * @throws FaultyConfigException with all the faults of all the files, if there are any
     * @throws IllegalArgumentException if none or several are meant for the model
     */
    public static OutcomeDefinition forModel(ConfigFiles files, String model, Vocabulary vocabulary) {
        List<Fault> faults = new ArrayList<>();
        List<OutcomeDefinition> all = files.list(FOLDER).stream()
                .map(file -> new OutcomesFile(vocabulary, faults).read(file))
                .toList();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        List<OutcomeDefinition> meant =
                all.stream().filter(one -> one.models().contains(model)).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new IllegalArgumentException("%s outcome is meant for the model (%s).%nMaybe name one: --outcome %s."
                .formatted(
                        meant.isEmpty() ? "No" : "More than one",
                        model,
                        (meant.isEmpty() ? all : meant)
                                .stream().map(OutcomeDefinition::id).collect(Collectors.joining(" | "))));
    }

    /**
     * The outcome of a file.
     *
     * @param file the file
     * @param vocabulary the kinds of fact that there are
     * @return it
     * @throws FaultyConfigException with all the faults of the file, if there are any
     */
    public static OutcomeDefinition parse(ConfigFile file, Vocabulary vocabulary) {
        List<Fault> faults = new ArrayList<>();
        OutcomeDefinition outcome = new OutcomesFile(vocabulary, faults).read(file);
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return outcome;
    }

    private OutcomeDefinition read(ConfigFile file) {
        YamlMap top = YamlMap.parse(file, faults);
        String id = top.text("id");
        String name = Path.of(file.name()).getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!id.equals(name) && !id.equals("?")) {
            top.fault(
                    "id", "The id (%s) is not the file's name (%s).".formatted(id, name), "Maybe rename one of them.");
        }
        YamlMap after = top.map("after");
        OutcomeDefinition.Looks looks = looks(after, "any_of");
        OutcomeDefinition outcome = new OutcomeDefinition(
                id,
                words(top, "title"),
                words(top, "note"),
                top.texts("models"),
                looks,
                after.oneOf("take", List.of("first", "any")).equals("first")
                        ? OutcomeDefinition.Take.FIRST
                        : OutcomeDefinition.Take.ANY,
                span(after, "within"),
                after.oneOf("absent", List.of("unseen", "clean")).equals("clean")
                        ? Afterwards.CLEAN
                        : Afterwards.UNSEEN,
                findings(top, looks.kind()),
                top.findMap("authority").map(this::authority).orElse(null));
        top.refuseUnreadKeys();
        return outcome;
    }

    private static Bilingual words(YamlMap map, String key) {
        YamlMap words = map.map(key);
        return new Bilingual(words.text("zh"), words.text("en"));
    }

    private OutcomeDefinition.Looks looks(YamlMap map, String key) {
        FactKind kind = names.kind(map, key);
        return new OutcomeDefinition.Looks(kind, FieldQuestionsParser.where(map, "where", kind.fields()));
    }

    private static Period span(YamlMap map, String key) {
        String text = map.text(key);
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            if (!text.equals("?")) {
                map.fault(
                        key,
                        "The value (%s) is no span of time.".formatted(text),
                        "Maybe write 365 days, 12 months or 2 years.");
            }
            return Period.ofDays(1);
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> Period.ofDays(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    private List<OutcomeDefinition.Finding> findings(YamlMap top, FactKind looked) {
        List<OutcomeDefinition.Finding> findings = new ArrayList<>();
        for (YamlMap map : top.maps("found")) {
            FactKind kind = map.has("in") ? names.kind(map, "in") : looked;
            Field same = map.has("same") ? FactNames.field(map, "same", kind) : null;
            if (same != null) {
                FactNames.field(map, "same", looked);
            }
            Field items = map.has("items") ? FactNames.field(map, "items", kind) : null;
            if (items != null && items.type() != FieldType.ITEMS) {
                map.fault("items", "The field (%s) has no items.".formatted(items.name()), "Maybe ask it under where.");
            }
            findings.add(new OutcomeDefinition.Finding(
                    kind,
                    same,
                    items,
                    FieldQuestionsParser.where(map, "where", items == null ? kind.fields() : items.items())));
        }
        if (findings.isEmpty()) {
            top.fault("found", "Nothing says what counts as found.", "Maybe add it: found: [{where: {…}}].");
        }
        return findings;
    }

    private OutcomeDefinition.AuthorityClass authority(YamlMap map) {
        OutcomeDefinition.Looks of = looks(map, "newest");
        Field field = FactNames.field(map, "field", of.kind());
        List<String> classes = map.texts("classes");
        if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
            map.fault(
                    "classes",
                    "The classes (%s) are not two or more different ones.".formatted(String.join(", ", classes)),
                    "Maybe list them all, from the best to the worst.");
        }
        return new OutcomeDefinition.AuthorityClass(
                words(map, "title"),
                of,
                field == null ? Field.of("?", FieldType.TEXT, "?", "?") : field,
                classes,
                map.flag("hindsight", false));
    }
}
