package dev.assay.store.intake;

import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the time of a merge goes: each statement with its rows and its time, for those who look for it. */
final class MergeLog {

    private static final Logger LOG = LoggerFactory.getLogger(MergeLog.class);

    private MergeLog() {}

    /** Executes a statement and says how many rows it changed. */
    static int execute(DSLContext dsl, String name, String sql, Object... binds) {
        long start = System.nanoTime();
        int rows = dsl.execute(sql, binds);
        LOG.debug("merge {}: {} rows, {} ms", name, rows, (System.nanoTime() - start) / 1_000_000);
        return rows;
    }
}
