package dev.assay.api.business;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldChange;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.history.Closing;
import dev.assay.store.history.Closing.Successor;
import dev.assay.store.history.FactVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In what a version differs from the one that took its place. */
public final class VersionChanges {

    private static final Field OCCURRED_ON = Field.of("occurredOn", FieldType.DAY, "发生日期", "Happened on");
    private static final Field LICENCE = Field.of("licence", FieldType.TEXT, "所涉许可", "Licence concerned");

    private VersionChanges() {}

    /**
     * The differences.
     *
     * @param version a version
     * @param vocabulary the kinds of fact that there are
     * @return its own day and licence first, then its fields; empty where it stands or nothing took its place
     */
    public static List<FieldChange> of(FactVersion version, Vocabulary vocabulary) {
        Closing closing = version.closing();
        Successor next = closing == null ? null : closing.successor();
        if (next == null) {
            return List.of();
        }
        Fact fact = version.fact();
        List<FieldChange> changes = new ArrayList<>();
        if (!fact.occurredOn().equals(next.occurredOn())) {
            changes.add(new FieldChange(
                    OCCURRED_ON, fact.occurredOn().toString(), next.occurredOn().toString()));
        }
        if (!Objects.equals(fact.licence(), next.licence())) {
            changes.add(new FieldChange(LICENCE, fact.licence(), next.licence()));
        }
        changes.addAll(FieldChange.between(
                vocabulary.fieldsOf(fact.kind(), fact.values(), next.values()), fact.values(), next.values()));
        return List.copyOf(changes);
    }

    /**
     * The business to which a correction gave a record.
     *
     * @param closing what closed its version
     * @return {@code SCHEME:VALUE}; null where it stayed
     */
    public static @Nullable String findMove(Closing closing) {
        Successor next = closing.successor();
        return next == null || next.business() == null ? null : next.business().toString();
    }
}
