package dev.assay.core.entry;

import dev.assay.core.fact.FactKinds;
import java.util.List;
import java.util.Map;

/** The fields without which a fact of a built-in kind tells nothing that can be found or read again. */
public final class EntryNeeds {

    /** By kind; of each list one field must be filled. */
    private static final Map<String, List<List<String>>> FIELDS = Map.of(
            FactKinds.BUSINESS.name(), List.of(List.of("name")),
            FactKinds.LICENCE.name(), List.of(List.of("number"), List.of("sector"), List.of("status")),
            FactKinds.SAMPLING_RESULT.name(), List.of(List.of("product")),
            FactKinds.SAMPLING_STEP.name(), List.of(List.of("step"), List.of("sample_no", "product")),
            FactKinds.PENALTY.name(), List.of(List.of("document_no")),
            FactKinds.PENALTY_STEP.name(), List.of(List.of("penalty_no"), List.of("step")),
            FactKinds.TAKEOVER.name(), List.of(List.of("predecessor")),
            FactKinds.GRADE_OVERRIDE.name(),
                    List.of(List.of("model"), List.of("grade"), List.of("until"), List.of("reason")));

    /** The same for each item, by kind and field. */
    private static final Map<String, List<String>> ITEMS = Map.of(
            FactKinds.INSPECTION.name() + ".items", List.of("item", "result"),
            FactKinds.SAMPLING_RESULT.name() + ".failures", List.of("item"));

    private EntryNeeds() {}

    /**
     * What a fact must tell.
     *
     * @param kind its kind
     * @return lists of fields, of each of which one must be filled; none for declared kinds
     */
    public static List<List<String>> of(String kind) {
        return FIELDS.getOrDefault(kind, List.of());
    }

    /**
     * What each item must tell.
     *
     * @param kind the fact's kind
     * @param field the field that holds the items
     * @return the items' fields that must be filled
     */
    public static List<String> ofItems(String kind, String field) {
        return ITEMS.getOrDefault(kind + "." + field, List.of());
    }
}
