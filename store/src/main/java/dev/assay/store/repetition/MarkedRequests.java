package dev.assay.store.repetition;

import static dev.assay.store.schema.Tables.MARKED_REQUEST;

import dev.assay.store.time.UtcTime;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The writes that their callers marked with a key, and what was answered. */
public final class MarkedRequests {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int REMOVED_AT_ONCE = 1000;

    private final DSLContext dsl;

    /**
     * Requests in a database.
     *
     * @param dsl the database
     */
    public MarkedRequests(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A request.
     *
     * @param caller who sends it
     * @param mark the key with which it is marked
     * @param digest hexadecimal SHA-256 of all that it asks
     */
    public record Marked(String caller, String mark, String digest) {}

    /** What is known of a request. */
    public sealed interface Known {

        /** It is new, and begins now. */
        record Begun() implements Known {}

        /** One of the same key is being answered, or the server stopped while it was. */
        record UnderWay() implements Known {}

        /** Another one had the same key. */
        record Another() implements Known {}

        /**
         * It was answered.
         *
         * @param status the answer's status
         * @param contentType its type; null for none
         * @param body its text
         */
        record Answered(int status, @Nullable String contentType, String body) implements Known {}
    }

    /**
     * Begins a request, unless it is known.
     *
     * @param request the request
     * @param now the time
     * @return what is known of it
     */
    public Known begin(Marked request, Instant now) {
        dsl.deleteFrom(MARKED_REQUEST)
                .where(MARKED_REQUEST.BEGUN_AT.lt(UtcTime.column(now.minus(KEPT))))
                .limit(REMOVED_AT_ONCE)
                .execute();
        int begun = dsl.insertInto(MARKED_REQUEST)
                .set(MARKED_REQUEST.CALLER, request.caller())
                .set(MARKED_REQUEST.MARK, request.mark())
                .set(MARKED_REQUEST.DIGEST, request.digest())
                .set(MARKED_REQUEST.BEGUN_AT, UtcTime.column(now))
                .onDuplicateKeyIgnore()
                .execute();
        if (begun == 1) {
            return new Known.Begun();
        }
        Record known = dsl.selectFrom(MARKED_REQUEST)
                .where(MARKED_REQUEST.CALLER.eq(request.caller()).and(MARKED_REQUEST.MARK.eq(request.mark())))
                .fetchOne();
        if (known == null) {
            return new Known.UnderWay(); // It was forgotten between the two statements.
        }
        if (!known.get(MARKED_REQUEST.DIGEST).equals(request.digest())) {
            return new Known.Another();
        }
        Short status = known.get(MARKED_REQUEST.STATUS);
        String body = known.get(MARKED_REQUEST.BODY);
        return status == null || body == null
                ? new Known.UnderWay()
                : new Known.Answered(status, known.get(MARKED_REQUEST.CONTENT_TYPE), body);
    }

    /**
     * Keeps the answer of a request.
     *
     * @param request the request, which was begun
     * @param answer the answer
     */
    public void keep(Marked request, Known.Answered answer) {
        dsl.update(MARKED_REQUEST)
                .set(MARKED_REQUEST.STATUS, (short) answer.status())
                .set(MARKED_REQUEST.CONTENT_TYPE, answer.contentType())
                .set(MARKED_REQUEST.BODY, answer.body())
                .where(MARKED_REQUEST.CALLER.eq(request.caller()).and(MARKED_REQUEST.MARK.eq(request.mark())))
                .execute();
    }

    /**
     * Forgets a request that was begun and did nothing, so that it can be sent again under the same key.
     *
     * @param request the request
     */
    public void forget(Marked request) {
        dsl.deleteFrom(MARKED_REQUEST)
                .where(MARKED_REQUEST.CALLER.eq(request.caller()).and(MARKED_REQUEST.MARK.eq(request.mark())))
                .execute();
    }
}
