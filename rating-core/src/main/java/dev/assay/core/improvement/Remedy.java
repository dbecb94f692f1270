package dev.assay.core.improvement;

import dev.assay.core.fact.FactKind;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something within a business's power, told by the fact that would show that it was done. */
public sealed interface Remedy {

    /**
     * Its id.
     *
     * @return lower-case letters, digits and hyphens
     */
    String id();

    /**
     * What to do.
     *
     * @return for people
     */
    Bilingual title();

    /**
     * Comes to have something, such as a certificate.
     *
     * @param id its id
     * @param title what to do
     * @param kind the kind of the fact
     * @param fields its fields
     */
    record Obtains(String id, Bilingual title, FactKind kind, Map<String, Object> fields) implements Remedy {
        /** Copies the map. */
        public Obtains {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Has the newest of some facts repeated with a better outcome, such as the next inspection. Several remedies of the same facts are one
     * repetition.
     *
     * @param id its id
     * @param title what to do
     * @param facts which facts
     * @param outcome what is better
     */
    record Repeats(String id, Bilingual title, Like facts, Outcome outcome) implements Remedy {}

    /**
     * Has something added to each of some facts, such as the repair of credit after a penalty; each fact is a remedy by itself.
     *
     * @param id its id
     * @param title what to do
     * @param every the kind of the facts
     * @param names the field by which a person knows such a fact
     * @param kind the kind of what is added
     * @param copied the fields that it takes from the fact: the name of its own and of the fact's field
     * @param fields its other fields
     */
    record Follows(
            String id,
            Bilingual title,
            FactKind every,
            String names,
            FactKind kind,
            Map<String, String> copied,
            Map<String, Object> fields)
            implements Remedy {
        /** Copies the maps. */
        public Follows {
            copied = Map.copyOf(copied);
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Which facts.
     *
     * @param kind their kind
     * @param fields what their fields are
     */
    record Like(FactKind kind, Map<String, Object> fields) {
        /** Copies the map. */
        public Like {
            fields = Map.copyOf(fields);
        }
    }

    /** What is better in a repetition. */
    sealed interface Outcome {}

    /**
     * Fields and items that are otherwise.
     *
     * @param fields the fields that are set; one that the fact lacks is not added
     * @param items the items that are set; null if none are
     */
    record Otherwise(Map<String, Object> fields, @Nullable Items items) implements Outcome {
        /** Copies the map. */
        public Otherwise {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Items that are otherwise.
     *
     * @param field the field of items
     * @param only what the items that change are
     * @param set their fields afterwards
     */
    record Items(String field, Map<String, Object> only, Map<String, Object> set) {
        /** Copies the maps. */
        public Items {
            only = Map.copyOf(only);
            set = Map.copyOf(set);
        }
    }

    /**
     * A number that is better; how much, is asked from the mildest value on.
     *
     * @param field the field, a decimal
     * @param values from the mildest to the furthest, rising or falling
     */
    record Level(String field, List<BigDecimal> values) implements Outcome {
        /** Copies the list. */
        public Level {
            values = List.copyOf(values);
        }
    }
}
