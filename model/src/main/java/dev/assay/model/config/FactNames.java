package dev.assay.model.config;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of fact and their fields, by the names that a file gives them.
 *
 * @param vocabulary the kinds that there are
 */
public record FactNames(Vocabulary vocabulary) {

    /**
     * The kind that a key names.
     *
     * @param map where it is named
     * @param key under which key
     * @return it; one without fields, and a fault, if there is none of that name
     */
    public FactKind kind(YamlMap map, String key) {
        String name = map.text(key);
        return vocabulary.findByName(name).orElseGet(() -> {
            if (!name.equals("?")) {
                map.fault(
                        key,
                        "The kind of fact (%s) is not known.".formatted(name),
                        Spelling.didYouMean(name, vocabulary.names()));
            }
            return new FactKind("?", Bilingual.of("?", "?"), List.of());
        });
    }

    /**
     * The field that a key names.
     *
     * @param map where it is named
     * @param key under which key
     * @param kind the kind of fact that has it
     * @return it; null, and a fault, if the kind is known and has none of that name
     */
    public static @Nullable Field field(YamlMap map, String key, FactKind kind) {
        String name = map.text(key);
        Optional<Field> found = kind.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
        if (found.isEmpty() && !name.equals("?") && !kind.name().equals("?")) {
            map.fault(
                    key,
                    "The kind (%s) has no field (%s).".formatted(kind.name(), name),
                    Spelling.didYouMean(
                            name, kind.fields().stream().map(Field::name).toList()));
        }
        return found.orElse(null);
    }
}
