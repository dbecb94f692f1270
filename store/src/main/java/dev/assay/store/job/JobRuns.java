package dev.assay.store.job;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The executions in Spring Batch's own tables. They are Spring Batch's to lay out, so no class is generated from them. */
public final class JobRuns {

    private static final Field<Long> EXECUTION = field(name("e", "JOB_EXECUTION_ID"), Long.class);
    private static final Field<Long> INSTANCE = field(name("e", "JOB_INSTANCE_ID"), Long.class);
    private static final Field<String> STATUS = field(name("e", "STATUS"), String.class);
    private static final Field<LocalDateTime> START = field(name("e", "START_TIME"), LocalDateTime.class);
    private static final Field<LocalDateTime> END = field(name("e", "END_TIME"), LocalDateTime.class);
    private static final Field<String> MESSAGE = field(name("e", "EXIT_MESSAGE"), String.class);
    private static final Field<String> JOB = field(name("i", "JOB_NAME"), String.class);

    private final DSLContext dsl;

    /**
     * Executions over a database.
     *
     * @param dsl the database
     */
    public JobRuns(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The newest executions of all jobs.
     *
     * @param limit the most to give
     * @return them, newest first
     */
    public List<JobRun> newest(int limit) {
        return runs(noCondition(), limit);
    }

    /**
     * The last execution of each job.
     *
     * @return one for each job that ever ran, newest first
     */
    public List<JobRun> lastOfEachJob() {
        Field<Long> execution = field(name("l", "JOB_EXECUTION_ID"), Long.class);
        return runs(
                EXECUTION.in(select(max(execution))
                        .from(table(name("BATCH_JOB_EXECUTION")).as("l"))
                        .join(table(name("BATCH_JOB_INSTANCE")).as("n"))
                        .on(field(name("l", "JOB_INSTANCE_ID"), Long.class)
                                .eq(field(name("n", "JOB_INSTANCE_ID"), Long.class)))
                        .groupBy(field(name("n", "JOB_NAME"), String.class))),
                Integer.MAX_VALUE);
    }

    private List<JobRun> runs(Condition wanted, int limit) {
        return dsl.select(EXECUTION, JOB, STATUS, START, END, steps("READ_COUNT"), steps("WRITE_COUNT"), MESSAGE)
                .from(table(name("BATCH_JOB_EXECUTION")).as("e"))
                .join(table(name("BATCH_JOB_INSTANCE")).as("i"))
                .on(INSTANCE.eq(field(name("i", "JOB_INSTANCE_ID"), Long.class)))
                .where(wanted)
                .orderBy(EXECUTION.desc())
                .limit(limit)
                .fetch(row -> new JobRun(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        instant(row.value4()),
                        instant(row.value5()),
                        row.value6().longValue(),
                        row.value7().longValue(),
                        firstLine(row.value8())));
    }

    private static Field<BigDecimal> steps(String column) {
        return coalesce(
                field(select(sum(field(name("s", column), Long.class)))
                        .from(table(name("BATCH_STEP_EXECUTION")).as("s"))
                        .where(field(name("s", "JOB_EXECUTION_ID"), Long.class).eq(EXECUTION))),
                inline(BigDecimal.ZERO));
    }

    // Spring Batch writes its times as the local time of the process that runs the job.
    private static @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(ZoneId.systemDefault()).toInstant();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
