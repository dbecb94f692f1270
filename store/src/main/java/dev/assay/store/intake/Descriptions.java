package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.BUSINESS;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.fact.FactJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * Brings back older descriptions of businesses, where a correction or retraction took the newest away, and weighs those of feeds that are
 * trusted unequally: some thousand at a time.
 */
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

    /** Weighs the descriptions that a run changed, where feeds that are trusted unequally gave them. */
    static void weigh(DSLContext dsl, long run) {
        if (!dsl.fetchSingle(DescriptionSql.TRUSTED_UNEQUALLY, run).get(0, Boolean.class)) {
            return;
        }
        List<Long> keys = dsl.fetch(DescriptionSql.DISPUTED, run, run, run, run).getValues(0, Long.class);
        for (int from = 0; from < keys.size(); from += AT_A_TIME) {
            tell(dsl, keys.subList(from, Math.min(keys.size(), from + AT_A_TIME)));
        }
    }

    /** Tells anew what some businesses are described as; one that no description stands of keeps what is told of it. */
    static void tell(DSLContext dsl, List<Long> keys) {
        String binds = "?, ".repeat(keys.size() - 1) + "?";
        Map<Long, SortedMap<Integer, Values>> newest = new HashMap<>();
        dsl.fetch(DescriptionSql.STANDING.formatted(binds), keys.toArray())
                .forEach(row -> newest.computeIfAbsent(row.get(0, Long.class), _ -> new TreeMap<>())
                        .put(row.get(1, Integer.class), FactJson.read(row.get(2, String.class))));
        Map<Long, Values> told = new HashMap<>();
        newest.forEach((key, descriptions) ->
                CreditFile.describe(descriptions).ifPresent(description -> told.put(key, description)));
        write(dsl, told);
    }

    private static void restore(DSLContext dsl, Result<Record> newest) {
        Map<Long, Values> told = new HashMap<>();
        newest.forEach(
                row -> told.put(row.get("business_key", Long.class), FactJson.read(row.get("content", String.class))));
        write(dsl, told);
    }

    private static void write(DSLContext dsl, Map<Long, Values> told) {
        List<Query> updates = new ArrayList<>();
        told.forEach((key, values) -> updates.add(dsl.update(BUSINESS)
                .set(BUSINESS.NAME, text(values, "name"))
                .set(BUSINESS.NAME_KEY, key(values, "name"))
                .set(BUSINESS.ADDRESS, text(values, "address"))
                .set(BUSINESS.ADDRESS_KEY, key(values, "address"))
                .set(BUSINESS.DIVISION, text(values, "division"))
                .set(BUSINESS.SECTOR, text(values, "sector"))
                .set(BUSINESS.SUBJECT_CLASS, text(values, "subject_class"))
                .where(BUSINESS.BUSINESS_KEY.eq(key))));
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
