package dev.assay.store.review;

import static dev.assay.store.schema.Tables.HELD_FACT;
import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static dev.assay.store.schema.Tables.NAME_DECISION;
import static dev.assay.store.schema.Tables.NAME_QUESTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import dev.assay.core.identity.Identity;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The questions whose record it is, as they are read. */
public final class NameQuestions {

    /** The source rows of a question: each record once, whatever facts it makes. */
    private static final Field<Long> RECORDS = field(DSL.select(sum(HELD_FACT.SOURCE_ROWS))
                    .from(HELD_FACT)
                    .where(HELD_FACT.QUESTION_ID.eq(NAME_QUESTION.QUESTION_ID))
                    .and(HELD_FACT.FACT_NO.mod(inline(16L)).eq(0L)))
            .coerce(Long.class)
            .as("records");

    private final DSLContext dsl;

    /**
     * Questions over a database.
     *
     * @param dsl the database
     */
    public NameQuestions(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A part of the questions.
     *
     * @param open whether those that wait, or those that are answered
     * @param feed the feed's id; null for all
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them, by feed, the oldest first
     */
    public List<NameQuestion> in(boolean open, @Nullable String feed, int offset, int limit) {
        return questions(condition(open, feed))
                .orderBy(NAME_QUESTION.FEED, NAME_QUESTION.QUESTION_ID)
                .limit(offset, limit)
                .fetch(NameQuestions::question);
    }

    /**
     * A part of the questions behind one.
     *
     * @param open whether those that wait, or those that are answered
     * @param feed the feed's id; null for all
     * @param after number of the last question that was read; 0 from the beginning
     * @param limit the most to give
     * @return them, by number
     */
    public List<NameQuestion> after(boolean open, @Nullable String feed, long after, int limit) {
        return questions(condition(open, feed).and(NAME_QUESTION.QUESTION_ID.gt(after)))
                .orderBy(NAME_QUESTION.QUESTION_ID)
                .limit(limit)
                .fetch(NameQuestions::question);
    }

    /**
     * How many questions there are.
     *
     * @param open whether those that wait, or those that are answered
     * @return a count for each feed that has any
     */
    public Map<String, Integer> countByFeed(boolean open) {
        return dsl.select(NAME_QUESTION.FEED, count())
                .from(NAME_QUESTION)
                .where(condition(open, null))
                .groupBy(NAME_QUESTION.FEED)
                .orderBy(NAME_QUESTION.FEED)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /**
     * A question by number.
     *
     * @param id the number
     * @return the question, or empty if there is none
     */
    public Optional<NameQuestion> find(long id) {
        return questions(NAME_QUESTION.QUESTION_ID.eq(id)).fetchOptional(NameQuestions::question);
    }

    /**
     * The answers to a question.
     *
     * @param id the question's number
     * @return every answer that was given, the newest first
     */
    public List<NameDecision> decisions(long id) {
        return dsl.select(List.of(NAME_DECISION.fields()))
                .from(NAME_DECISION)
                .where(NAME_DECISION.QUESTION_ID.eq(id))
                .orderBy(NAME_DECISION.DECISION_ID.desc())
                .fetch(NameQuestions::decision);
    }

    private static NameDecision decision(Record row) {
        return new NameDecision(
                row.get(NAME_DECISION.ANSWER),
                identity(row.get(NAME_DECISION.SCHEME), row.get(NAME_DECISION.IDENTITY)),
                row.get(NAME_DECISION.DECIDED_BY),
                UtcTime.instant(row.get(NAME_DECISION.DECIDED_AT)),
                row.get(NAME_DECISION.REASON),
                row.get(NAME_DECISION.UNDONE_BY) == null
                        ? null
                        : new NameDecision.Undone(
                                row.get(NAME_DECISION.UNDONE_BY),
                                UtcTime.instant(row.get(NAME_DECISION.UNDONE_AT)),
                                row.get(NAME_DECISION.UNDONE_REASON)));
    }

    /**
     * The records of a question.
     *
     * @param id the question's number
     * @param limit the most to give
     * @return them, in the order in which they were read
     */
    public List<QuestionedRecord> records(long id, int limit) {
        return dsl.select(IMPORT_RUN.FILE, HELD_FACT.FACT_NO, HELD_FACT.KIND, HELD_FACT.CONTENT)
                .from(HELD_FACT)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(HELD_FACT.RUN_ID))
                .where(HELD_FACT.QUESTION_ID.eq(id))
                .and(HELD_FACT.FACT_NO.mod(inline(16L)).eq(0L))
                .orderBy(HELD_FACT.RUN_ID, HELD_FACT.FACT_NO)
                .limit(limit)
                .fetch(row -> new QuestionedRecord(row.value1(), row.value2() / 16, row.value3(), row.value4()));
    }

    /** A question whose records were all told in another way since is none any more. */
    private static Condition condition(boolean open, @Nullable String feed) {
        Condition state = open ? NAME_QUESTION.ANSWER.isNull() : NAME_QUESTION.ANSWER.isNotNull();
        return state.and(exists(selectOne().from(HELD_FACT).where(HELD_FACT.QUESTION_ID.eq(NAME_QUESTION.QUESTION_ID))))
                .and(feed == null ? noCondition() : NAME_QUESTION.FEED.eq(feed));
    }

    private SelectConditionStep<Record> questions(Condition wanted) {
        return dsl.select(List.of(NAME_QUESTION.fields()))
                .select(RECORDS)
                .from(NAME_QUESTION)
                .where(wanted);
    }

    private static NameQuestion question(Record row) {
        return new NameQuestion(
                row.get(NAME_QUESTION.QUESTION_ID),
                row.get(NAME_QUESTION.FEED),
                row.get(NAME_QUESTION.NAME),
                row.get(NAME_QUESTION.ADDRESS),
                row.get(NAME_QUESTION.DIVISION),
                row.get(NAME_QUESTION.DOUBT),
                FactJson.read(row.get(NAME_QUESTION.CANDIDATES)).getItems("candidates").stream()
                        .map(NameCandidate::of)
                        .toList(),
                new Identity(row.get(NAME_QUESTION.NEW_SCHEME), row.get(NAME_QUESTION.NEW_IDENTITY)),
                UtcTime.instant(row.get(NAME_QUESTION.ASKED_AT)),
                row.get(NAME_QUESTION.ANSWER),
                identity(row.get(NAME_QUESTION.SCHEME), row.get(NAME_QUESTION.IDENTITY)),
                Objects.requireNonNullElse(row.get("records", Long.class), 0L));
    }

    private static @Nullable Identity identity(@Nullable String scheme, @Nullable String value) {
        return scheme == null || value == null ? null : new Identity(scheme, value);
    }
}
