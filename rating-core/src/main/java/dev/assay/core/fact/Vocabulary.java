package dev.assay.core.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of fact that feeds may make and models may read: those of {@link FactKinds}, and those that a configuration declares. */
public final class Vocabulary {

    /** The built-in kinds alone. */
    public static final Vocabulary BUILT_IN = new Vocabulary(FactKinds.ALL);

    private final List<FactKind> kinds;
    private final Map<String, FactKind> byName;

    private Vocabulary(List<FactKind> kinds) {
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
        return new Vocabulary(all);
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
}
