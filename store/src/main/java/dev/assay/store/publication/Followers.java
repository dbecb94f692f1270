package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.CHANGE_ENTRY;
import static dev.assay.store.schema.Tables.CHANGE_HEAD;
import static dev.assay.store.schema.Tables.FOLLOWER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChangeOperation;
import dev.assay.store.schema.tables.ChangeEntry;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Who follows which chain, and how far he has come. */
public final class Followers {

    private final DSLContext dsl;

    /**
     * Followers of a database.
     *
     * @param dsl the database
     */
    public Followers(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Notes that changes were handed out.
     *
     * @param partner the partner's account
     * @param chain the chain
     * @param number the last change among them
     * @param at when
     */
    public void delivered(String partner, Chain chain, long number, Instant at) {
        if (number == 0) {
            return;
        }
        dsl.insertInto(FOLLOWER)
                .set(FOLLOWER.PARTNER, partner)
                .set(FOLLOWER.CHAIN, chain.code())
                .set(FOLLOWER.DELIVERED, number)
                .set(FOLLOWER.DELIVERED_AT, UtcTime.column(at))
                .onDuplicateKeyUpdate()
                .set(FOLLOWER.DELIVERED, greatest(FOLLOWER.DELIVERED, val(number)))
                .set(FOLLOWER.DELIVERED_AT, UtcTime.column(at))
                .execute();
    }

    /** What became of an acknowledgement. */
    public enum Outcome {
        /** It stands. */
        ACKNOWLEDGED,
        /** The chain has no such change. */
        UNKNOWN,
        /** The chain's change of that number has another hash: the partner followed something else. */
        DIFFERENT
    }

    /**
     * Notes that a partner carried out all changes up to one. An earlier number than it said before changes nothing.
     *
     * @param partner the partner's account
     * @param chain the chain
     * @param number the last change
     * @param hash its hash, as the partner has it
     * @param at when
     * @return what became of it
     */
    public Outcome acknowledge(String partner, Chain chain, long number, String hash, Instant at) {
        String known = dsl.select(CHANGE_ENTRY.HASH)
                .from(CHANGE_ENTRY)
                .where(CHANGE_ENTRY.CHAIN.eq(chain.code()).and(CHANGE_ENTRY.NUMBER.eq(number)))
                .fetchOne(row -> row.value1());
        if (known == null) {
            return Outcome.UNKNOWN;
        }
        if (!known.equals(hash)) {
            return Outcome.DIFFERENT;
        }
        LocalDateTime utc = UtcTime.column(at);
        delivered(partner, chain, number, at);
        dsl.update(FOLLOWER)
                .set(FOLLOWER.ACKNOWLEDGED, number)
                .set(FOLLOWER.ACKNOWLEDGED_AT, utc)
                .where(of(partner, chain))
                .and(FOLLOWER.ACKNOWLEDGED.lt(number))
                .execute();
        return Outcome.ACKNOWLEDGED;
    }

    /**
     * All followers, by partner and chain.
     *
     * @return how far each has come
     */
    public List<FollowerState> all() {
        ChangeEntry withdrawal = CHANGE_ENTRY.as("withdrawal");
        return dsl.select(List.of(FOLLOWER.fields()))
                .select(CHANGE_HEAD.NUMBER)
                .select(field(selectCount().from(withdrawal).where(isOpen(withdrawal)))
                        .as("open_withdrawals"))
                .from(FOLLOWER)
                .join(CHANGE_HEAD)
                .on(CHANGE_HEAD.CHAIN.eq(FOLLOWER.CHAIN))
                .orderBy(FOLLOWER.PARTNER, FOLLOWER.CHAIN)
                .fetch(Followers::state);
    }

    /**
     * The withdrawals that somebody who took the item has not acknowledged.
     *
     * @param limit the most to give
     * @return them, the oldest first
     */
    public List<OpenWithdrawal> openWithdrawals(int limit) {
        ChangeEntry withdrawal = CHANGE_ENTRY.as("withdrawal");
        return dsl.select(FOLLOWER.PARTNER)
                .select(List.of(withdrawal.fields()))
                .from(FOLLOWER)
                .join(withdrawal)
                .on(isOpen(withdrawal))
                .orderBy(withdrawal.AT, withdrawal.CHAIN, withdrawal.NUMBER, FOLLOWER.PARTNER)
                .limit(limit)
                .fetch(row -> new OpenWithdrawal(
                        row.get(FOLLOWER.PARTNER),
                        ChangeLog.change(row.into(withdrawal).into(CHANGE_ENTRY))));
    }

    /** Not acknowledged, and the item was handed out before: it came in with a change that was delivered. */
    private static Condition isOpen(ChangeEntry withdrawal) {
        ChangeEntry coming = CHANGE_ENTRY.as("coming");
        return withdrawal
                .CHAIN
                .eq(FOLLOWER.CHAIN)
                .and(withdrawal.NUMBER.gt(FOLLOWER.ACKNOWLEDGED))
                .and(withdrawal.OPERATION.eq(ChangeOperation.WITHDRAW.code()))
                .and(exists(selectOne()
                        .from(coming)
                        .where(coming.KIND.eq(withdrawal.KIND))
                        .and(coming.ITEM_KEY.eq(withdrawal.ITEM_KEY))
                        .and(coming.CHAIN.eq(withdrawal.CHAIN))
                        .and(coming.NUMBER.lt(withdrawal.NUMBER))
                        .and(coming.NUMBER.le(FOLLOWER.DELIVERED))));
    }

    private static Condition of(String partner, Chain chain) {
        return FOLLOWER.PARTNER.eq(partner).and(FOLLOWER.CHAIN.eq(chain.code()));
    }

    private static FollowerState state(Record row) {
        String address = row.get(FOLLOWER.ADDRESS);
        return new FollowerState(
                row.get(FOLLOWER.PARTNER),
                Chain.get(row.get(FOLLOWER.CHAIN)),
                row.get(FOLLOWER.DELIVERED),
                instant(row.get(FOLLOWER.DELIVERED_AT)),
                row.get(FOLLOWER.ACKNOWLEDGED),
                instant(row.get(FOLLOWER.ACKNOWLEDGED_AT)),
                row.get(CHANGE_HEAD.NUMBER) - row.get(FOLLOWER.ACKNOWLEDGED),
                row.get("open_withdrawals", Long.class),
                address == null
                        ? null
                        : new FollowerState.Push(
                                address,
                                PushSignature.get(row.get(FOLLOWER.SIGNATURE)),
                                row.get(FOLLOWER.PUSHED),
                                row.get(FOLLOWER.ATTEMPTS),
                                instant(row.get(FOLLOWER.NEXT_ATTEMPT_AT)),
                                instant(row.get(FOLLOWER.GIVEN_UP_AT)),
                                row.get(FOLLOWER.LAST_ANSWER)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : UtcTime.instant(utc);
    }
}
