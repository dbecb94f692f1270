package dev.assay.store.intake;

import dev.assay.store.database.Database;
import dev.assay.store.load.RowSink;
import dev.assay.store.load.TableTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The staged facts and the quarantine of runs that are not yet visible. Loading has its own transactions, apart from the job's; so
 * whoever goes on after a failure first removes what was loaded behind the last line that the job knows of.
 */
public final class Staging {

    /** How many numbers each line has for its facts. */
    static final int FACTS_PER_LINE = 16;

    /** How many numbers each line has for its entries in quarantine; the last is the final transaction's. */
    static final int ENTRIES_PER_LINE = 1024;

    private static final int LONGEST_COLUMN = 255;
    private static final int LONGEST_VALUE = 10_000;
    private static final int LONGEST_MESSAGE = 1000;

    private static final TableTarget FACTS = TableTarget.of(
            "staged_fact",
            "run_id",
            "fact_no",
            "source_rows",
            "kind",
            "creates",
            "identity_seen",
            "key_seen",
            "scheme",
            "identity",
            "alias_scheme",
            "alias",
            "licence",
            "name",
            "name_key",
            "address",
            "address_key",
            "division",
            "sector",
            "subject_class",
            "record_key",
            "occurred_on",
            "content");

    private static final TableTarget QUARANTINE =
            TableTarget.of("quarantine", "run_id", "entry_no", "line", "column_name", "value", "reason", "message");

    private final Database database;

    /**
     * The staging tables of a database.
     *
     * @param database it
     */
    public Staging(Database database) {
        this.database = database;
    }

    /**
     * Loads facts and refusals.
     *
     * @param runId the run
     * @param facts the facts
     * @param refusals the refusals, those of one line one after another
     */
    public void load(long runId, List<StagedFact> facts, List<QuarantineEntry> refusals) {
        if (!facts.isEmpty()) {
            database.loader().load(FACTS, sink -> facts.forEach(fact -> write(sink, runId, fact)));
        }
        if (!refusals.isEmpty()) {
            database.loader().load(QUARANTINE, sink -> writeAll(sink, runId, refusals));
        }
    }

    private static void write(RowSink sink, long runId, StagedFact fact) {
        sink.number(runId)
                .number(fact.line() * FACTS_PER_LINE + fact.place())
                .number(fact.sourceRows())
                .text(fact.kind())
                .flag(fact.creates())
                .flag(fact.identitySeen())
                .flag(fact.keySeen());
        switch (fact.business()) {
            case StagedFact.ByIdentity(String scheme, String value) -> {
                sink.text(scheme)
                        .text(value)
                        .text(fact.aliasScheme())
                        .text(fact.alias())
                        .text(fact.licence());
                writeDescription(sink, fact.description());
            }
            case StagedFact.ByNameAndAddress(String name, String nameKey, String address, String addressKey) -> {
                sink.text(null).text(null).text(null).text(null).text(fact.licence());
                sink.text(name).text(nameKey).text(address).text(addressKey);
                sink.text(null).text(null).text(null);
            }
        }
        sink.text(fact.recordKey()).day(fact.occurredOn()).text(fact.content()).end();
    }

    private static void writeDescription(RowSink sink, StagedFact.@Nullable Description description) {
        if (description == null) {
            sink.text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .text(null);
            return;
        }
        sink.text(description.name())
                .text(description.nameKey())
                .text(description.address())
                .text(description.addressKey())
                .text(description.division())
                .text(description.sector())
                .text(description.subjectClass());
    }

    private static void writeAll(RowSink sink, long runId, List<QuarantineEntry> refusals) {
        long line = -1;
        int sequence = 0;
        for (QuarantineEntry refusal : refusals) {
            sequence = refusal.line() == line ? sequence + 1 : 0;
            line = refusal.line();
            sink.number(runId)
                    .number(line * ENTRIES_PER_LINE + sequence)
                    .number(line)
                    .text(shortened(refusal.column(), LONGEST_COLUMN))
                    .text(shortened(refusal.value(), LONGEST_VALUE))
                    .text(refusal.reason())
                    .text(shortened(refusal.message(), LONGEST_MESSAGE))
                    .end();
        }
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    /**
     * Removes what was loaded behind a line, which an interrupted run may have done without knowing it.
     *
     * @param runId the run
     * @param line the last line that is known to be loaded; 0 for none
     */
    public void removeAfter(long runId, long line) {
        long next = line + 1;
        database.dsl()
                .execute("DELETE FROM staged_fact WHERE run_id = ? AND fact_no >= ?", runId, next * FACTS_PER_LINE);
        database.dsl()
                .execute("DELETE FROM quarantine WHERE run_id = ? AND entry_no >= ?", runId, next * ENTRIES_PER_LINE);
    }

    /** Removes the staged rows of all runs that are visible. Emptying a whole table is much faster than deleting its rows. */
    public void clearPublished() {
        boolean unfinished = database.dsl()
                .fetchOptional("SELECT run_id FROM import_run WHERE state = 'STAGING' LIMIT 1")
                .isPresent();
        for (String table : List.of("staged_fact", "staged_key", "staged_outcome")) {
            if (database.dsl()
                    .fetchOptional("SELECT run_id FROM " + table + " LIMIT 1")
                    .isEmpty()) {
                continue;
            }
            database.dsl()
                    .execute(
                            unfinished
                                    ? "DELETE FROM " + table
                                            + " WHERE run_id NOT IN (SELECT run_id FROM import_run WHERE state = 'STAGING')"
                                    : "TRUNCATE TABLE " + table);
        }
    }
}
