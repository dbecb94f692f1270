package dev.assay.store.adoption;

import static dev.assay.store.schema.Tables.MODEL_VERSION;

import dev.assay.core.adoption.Adoption;
import dev.assay.store.time.UtcTime;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Where a version stands, as columns of its row. */
record VersionRow(Adoption adoption) {

    private static final AdoptionColumns COLUMNS = new AdoptionColumns(MODEL_VERSION);

    Map<Field<?>, @Nullable Object> columns() {
        return COLUMNS.write(adoption);
    }

    static StoredVersion read(Record row) {
        return new StoredVersion(
                row.get(MODEL_VERSION.VERSION_ID),
                row.get(MODEL_VERSION.REVISION),
                new ModelDraft(
                        row.get(MODEL_VERSION.MODEL), row.get(MODEL_VERSION.VERSION), row.get(MODEL_VERSION.TEXT)),
                COLUMNS.read(row),
                row.get(MODEL_VERSION.WHOLE),
                row.get(MODEL_VERSION.DIGEST),
                row.get(MODEL_VERSION.SIMULATION),
                COLUMNS.trial(row),
                row.get(MODEL_VERSION.CREATED_BY),
                UtcTime.instant(row.get(MODEL_VERSION.CREATED_AT)),
                UtcTime.instant(row.get(MODEL_VERSION.EDITED_AT)));
    }
}
