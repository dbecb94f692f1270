package dev.assay.store.testing;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Empties a test's database, so that the next test finds it as new: making the schema takes many times as long. One that a test altered, or
 * filled with much, is not emptied.
 */
final class Emptying {

    private static final int MANY = 20_000;

    private static final String SHAPE = """
            SELECT CONCAT_WS(' ',
              (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()),
              (SELECT SUM(CRC32(CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, column_default)))
               FROM information_schema.columns WHERE table_schema = DATABASE()),
              (SELECT SUM(CRC32(CONCAT_WS(' ', table_name, constraint_name, constraint_type)))
               FROM information_schema.table_constraints WHERE constraint_schema = DATABASE()),
              (SELECT SUM(CRC32(CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name)))
               FROM information_schema.statistics WHERE table_schema = DATABASE()),
              (SELECT SUM(CRC32(CONCAT_WS(' ', installed_rank, version, checksum, success))) FROM schema_history))
            """;

    private Emptying() {}

    /** What tells a database whose schema is as it was made from another. */
    static String shape(DSLContext dsl) {
        return dsl.fetchSingle(SHAPE).get(0, String.class);
    }

    /** Empties a database; false where that is not possible, or not worth while. */
    static boolean empty(DSLContext dsl, String shape) {
        if (!shape(dsl).equals(shape)) {
            return false;
        }
        List<String> filled = new ArrayList<>();
        for (String table : tables(dsl)) {
            int rows = dsl.fetchSingle("SELECT COUNT(*) FROM (SELECT 1 FROM `%s` LIMIT %d) r".formatted(table, MANY))
                    .get(0, Integer.class);
            if (rows == MANY) {
                return false;
            }
            if (rows > 0) {
                filled.add(table);
            }
        }
        dsl.transaction(emptying -> {
            emptying.dsl().execute("SET FOREIGN_KEY_CHECKS = 0");
            filled.forEach(table -> emptying.dsl().execute(emptied(table)));
            emptying.dsl().execute("SET FOREIGN_KEY_CHECKS = 1");
        });
        for (String table : counting(dsl)) {
            dsl.execute("ALTER TABLE `%s` AUTO_INCREMENT = 1".formatted(table));
        }
        return true;
    }

    private static String emptied(String table) {
        // Spring Batch keeps its sequences in tables of one row, the audit log its end, the change log its ends.
        if (table.endsWith("_SEQ")) {
            return "UPDATE `%s` SET ID = 0".formatted(table);
        }
        if (table.equals("change_head")) {
            return "UPDATE change_head SET number = 0, hash = REPEAT('0', 64), items = 0, digest = NULL";
        }
        return table.equals("audit_head") || table.equals("read_head")
                ? "UPDATE " + table + " SET entry_no = 0, digest = REPEAT('0', 64)"
                : "DELETE FROM `%s`".formatted(table);
    }

    private static List<String> tables(DSLContext dsl) {
        return dsl.fetch("""
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'schema_history'
                        """).getValues(0, String.class);
    }

    private static List<String> counting(DSLContext dsl) {
        return dsl.fetch("""
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND auto_increment > 1 AND table_name <> 'schema_history'
                        """).getValues(0, String.class);
    }
}
