package dev.assay.model.comparison;

import dev.assay.core.text.Bilingual;
import dev.assay.model.config.YamlValue;

/**
 * Where something stands in a model, for people and for programs.
 *
 * @param part the part
 * @param path ids and keys from the top
 * @param key the last key of the path that is a key of the language and not the id of an entry
 * @param words the same in words
 */
record Place(ModelPart part, String path, String key, Bilingual words) {

    /** Begins the id of a step with an upper bound. */
    static final String UP_TO = "≤";

    /** The id of the last step, which is open. */
    static final String OPEN = ">";

    /** A key at the top. The header's keys belong to the model as a whole. */
    static Place top(ModelPart part, String key) {
        Place place = new Place(part, key, key, part.noun());
        return part == ModelPart.MODEL || part == ModelPart.OTHER
                ? new Place(part, key, key, place.joined(KeyWords.of(key)).words())
                : place;
    }

    /** A key below. */
    Place at(String name) {
        return joined(KeyWords.of(part, key, name)).deeper(name, name);
    }

    private Place deeper(String name, String lastKey) {
        return new Place(part, path + "." + name, lastKey, words);
    }

    /** An entry of the list at a key of the top: the part's noun with the entry's name. */
    Place entry(String id, YamlValue value) {
        return new Place(
                part,
                path + "." + id,
                "",
                Bilingual.of(
                        part.noun().zh() + named(value, id, "zh"), part.noun().en() + " " + named(value, id, "en")));
    }

    /** An entry of a list further below. */
    Place inner(String id, YamlValue value) {
        Bilingual word = id.startsWith(UP_TO)
                ? Bilingual.of("不超过 " + id.substring(1) + " 的一档", "step up to " + id.substring(1))
                : id.equals(OPEN)
                        ? Bilingual.of("最后一档", "last step")
                        : Bilingual.of(named(value, id, "zh"), named(value, id, "en"));
        return joined(word).deeper(id.startsWith(UP_TO) ? id.substring(1) : id, "");
    }

    private Place joined(Bilingual word) {
        return new Place(
                part, path, key, Bilingual.of(words.zh() + "，" + word.zh().strip(), words.en() + ", " + word.en()));
    }

    /** The title, or what stands for it, with the id; the id alone where there is neither. */
    private static String named(YamlValue value, String id, String language) {
        if (!(value instanceof YamlValue.Entries entries)) {
            return id;
        }
        return entries.find("title")
                .or(() -> entries.find("text"))
                .filter(YamlValue.Entries.class::isInstance)
                .flatMap(text -> ((YamlValue.Entries) text).findText(language))
                .map(title -> language.equals("zh") ? "“" + title + "”（" + id + "）" : "“" + title + "” (" + id + ")")
                .orElse(language.equals("zh") ? " " + id : id);
    }
}
