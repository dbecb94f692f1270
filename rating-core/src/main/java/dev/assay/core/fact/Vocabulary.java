package dev.assay.core.fact;

import dev.assay.core.sampling.SamplingTerms;
import dev.assay.core.text.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of fact that feeds may make and models may read: those of {@link FactKinds}, and those that a configuration declares. */
public final class Vocabulary {

    /** The built-in kinds alone. */
    public static final Vocabulary BUILT_IN = new Vocabulary(FactKinds.ALL, List.of());

    private final List<FactKind> kinds;
    private final List<SamplingTerms> samplingTerms;
    private final Map<String, FactKind> byName;

    private Vocabulary(List<FactKind> kinds, List<SamplingTerms> samplingTerms) {
        this.samplingTerms = List.copyOf(samplingTerms);
        this.kinds = List.copyOf(kinds);
        this.byName = new HashMap<>();
        for (FactKind kind : kinds) {
            if (byName.putIfAbsent(kind.name(), kind) != null) {
                throw new IllegalArgumentException(
                        "The kind of fact (%s) is declared twice.%nMaybe give one of the two another name."
                                .formatted(kind.name()));
            }
        }
    }

    /**
     * The built-in kinds with others behind them.
     *
     * @param declared the others
     * @return the vocabulary
     * @throws IllegalArgumentException if two kinds have the same name
     */
    public static Vocabulary with(List<FactKind> declared) {
        List<FactKind> all = new ArrayList<>(FactKinds.ALL);
        all.addAll(declared);
        return new Vocabulary(all, List.of());
    }

    /**
     * The same kinds, with the terms by which the state of a failed sample is found.
     *
     * @param terms the editions
     * @return the vocabulary
     */
    public Vocabulary withSamplingTerms(List<SamplingTerms> terms) {
        return new Vocabulary(kinds, terms);
    }

    /**
     * The terms by which the state of a failed sample is found.
     *
     * @return the editions, in no order; without any, failures have no state
     */
    public List<SamplingTerms> samplingTerms() {
        return samplingTerms;
    }

    /**
     * All kinds.
     *
     * @return them, in the order in which people read a file
     */
    public List<FactKind> kinds() {
        return kinds;
    }

    /**
     * The names of all kinds.
     *
     * @return them, in the same order
     */
    public List<String> names() {
        return kinds.stream().map(FactKind::name).toList();
    }

    /**
     * A kind by name.
     *
     * @param name the name
     * @return the kind, or empty if there is none
     */
    public Optional<FactKind> findByName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The fields of a kind with those that values hold beside them, because a file must show what it holds even where nothing declares it
     * any more.
     *
     * @param kind the name of the kind
     * @param values what may hold other fields
     * @return the kind's fields in their order, then the others by name, as texts under their own names
     */
    public List<Field> fieldsOf(String kind, Values... values) {
        List<Field> fields =
                new ArrayList<>(findByName(kind).map(FactKind::fields).orElse(List.of()));
        Set<String> named = new HashSet<>();
        fields.forEach(field -> named.add(field.name()));
        Set<String> others = new TreeSet<>();
        for (Values some : values) {
            others.addAll(some.fields().keySet());
        }
        others.stream().filter(name -> !named.contains(name)).forEach(name -> fields.add(undeclared(name, values)));
        return List.copyOf(fields);
    }

    private static Field undeclared(String name, Values... values) {
        Set<String> inItems = new TreeSet<>();
        for (Values some : values) {
            some.getItems(name).forEach(item -> inItems.addAll(item.fields().keySet()));
        }
        List<Field> items = inItems.stream()
                .map(item -> Field.of(item, FieldType.TEXT, item, item))
                .toList();
        return new Field(name, items.isEmpty() ? FieldType.TEXT : FieldType.ITEMS, "", Bilingual.of(name, name), items);
    }
}
