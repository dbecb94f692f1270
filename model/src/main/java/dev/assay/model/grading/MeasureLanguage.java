package dev.assay.model.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.Quantity;
import dev.assay.model.config.YamlMap;
import java.util.Optional;

/** Reads the numbers and facts of the model language where they stand in a file that is no grading model. */
public final class MeasureLanguage {

    private final ConditionParser conditions;

    /**
     * The language over some kinds of fact.
     *
     * @param vocabulary the kinds that there are
     */
    public MeasureLanguage(Vocabulary vocabulary) {
        this.conditions = new ConditionParser(vocabulary, new DrawnIn());
    }

    /**
     * A number that is made from facts.
     *
     * @param map what stands under {@code measure}
     * @return the number; a fault is noted where it cannot be read
     */
    public Quantity quantity(YamlMap map) {
        return MeasureParser.quantityOf(map, conditions);
    }

    /**
     * Which facts are meant.
     *
     * @param map where they are named
     * @param kindKey the key that names their kind: {@code newest} or {@code every}
     * @return the query; a fault is noted where it cannot be read
     */
    public FactQuery query(YamlMap map, String kindKey) {
        return conditions.query(map, kindKey);
    }

    /**
     * A field of the facts that a query means.
     *
     * @param query which facts
     * @param map where the field is named
     * @param key under which key
     * @param name its name
     * @return it; empty, and a fault, if they have none of that name
     */
    public static Optional<Field> field(FactQuery query, YamlMap map, String key, String name) {
        return query.kind().equals(ConditionParser.UNKNOWN)
                ? Optional.empty()
                : ConditionParser.field(map, key, name, query.kind().fields());
    }

    /**
     * Whether the kind of a query could not be found.
     *
     * @param query which facts
     * @return true if a fault was noted for it
     */
    public static boolean isUnknown(FactQuery query) {
        return query.kind().equals(ConditionParser.UNKNOWN);
    }
}
