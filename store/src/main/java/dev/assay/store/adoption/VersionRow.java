package dev.assay.store.adoption;

import static dev.assay.store.schema.Tables.MODEL_VERSION;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.Adoption.Approved;
import dev.assay.core.adoption.Adoption.Retired;
import dev.assay.core.listing.Decision;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Where a version stands, as columns of its row. */
record VersionRow(Adoption adoption) {

    Map<Field<?>, @Nullable Object> columns() {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(MODEL_VERSION.STATE, adoption.code());
        switch (adoption) {
            case Adoption.Draft(var editors) -> {
                columns.put(MODEL_VERSION.EDITORS, String.join(" ", editors));
                columns.put(MODEL_VERSION.DIGEST, null);
            }
            case Adoption.Checked checked -> columns.put(MODEL_VERSION.DIGEST, checked.digest());
            case Adoption.Simulated simulated -> columns.put(MODEL_VERSION.DIGEST, simulated.digest());
            case Approved approved -> {
                decision(columns, approved.decision());
                columns.put(MODEL_VERSION.IN_FORCE_FROM, approved.from());
            }
            case Retired retired -> {
                columns.put(MODEL_VERSION.RETIRED_BY, retired.retirement().by());
                columns.put(
                        MODEL_VERSION.RETIRED_AT,
                        UtcTime.column(retired.retirement().at()));
                columns.put(MODEL_VERSION.RETIRED_ON, retired.retirement().on());
                columns.put(
                        MODEL_VERSION.RETIREMENT_REASON, retired.retirement().reason());
                columns.put(MODEL_VERSION.LAST_DAY, retired.lastDay());
            }
            case Adoption.Dropped(var decision) -> decision(columns, decision);
        }
        return columns;
    }

    private static void decision(Map<Field<?>, @Nullable Object> columns, Decision decision) {
        columns.put(MODEL_VERSION.DECIDED_BY, decision.by());
        columns.put(MODEL_VERSION.DECIDED_AT, UtcTime.column(decision.at()));
        columns.put(MODEL_VERSION.DECIDED_ON, decision.on());
        columns.put(MODEL_VERSION.DECISION_REASON, decision.reason());
    }

    static StoredVersion read(Record row) {
        LocalDate trial = row.get(MODEL_VERSION.TRIAL_FROM);
        return new StoredVersion(
                row.get(MODEL_VERSION.VERSION_ID),
                row.get(MODEL_VERSION.REVISION),
                new ModelDraft(
                        row.get(MODEL_VERSION.MODEL), row.get(MODEL_VERSION.VERSION), row.get(MODEL_VERSION.TEXT)),
                adoption(row),
                row.get(MODEL_VERSION.WHOLE),
                row.get(MODEL_VERSION.DIGEST),
                row.get(MODEL_VERSION.SIMULATION),
                trial == null ? null : new Trial(trial, row.get(MODEL_VERSION.TRIAL_UNTIL)),
                row.get(MODEL_VERSION.CREATED_BY),
                UtcTime.instant(row.get(MODEL_VERSION.CREATED_AT)),
                UtcTime.instant(row.get(MODEL_VERSION.EDITED_AT)));
    }

    private static Adoption adoption(Record row) {
        Set<String> editors = Set.of(row.get(MODEL_VERSION.EDITORS).split(" "));
        String digest = row.get(MODEL_VERSION.DIGEST);
        String state = row.get(MODEL_VERSION.STATE);
        return switch (state) {
            case Adoption.Draft.CODE -> new Adoption.Draft(editors);
            case Adoption.Checked.CODE -> new Adoption.Checked(editors, digest);
            case Adoption.Simulated.CODE -> new Adoption.Simulated(editors, digest);
            case Approved.CODE -> approved(row, digest);
            case Retired.CODE ->
                new Retired(
                        approved(row, digest),
                        decision(
                                row.get(MODEL_VERSION.RETIRED_BY),
                                row.get(MODEL_VERSION.RETIRED_AT),
                                row.get(MODEL_VERSION.RETIRED_ON),
                                row.get(MODEL_VERSION.RETIREMENT_REASON)),
                        row.get(MODEL_VERSION.LAST_DAY));
            case Adoption.Dropped.CODE -> new Adoption.Dropped(decisionOf(row));
            default ->
                throw new IllegalStateException(
                        "The version (%d) has the state (%s), which this program does not know.%nMaybe it was written by a newer one."
                                .formatted(row.get(MODEL_VERSION.VERSION_ID), state));
        };
    }

    private static Approved approved(Record row, String digest) {
        return new Approved(digest, decisionOf(row), row.get(MODEL_VERSION.IN_FORCE_FROM));
    }

    private static Decision decisionOf(Record row) {
        return decision(
                row.get(MODEL_VERSION.DECIDED_BY),
                row.get(MODEL_VERSION.DECIDED_AT),
                row.get(MODEL_VERSION.DECIDED_ON),
                row.get(MODEL_VERSION.DECISION_REASON));
    }

    private static Decision decision(String by, LocalDateTime at, LocalDate on, String reason) {
        return new Decision(by, UtcTime.instant(at), on, reason);
    }
}
