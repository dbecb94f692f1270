package dev.assay.store.intake;

import dev.assay.store.database.Beside;
import dev.assay.store.database.Database;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the numbers of identity documents of a run, and which records have them. They lie in tables of their own, which the merge does not
 * read: where all that is staged is taken in, they are kept beside it, on another connection. Then they are there a moment before their
 * records, and after a merge that failed until it is gone on with; nobody finds a person by them without a record.
 */
final class PersonKeeping {

    private final DSLContext dsl;
    private final TransactionTemplate transaction;

    PersonKeeping(Database database) {
        this.dsl = database.dsl();
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    /** Keeps them in a transaction of its own, while the caller merges; or, where the merge says what is taken in, does nothing yet. */
    Beside begin(MergeRequest request, LocalDateTime recordedAt) {
        return Beside.start(() -> {
            if (isApart(request)) {
                transaction.executeWithoutResult(_ -> keepAll(request, recordedAt));
            }
        });
    }

    /** Keeps them in the transaction of the merge, where that has not begun. */
    void finish(MergeRequest request, LocalDateTime recordedAt) {
        if (!isApart(request)) {
            keepAll(request, recordedAt);
        }
    }

    /** What a full state would take in may have to wait for a person. */
    private static boolean isApart(MergeRequest request) {
        return request.staged().plain() && request.keepsAllStaged() && request.fullState() == null;
    }

    private void keepAll(MergeRequest request, LocalDateTime recordedAt) {
        long run = request.runId();
        if (dsl.fetchOptional("SELECT run_id FROM staged_person WHERE run_id = ? LIMIT 1", run)
                .isPresent()) {
            PersonSql persons = PersonSql.of(request);
            MergeLog.execute(dsl, "numbers of persons", persons.firstNumbers(), recordedAt, run);
            MergeLog.execute(dsl, "other numbers of persons", persons.otherNumbers(), recordedAt, run);
            MergeLog.execute(dsl, "mentions of persons", persons.mentions(), request.feed(), run);
        }
    }
}
