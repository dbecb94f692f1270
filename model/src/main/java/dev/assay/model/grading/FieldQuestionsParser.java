package dev.assay.model.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.FieldCondition;
import dev.assay.model.config.YamlMap;
import java.util.List;

/** Reads the questions of the model language about fields where they stand in a file that is no model. */
public final class FieldQuestionsParser {

    private FieldQuestionsParser() {}

    /**
     * What must hold of fields: one mapping, or a list of mappings where a field is asked twice. Tables cannot be asked.
     *
     * @param map where the questions stand
     * @param key under which key; none there asks nothing
     * @param fields the fields that can be asked; empty where their kind is not known, then nothing is checked
     * @return the questions; a fault is noted for each that cannot be asked
     */
    public static List<FieldCondition> where(YamlMap map, String key, List<Field> fields) {
        if (fields.isEmpty()) {
            ConditionParser.ignore(map, key);
            return List.of();
        }
        return new ConditionParser(Vocabulary.BUILT_IN, new DrawnIn()).where(map, key, fields);
    }
}
