package dev.assay.store.inspector;

import static dev.assay.store.schema.Tables.INSPECTOR;
import static dev.assay.store.schema.Tables.INSPECTOR_CONFLICT;
import static dev.assay.store.schema.Tables.INSPECTOR_LEAVE;

import dev.assay.core.fact.Values;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.inspector.Inspector.Leave;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The inspectors of the authority. */
public final class Inspectors {

    private final DSLContext dsl;

    /**
     * Inspectors over a database.
     *
     * @param dsl the database
     */
    public Inspectors(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * All of them.
     *
     * @return them, by number
     */
    public List<Inspector> all() {
        Map<String, List<Leave>> leave = dsl.selectFrom(INSPECTOR_LEAVE)
                .orderBy(INSPECTOR_LEAVE.FROM_DAY)
                .fetchGroups(
                        INSPECTOR_LEAVE.INSPECTOR,
                        row -> new Leave(row.get(INSPECTOR_LEAVE.FROM_DAY), row.get(INSPECTOR_LEAVE.TO_DAY)));
        Map<String, List<String>> conflicts = dsl.selectFrom(INSPECTOR_CONFLICT)
                .fetchGroups(INSPECTOR_CONFLICT.INSPECTOR, INSPECTOR_CONFLICT.BUSINESS);
        return dsl.selectFrom(INSPECTOR)
                .orderBy(INSPECTOR.INSPECTOR_)
                .fetch(row -> new Inspector(
                        row.get(INSPECTOR.INSPECTOR_),
                        row.get(INSPECTOR.NAME),
                        row.get(INSPECTOR.DEPARTMENT),
                        row.get(INSPECTOR.DIVISION),
                        words(row.get(INSPECTOR.SECTORS)),
                        words(row.get(INSPECTOR.SKILLS)),
                        leave.getOrDefault(row.get(INSPECTOR.INSPECTOR_), List.of()),
                        Set.copyOf(conflicts.getOrDefault(row.get(INSPECTOR.INSPECTOR_), List.of()))));
    }

    private static Set<String> words(String list) {
        return list.isEmpty() ? Set.of() : Set.of(list.split(",", -1));
    }

    /**
     * Takes a list in the place of the one that stands, and notes it.
     *
     * @param list all inspectors, each number once
     * @param by who gives it
     * @param at when
     */
    public void replace(List<Inspector> list, String by, Instant at) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.deleteFrom(INSPECTOR_CONFLICT).execute();
            tx.deleteFrom(INSPECTOR_LEAVE).execute();
            tx.deleteFrom(INSPECTOR).execute();
            list.forEach(inspector -> add(tx, inspector));
            AuditLog.note(
                    tx,
                    new AuditAct(
                            by,
                            "inspectors-replaced",
                            "inspectors",
                            Values.of(Map.of("inspectors", BigDecimal.valueOf(list.size())))),
                    at);
        });
    }

    private static void add(DSLContext tx, Inspector inspector) {
        tx.insertInto(INSPECTOR)
                .set(INSPECTOR.INSPECTOR_, inspector.number())
                .set(INSPECTOR.NAME, inspector.name())
                .set(INSPECTOR.DEPARTMENT, inspector.department())
                .set(INSPECTOR.DIVISION, inspector.division())
                .set(INSPECTOR.SECTORS, joined(inspector.sectors()))
                .set(INSPECTOR.SKILLS, joined(inspector.skills()))
                .execute();
        for (Leave leave : inspector.leave()) {
            tx.insertInto(INSPECTOR_LEAVE)
                    .set(INSPECTOR_LEAVE.INSPECTOR, inspector.number())
                    .set(INSPECTOR_LEAVE.FROM_DAY, leave.from())
                    .set(INSPECTOR_LEAVE.TO_DAY, leave.to())
                    .execute();
        }
        for (String business : inspector.conflicts()) {
            tx.insertInto(INSPECTOR_CONFLICT)
                    .set(INSPECTOR_CONFLICT.INSPECTOR, inspector.number())
                    .set(INSPECTOR_CONFLICT.BUSINESS, business)
                    .execute();
        }
    }

    private static String joined(Set<String> words) {
        return new TreeSet<>(words).stream().collect(Collectors.joining(","));
    }
}
