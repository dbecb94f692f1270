package dev.assay.model.remedy;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.improvement.Remedy;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a business can do to better its grade: the files of {@code config/remedies}. {@code docs/model-language.md} describes them. */
public final class RemediesFile {

    private static final String FOLDER = "remedies";
    private static final List<String> FORMS = List.of("obtains", "repeats", "follows");

    private final Vocabulary vocabulary;
    private final List<Fault> faults = new ArrayList<>();

    private RemediesFile(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * All the remedies of a configuration.
     *
     * @param files where configuration is found
     * @param vocabulary the kinds of fact that there are
     * @return them, in the order of the files
     * @throws FaultyConfigException with all the faults of all the files, if there are any
     */
    public static List<Remedy> load(ConfigFiles files, Vocabulary vocabulary) {
        return parse(files.list(FOLDER), vocabulary);
    }

    /**
     * The remedies of some files.
     *
     * @param files the files
     * @param vocabulary the kinds of fact that there are
     * @return them, in the order of the files
     * @throws FaultyConfigException with all the faults of all the files, if there are any
     */
    public static List<Remedy> parse(List<ConfigFile> files, Vocabulary vocabulary) {
        RemediesFile reader = new RemediesFile(vocabulary);
        List<Remedy> remedies = new ArrayList<>();
        for (ConfigFile file : files) {
            YamlMap top = YamlMap.parse(file, reader.faults);
            top.maps("remedies").forEach(map -> reader.remedy(map).ifPresent(remedies::add));
            top.refuseUnreadKeys();
        }
        if (!reader.faults.isEmpty()) {
            throw new FaultyConfigException(reader.faults);
        }
        return List.copyOf(remedies);
    }

    private Optional<Remedy> remedy(YamlMap map) {
        String id = map.text("id");
        YamlMap title = map.map("title");
        Bilingual name = new Bilingual(title.text("zh"), title.text("en"));
        List<String> forms = FORMS.stream().filter(map::has).toList();
        if (forms.size() != 1) {
            map.fault(
                    "",
                    "The remedy has %s of %s."
                            .formatted(forms.isEmpty() ? "none" : "more than one", String.join(", ", FORMS)),
                    "Maybe keep one of them: it says what the business does.");
            return Optional.empty();
        }
        return switch (forms.getFirst()) {
            case "obtains" ->
                kind(map, "obtains").map(kind -> new Remedy.Obtains(id, name, kind, values(map, "set", kind.fields())));
            case "repeats" -> kind(map, "repeats").map(kind -> repeats(map, id, name, kind));
            default ->
                kind(map, "follows")
                        .flatMap(every -> kind(map, "with").map(kind -> follows(map, id, name, every, kind)));
        };
    }

    private Remedy repeats(YamlMap map, String id, Bilingual name, FactKind kind) {
        Remedy.Like like = new Remedy.Like(kind, values(map, "like", kind.fields()));
        if (map.has("level")) {
            YamlMap level = map.map("level");
            String field = level.text("field");
            field(level, "field", field, kind.fields());
            List<BigDecimal> values = level.texts("values").stream()
                    .map(text -> decimal(level, "values", text))
                    .toList();
            if (values.isEmpty()) {
                level.fault("values", "No value is named.", "Maybe list them from the mildest to the furthest.");
            }
            return new Remedy.Repeats(
                    id, name, like, new Remedy.Level(field, values.isEmpty() ? List.of(BigDecimal.ZERO) : values));
        }
        Remedy.Items items = map.findMap("items")
                .map(of -> {
                    String list = of.text("field");
                    List<Field> fields = field(of, "field", list, kind.fields())
                            .map(Field::items)
                            .orElse(List.of());
                    return new Remedy.Items(list, values(of, "only", fields), values(of, "set", fields));
                })
                .orElse(null);
        return new Remedy.Repeats(id, name, like, new Remedy.Otherwise(values(map, "set", kind.fields()), items));
    }

    private Remedy follows(YamlMap map, String id, Bilingual name, FactKind every, FactKind kind) {
        YamlMap copy = map.map("copy");
        Map<String, String> copied = new HashMap<>();
        for (String own : copy.keys()) {
            String theirs = copy.text(own);
            field(copy, own, own, kind.fields());
            field(copy, own, theirs, every.fields());
            copied.put(own, theirs);
        }
        String names = map.text("named_by");
        field(map, "named_by", names, every.fields());
        return new Remedy.Follows(id, name, every, names, kind, copied, values(map, "set", kind.fields()));
    }

    private Optional<FactKind> kind(YamlMap map, String key) {
        String name = map.text(key);
        Optional<FactKind> kind = vocabulary.findByName(name);
        if (kind.isEmpty() && !name.equals("?")) {
            map.fault(
                    key,
                    "The kind of fact (%s) is not known.".formatted(name),
                    Spelling.didYouMean(name, vocabulary.names()));
        }
        return kind;
    }

    private static Optional<Field> field(YamlMap map, String key, String name, List<Field> fields) {
        Optional<Field> found =
                fields.stream().filter(field -> field.name().equals(name)).findFirst();
        if (found.isEmpty() && !name.equals("?")) {
            map.fault(
                    key,
                    "The field (%s) is not known.".formatted(name),
                    Spelling.didYouMean(name, fields.stream().map(Field::name).toList()));
        }
        return found;
    }

    private static Map<String, Object> values(YamlMap map, String key, List<Field> fields) {
        Map<String, Object> values = new HashMap<>();
        map.findMap(key).ifPresent(of -> {
            for (String name : of.keys()) {
                field(of, name, name, fields).ifPresent(field -> values.put(name, value(of, field)));
            }
        });
        return values;
    }

    private static Object value(YamlMap map, Field field) {
        return switch (field.type()) {
            case TEXT, MEASURE -> map.text(field.name());
            case DAY -> map.day(field.name()).toString();
            case DECIMAL -> map.decimal(field.name());
            case FLAG -> map.flag(field.name(), false);
            case TEXTS -> map.texts(field.name());
            case ITEMS, PERSON_ID -> {
                map.fault(
                        field.name(),
                        "A field of type %s cannot be set."
                                .formatted(field.type() == FieldType.ITEMS ? "items" : "person"),
                        "Maybe use items: {field: …, set: …}.");
                yield "";
            }
        };
    }

    private static BigDecimal decimal(YamlMap map, String key, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            map.fault(key, "The value (%s) is no number.".formatted(text), "Maybe write 10 or 2.5.");
            return BigDecimal.ZERO;
        }
    }
}
