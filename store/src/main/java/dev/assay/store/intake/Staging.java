package dev.assay.store.intake;

import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
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
            "content",
            "other_feed",
            "other_kind",
            "other_key");

    private static final TableTarget NAMES = TableTarget.of(
            "staged_name",
            "run_id",
            "line",
            "source_rows",
            "asked",
            "name",
            "address",
            "division",
            "new_scheme",
            "new_identity",
            "outcome",
            "scheme",
            "identity",
            "doubt",
            "candidates");

    private static final TableTarget QUARANTINE =
            TableTarget.of("quarantine", "run_id", "entry_no", "line", "column_name", "value", "reason", "message");

    private static final TableTarget PERSONS = TableTarget.of(
            "staged_person", "run_id", "fact_no", "token", "encrypted", "token_seen", "kind", "record_key");

    private static final TableTarget UNUSED =
            TableTarget.of("refused_record", "run_id", "fact_no", "kind", "record_key");

    private static final TableTarget REFUSED_ROWS =
            TableTarget.of("refused_row", "run_id", "line", "record_line", "cells");

    private static final TableTarget CORRECTIONS =
            TableTarget.of("staged_correction", "run_id", "line", "record_line", "of_line");

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
     * @param names how records name their businesses, where they do it by name
     * @param refusals the refusals, those of one line one after another
     * @param corrections the rows that correct refused ones
     */
    public void load(
            long runId,
            List<StagedFact> facts,
            List<StagedName> names,
            List<QuarantineEntry> refusals,
            List<StagedCorrection> corrections) {
        if (!facts.isEmpty()) {
            database.loader().load(FACTS, sink -> facts.forEach(fact -> write(sink, runId, fact)));
        }
        if (!names.isEmpty()) {
            database.loader().load(NAMES, sink -> names.forEach(name -> write(sink, runId, name)));
        }
        if (!refusals.isEmpty()) {
            database.loader().load(QUARANTINE, sink -> writeAll(sink, runId, refusals));
        }
        if (!corrections.isEmpty()) {
            database.loader()
                    .load(
                            CORRECTIONS,
                            sink -> corrections.forEach(row -> sink.number(runId)
                                    .number(row.line())
                                    .number(row.recordLine())
                                    .number(row.ofLine())
                                    .end()));
        }
    }

    /**
     * Loads the numbers of identity documents that stand in facts, encrypted.
     *
     * @param runId the run
     * @param persons the numbers
     */
    public void loadPersons(long runId, List<StagedPerson> persons) {
        if (!persons.isEmpty()) {
            database.loader()
                    .load(
                            PERSONS,
                            sink -> persons.forEach(person -> sink.number(runId)
                                    .number(person.number().factNo())
                                    .text(person.number().token())
                                    .text(person.number().encrypted())
                                    .flag(person.seen())
                                    .text(person.kind())
                                    .text(person.recordKey())
                                    .end()));
        }
    }

    /**
     * Keeps the cells of refused rows, so that they can be corrected without the file.
     *
     * @param runId the run
     * @param rows the rows, each once
     */
    public void keep(long runId, List<RefusedCells> rows) {
        if (!rows.isEmpty()) {
            database.loader()
                    .load(
                            REFUSED_ROWS,
                            sink -> rows.forEach(row -> sink.number(runId)
                                    .number(row.line())
                                    .number(row.recordLine())
                                    .text(FactJson.write(new Values(row.cells())))
                                    .end()));
        }
    }

    /**
     * Loads which records could not be used: a full state has them all the same, and a later file may bring them.
     *
     * @param runId the run
     * @param records the records, each with a line and place of its own
     */
    public void loadUnused(long runId, List<UnusedRecord> records) {
        if (!records.isEmpty()) {
            database.loader()
                    .load(
                            UNUSED,
                            sink -> records.forEach(record -> sink.number(runId)
                                    .number(record.line() * FACTS_PER_LINE + record.place())
                                    .text(record.kind())
                                    .text(record.recordKey())
                                    .end()));
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
            case StagedFact.ByRecord() -> {
                sink.text(null).text(null).text(null).text(null).text(fact.licence());
                writeDescription(sink, null);
            }
            case StagedFact.ByName(StagedFact.Description asked, boolean added) -> {
                sink.text(null)
                        .text(null)
                        .text(added ? fact.aliasScheme() : null)
                        .text(added ? fact.alias() : null)
                        .text(fact.licence());
                writeDescription(sink, fact.description() == null ? asked : fact.description());
            }
            case StagedFact.ByNameAndAddress(String name, String nameKey, String address, String addressKey) -> {
                sink.text(null).text(null).text(null).text(null).text(fact.licence());
                sink.text(name).text(nameKey).text(address).text(addressKey);
                sink.text(null).text(null).text(null);
            }
        }
        sink.text(fact.recordKey()).day(fact.occurredOn()).text(fact.content());
        StagedFact.OtherRecord other = fact.record();
        if (other == null) {
            sink.text(null).text(null).text(null).end();
        } else {
            sink.text(other.feed()).text(other.kind()).text(other.key()).end();
        }
    }

    private static void write(RowSink sink, long runId, StagedName name) {
        Identity own = name.own();
        sink.number(runId)
                .number(name.line())
                .number(name.sourceRows())
                .text(name.asked())
                .text(name.name())
                .text(name.address())
                .text(name.division())
                .text(own.scheme())
                .text(own.value());
        switch (name.outcome()) {
            case NameOutcome.Known(Identity identity) -> writeOutcome(sink, "MATCH", identity);
            case NameOutcome.Match(Identity identity) -> writeOutcome(sink, "MATCH", identity);
            case NameOutcome.Added() -> writeOutcome(sink, "NEW", own);
            case NameOutcome.None() -> writeOutcome(sink, "NONE", null);
            case NameOutcome.Review(String doubt, String candidates) ->
                sink.text("REVIEW").text(null).text(null).text(doubt).text(candidates);
        }
        sink.end();
    }

    private static void writeOutcome(RowSink sink, String outcome, @Nullable Identity identity) {
        sink.text(outcome)
                .text(identity == null ? null : identity.scheme())
                .text(identity == null ? null : identity.value())
                .text(null)
                .text(null);
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
     * The lines of refused rows whose cells are not kept.
     *
     * @param runId the run
     * @param after the line behind which to begin; 0 for the first
     * @param limit the most to give
     * @return the lines, in order
     */
    public List<Long> linesWithoutCells(long runId, long after, int limit) {
        return database.dsl()
                .fetch("""
                        SELECT DISTINCT q.line FROM quarantine q
                        LEFT JOIN refused_row r ON r.run_id = q.run_id AND r.line = q.line
                        WHERE q.run_id = ? AND q.entry_no >= ? AND r.line IS NULL
                        ORDER BY q.line LIMIT ?
                        """, runId, (after + 1) * ENTRIES_PER_LINE, limit)
                .getValues(0, Long.class);
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
        database.dsl().execute("DELETE FROM staged_name WHERE run_id = ? AND line >= ?", runId, next);
        for (String table : List.of("refused_record", "staged_person")) {
            database.dsl()
                    .execute(
                            "DELETE FROM " + table + " WHERE run_id = ? AND fact_no >= ?",
                            runId,
                            next * FACTS_PER_LINE);
        }
        database.dsl()
                .execute("DELETE FROM quarantine WHERE run_id = ? AND entry_no >= ?", runId, next * ENTRIES_PER_LINE);
        for (String table : List.of("refused_row", "staged_correction")) {
            database.dsl().execute("DELETE FROM " + table + " WHERE run_id = ? AND line >= ?", runId, next);
        }
    }

    /** Removes the staged rows of all runs that are visible. Emptying a whole table is much faster than deleting its rows. */
    public void clearPublished() {
        boolean unfinished = database.dsl()
                .fetchOptional("SELECT run_id FROM import_run WHERE state = 'STAGING' LIMIT 1")
                .isPresent();
        for (String table : List.of(
                "staged_fact",
                "staged_name",
                "staged_key",
                "staged_outcome",
                "staged_retraction",
                "staged_description",
                "staged_person",
                "staged_correction")) {
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
        database.dsl()
                .execute(
                        "DELETE FROM refused_record WHERE run_id NOT IN (SELECT run_id FROM import_run WHERE state IN ('STAGING', 'PUBLISHED'))");
    }
}
