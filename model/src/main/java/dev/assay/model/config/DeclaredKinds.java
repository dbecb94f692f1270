package dev.assay.model.config;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.text.Bilingual;
import dev.assay.model.sampling.SamplingTermsFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Kinds of fact that a configuration declares, one in each file of {@code config/kinds}. {@code docs/feeds.md} describes the files. */
public final class DeclaredKinds {

    private static final String FOLDER = "kinds";
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** The store keeps a kind's name in 32 characters. */
    private static final int LONGEST_KIND = 32;

    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> filesByKind = new HashMap<>();

    private DeclaredKinds() {}

    /**
     * The built-in kinds with those that a configuration declares, and the terms after a failed sample.
     *
     * @param files where configuration is found
     * @return the vocabulary
     * @throws FaultyConfigException with all the faults of all the files, if there are any
     */
    public static Vocabulary load(ConfigFiles files) {
        return parse(files.list(FOLDER)).withSamplingTerms(SamplingTermsFile.load(files));
    }

    /**
     * The built-in kinds with those that some files declare.
     *
     * @param files the files
     * @return the vocabulary
     * @throws FaultyConfigException with all the faults of all the files, if there are any
     */
    public static Vocabulary parse(List<ConfigFile> files) {
        DeclaredKinds declared = new DeclaredKinds();
        List<FactKind> kinds = files.stream().map(declared::kind).toList();
        if (!declared.faults.isEmpty()) {
            throw new FaultyConfigException(declared.faults);
        }
        return Vocabulary.with(kinds);
    }

    private FactKind kind(ConfigFile file) {
        YamlMap top = YamlMap.parse(file, faults);
        FactKind kind = new FactKind(name(top, file), title(top), fields(top, "fields", true), bearing(top));
        top.refuseUnreadKeys();
        return kind;
    }

    private static FactKind.Bearing bearing(YamlMap top) {
        List<String> words = Arrays.stream(FactKind.Bearing.values())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        return top.has("bearing")
                ? FactKind.Bearing.valueOf(top.oneOf("bearing", words).toUpperCase(Locale.ROOT))
                : FactKind.Bearing.NEUTRAL;
    }

    private String name(YamlMap top, ConfigFile file) {
        String name = top.text("kind");
        if (!name.equals("?") && (!KIND.matcher(name).matches() || name.length() > LONGEST_KIND)) {
            top.fault(
                    "kind",
                    "The name (%s) is not lower-case letters, digits and hyphens, at most %d."
                            .formatted(name, LONGEST_KIND),
                    "Maybe write it like staff-exam.");
        }
        String first = FactKinds.ALL.stream().anyMatch(kind -> kind.name().equals(name))
                ? "Assay itself"
                : filesByKind.putIfAbsent(name, file.name());
        if (first != null && !name.equals("?")) {
            top.fault(
                    "kind",
                    "The kind (%s) is declared by %s already.".formatted(name, first),
                    "Maybe give this one a name of its own.");
        }
        return name;
    }

    private static Bilingual title(YamlMap map) {
        YamlMap title = map.map("title");
        return Bilingual.of(title.text("zh"), title.text("en"));
    }

    private static List<Field> fields(YamlMap map, String key, boolean mayHaveItems) {
        YamlMap fields = map.map(key);
        if (fields.keys().isEmpty()) {
            map.fault(key, "There are no fields.", "Maybe add one: number: {type: text, title: {zh: 编号, en: Number}}.");
        }
        return fields.keys().stream()
                .map(name -> field(fields, name, mayHaveItems))
                .toList();
    }

    private static Field field(YamlMap fields, String name, boolean mayHaveItems) {
        if (!FIELD.matcher(name).matches()) {
            fields.fault(
                    name,
                    "The field's name (%s) is not lower-case letters, digits and underscores.".formatted(name),
                    "Maybe write it like document_no.");
        }
        YamlMap field = fields.map(name);
        FieldType type = type(field, mayHaveItems);
        String unit = field.findText("unit").orElse("");
        if (!unit.isEmpty() && type != FieldType.DECIMAL) {
            field.fault("unit", "Only a decimal has a unit (%s).".formatted(unit), "Maybe type: decimal was meant.");
        }
        return new Field(
                name, type, unit, title(field), type == FieldType.ITEMS ? fields(field, "items", false) : List.of());
    }

    private static FieldType type(YamlMap field, boolean mayHaveItems) {
        List<String> types = Arrays.stream(FieldType.values())
                .filter(type -> mayHaveItems || (type != FieldType.ITEMS && type != FieldType.PERSON_ID))
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        return FieldType.valueOf(field.oneOf("type", types).toUpperCase(Locale.ROOT));
    }
}
