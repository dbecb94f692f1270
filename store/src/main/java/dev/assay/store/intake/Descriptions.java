package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.BUSINESS;

import dev.assay.core.fact.Values;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.fact.FactJson;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Brings back older descriptions of businesses, where a correction or retraction took the newest away: some thousand at a time. */
final class Descriptions {

    private static final int AT_A_TIME = 2000;

    static void restoreLost(DSLContext dsl, long run) {
        if (dsl.execute(DescriptionSql.NOTE_LOST, run, run, run, run, run) == 0) {
            return;
        }
        Result<Record> some = dsl.fetch(DescriptionSql.LOST, run, 0, AT_A_TIME);
        while (!some.isEmpty()) {
            restore(dsl, some);
            some = dsl.fetch(DescriptionSql.LOST, run, some.getLast().get("business_key", Long.class), AT_A_TIME);
        }
    }

    static void restore(DSLContext dsl, Result<Record> newest) {
        List<Query> updates = new ArrayList<>();
        for (Record row : newest) {
            Values values = FactJson.read(row.get("content", String.class));
            updates.add(dsl.update(BUSINESS)
                    .set(BUSINESS.NAME, text(values, "name"))
                    .set(BUSINESS.NAME_KEY, key(values, "name"))
                    .set(BUSINESS.ADDRESS, text(values, "address"))
                    .set(BUSINESS.ADDRESS_KEY, key(values, "address"))
                    .set(BUSINESS.DIVISION, text(values, "division"))
                    .set(BUSINESS.SECTOR, text(values, "sector"))
                    .set(BUSINESS.SUBJECT_CLASS, text(values, "subject_class"))
                    .where(BUSINESS.BUSINESS_KEY.eq(row.get("business_key", Long.class))));
        }
        if (!updates.isEmpty()) {
            dsl.batch(updates).execute();
        }
    }

    private Descriptions() {}

    private static @Nullable String text(Values values, String field) {
        return values.findText(field).orElse(null);
    }

    private static @Nullable String key(Values values, String field) {
        return values.findText(field).map(MatchingKey::of).orElse(null);
    }
}
