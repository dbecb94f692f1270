package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.CHANGE_HEAD;
import static dev.assay.store.schema.Tables.FOLLOWER;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import dev.assay.core.publication.Chain;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Where changes are pushed to, and what came of it. */
public final class Pushing {

    private static final int LONGEST_ANSWER = 255;

    private final DSLContext dsl;

    /**
     * Pushing from a database.
     *
     * @param dsl the database
     */
    public Pushing(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Something that is to be pushed now.
     *
     * @param partner the partner's account
     * @param chain the chain
     * @param address where to
     * @param pushed the last change that the address took
     * @param attempts failed pushes since
     * @param signature by what it is signed
     */
    public record Due(
            String partner, Chain chain, String address, long pushed, int attempts, PushSignature signature) {}

    /**
     * Where changes are pushed to.
     *
     * @param address the address
     * @param signature by what they are signed
     */
    public record Target(String address, PushSignature signature) {}

    /**
     * Sets where the changes of a chain are pushed to, from the beginning of what the partner has not been handed out. What was given up is tried
     * again.
     *
     * @param tx the transaction
     * @param partner the partner's account
     * @param chain the chain
     * @param target where to; null where the partner fetches
     */
    public static void direct(DSLContext tx, String partner, Chain chain, @Nullable Target target) {
        String address = target == null ? null : target.address();
        String signature = (target == null ? PushSignature.HMAC_SHA_256 : target.signature()).code();
        tx.insertInto(FOLLOWER)
                .set(FOLLOWER.PARTNER, partner)
                .set(FOLLOWER.CHAIN, chain.code())
                .set(FOLLOWER.ADDRESS, address)
                .set(FOLLOWER.SIGNATURE, signature)
                .onDuplicateKeyUpdate()
                .set(FOLLOWER.ADDRESS, address)
                .set(FOLLOWER.SIGNATURE, signature)
                .set(FOLLOWER.PUSHED, greatest(FOLLOWER.PUSHED, FOLLOWER.ACKNOWLEDGED))
                .set(FOLLOWER.ATTEMPTS, 0)
                .set(FOLLOWER.NEXT_ATTEMPT_AT, (LocalDateTime) null)
                .set(FOLLOWER.GIVEN_UP_AT, (LocalDateTime) null)
                .execute();
    }

    /**
     * Sets where the changes of a chain are pushed to, as {@link #direct(DSLContext, String, Chain, Target)} does, and notes who decided it.
     *
     * @param partner the partner's account
     * @param chain the chain
     * @param target where to; null where the partner fetches
     * @param act who decided it
     * @param at when
     */
    public void direct(String partner, Chain chain, @Nullable Target target, AuditAct act, Instant at) {
        dsl.transaction(configuration -> {
            direct(configuration.dsl(), partner, chain, target);
            AuditLog.note(configuration.dsl(), act, at);
        });
    }

    /**
     * What is to be pushed now: there is an address, it has not taken all, and its time has come.
     *
     * @param now now
     * @return them
     */
    public List<Due> due(Instant now) {
        LocalDateTime utc = UtcTime.column(now);
        return dsl.select(
                        FOLLOWER.PARTNER,
                        FOLLOWER.CHAIN,
                        FOLLOWER.ADDRESS,
                        FOLLOWER.PUSHED,
                        FOLLOWER.ATTEMPTS,
                        FOLLOWER.SIGNATURE)
                .from(FOLLOWER)
                .join(CHANGE_HEAD)
                .on(CHANGE_HEAD.CHAIN.eq(FOLLOWER.CHAIN))
                .where(FOLLOWER.ADDRESS.isNotNull())
                .and(FOLLOWER.GIVEN_UP_AT.isNull())
                .and(FOLLOWER.PUSHED.lt(CHANGE_HEAD.NUMBER))
                .and(FOLLOWER.NEXT_ATTEMPT_AT.isNull().or(FOLLOWER.NEXT_ATTEMPT_AT.le(utc)))
                .orderBy(FOLLOWER.PARTNER, FOLLOWER.CHAIN)
                .fetch(row -> new Due(
                        row.value1(),
                        Chain.get(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        PushSignature.get(row.value6())));
    }

    /**
     * Notes that an address took changes.
     *
     * @param due what was pushed
     * @param number the last change among them
     * @param answer what it answered
     * @param at when
     */
    public void taken(Due due, long number, String answer, Instant at) {
        dsl.update(FOLLOWER)
                .set(FOLLOWER.PUSHED, number)
                .set(FOLLOWER.DELIVERED, greatest(FOLLOWER.DELIVERED, val(number)))
                .set(FOLLOWER.DELIVERED_AT, UtcTime.column(at))
                .set(FOLLOWER.ATTEMPTS, 0)
                .set(FOLLOWER.NEXT_ATTEMPT_AT, (LocalDateTime) null)
                .set(FOLLOWER.LAST_ANSWER, cut(answer))
                .where(asSeen(due))
                .execute();
    }

    /**
     * Notes that a push failed.
     *
     * @param due what was pushed
     * @param answer what came of it
     * @param next when to try again; null to give up
     * @param at when
     */
    public void failed(Due due, String answer, @Nullable Instant next, Instant at) {
        dsl.update(FOLLOWER)
                .set(FOLLOWER.ATTEMPTS, due.attempts() + 1)
                .set(FOLLOWER.NEXT_ATTEMPT_AT, next == null ? null : UtcTime.column(next))
                .set(FOLLOWER.GIVEN_UP_AT, next == null ? UtcTime.column(at) : null)
                .set(FOLLOWER.LAST_ANSWER, cut(answer))
                .where(asSeen(due))
                .execute();
    }

    private static Condition asSeen(Due due) {
        return FOLLOWER.PARTNER
                .eq(due.partner())
                .and(FOLLOWER.CHAIN.eq(due.chain().code()))
                .and(FOLLOWER.PUSHED.eq(due.pushed()))
                .and(FOLLOWER.ADDRESS.eq(due.address()));
    }

    private static String cut(String answer) {
        return answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER);
    }
}
