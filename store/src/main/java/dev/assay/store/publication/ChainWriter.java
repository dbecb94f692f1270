package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.CHANGE_HEAD;
import static dev.assay.store.schema.Tables.PUBLISHED_ITEM;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeOperation;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import dev.assay.store.publication.Wish.Absent;
import dev.assay.store.publication.Wish.Present;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Adds changes to the chains in one transaction, which the caller holds. It takes the rows of both heads first: whoever else adds changes waits
 * until the transaction ends, so that numbers become visible in their order.
 */
final class ChainWriter {

    private final DSLContext tx;
    private final ChangeRows rows;
    private final Instant at;
    private final Map<Chain, OpenChain> chains = new EnumMap<>(Chain.class);

    ChainWriter(DSLContext tx, ChangeRows rows, Instant at) {
        this.tx = tx;
        this.rows = rows;
        this.at = at;
    }

    /** A chain whose head is held. */
    private static final class OpenChain {
        private final ChainHead head;
        private final SetDigest.Sum digest;
        private ChainEnd end;
        private long items;

        OpenChain(ChainHead head) {
            this.head = head;
            this.digest = new SetDigest.Sum(head.digest());
            this.end = head.end();
            this.items = head.items();
        }
    }

    /** An item as it is published. */
    private record Standing(Chain chain, long place, String contentHash, String content) {

        static Standing of(PublishedItem item) {
            return new Standing(item.chain(), item.place(), item.contentHash(), item.content());
        }
    }

    /**
     * Carries wishes out. A wish is dropped where the item is not any more as it was seen: somebody was
     * faster, and what he did stands.
     *
     * @return how many changes were added
     */
    int write(List<? extends Wish> wishes, Grounds grounds, boolean onlyAsSeen) {
        ChainHeads.locked(tx).forEach(head -> chains.put(head.chain(), new OpenChain(head)));
        Map<ItemId, Standing> standing = standing(wishes);
        List<Change> changes = new ArrayList<>();
        List<ItemId> replaced = new ArrayList<>();
        Map<Long, PublishedItem> published = new HashMap<>();
        // What stands comes first: an item that has moved is then found there, and does not go and come.
        List<Wish> ordered = Stream.concat(
                        wishes.stream().filter(Present.class::isInstance),
                        wishes.stream().filter(Absent.class::isInstance))
                .map(Wish.class::cast)
                .toList();
        for (Wish wish : ordered) {
            Standing now = standing.get(wish.id());
            if (onlyAsSeen && !isAsSeen(wish, now)) {
                continue;
            }
            switch (wish) {
                case Absent(ItemId id, long place, String _) -> {
                    if (now != null) {
                        changes.add(withdraw(id, now, grounds.of(place, now.content(), null)));
                        replaced.add(id);
                        standing.remove(id);
                    }
                }
                case Present(PublishedItem item, String _) -> {
                    if (now != null
                            && now.chain() == item.chain()
                            && now.contentHash().equals(item.contentHash())) {
                        move(item, now);
                    } else {
                        changes.addAll(publish(item, now, grounds));
                        published.put((long) changes.size() - 1, item);
                        if (now != null) {
                            replaced.add(item.id());
                        }
                    }
                    standing.put(item.id(), Standing.of(item));
                }
            }
        }
        if (!changes.isEmpty()) {
            rows.remove(tx, replaced);
            rows.add(tx, changes, published);
            chains.values().forEach(this::close);
        }
        return changes.size();
    }

    /** An item that was not seen, and is there at another place, has moved; one at the same place somebody else published meanwhile. */
    private static boolean isAsSeen(Wish wish, @Nullable Standing now) {
        return switch (wish) {
            case Absent(ItemId _, long place, String seen) ->
                now != null && now.place() == place && now.contentHash().equals(seen);
            case Present(PublishedItem item, String seen) ->
                now == null
                        ? seen == null
                        : now.contentHash().equals(seen) || (seen == null && now.place() != item.place());
        };
    }

    private void move(PublishedItem item, Standing now) {
        if (now.place() != item.place()) {
            tx.update(PUBLISHED_ITEM)
                    .set(PUBLISHED_ITEM.PLACE, item.place())
                    .where(PUBLISHED_ITEM
                            .KIND
                            .eq(item.id().kind())
                            .and(PUBLISHED_ITEM.ITEM_KEY.eq(item.id().key())))
                    .execute();
        }
    }

    private Map<ItemId, Standing> standing(List<? extends Wish> wishes) {
        Map<ItemId, Standing> standing = new HashMap<>();
        wishes.stream()
                .map(Wish::id)
                .collect(Collectors.groupingBy(ItemId::kind, Collectors.mapping(ItemId::key, Collectors.toList())))
                .forEach((kind, keys) -> tx.select(
                                PUBLISHED_ITEM.ITEM_KEY,
                                PUBLISHED_ITEM.CHAIN,
                                PUBLISHED_ITEM.PLACE,
                                PUBLISHED_ITEM.CONTENT_HASH,
                                PUBLISHED_ITEM.CONTENT)
                        .from(PUBLISHED_ITEM)
                        .where(PUBLISHED_ITEM.KIND.eq(kind).and(PUBLISHED_ITEM.ITEM_KEY.in(keys)))
                        // Not what the transaction saw first, but what is there now.
                        .forUpdate()
                        .fetch()
                        .forEach(row -> standing.put(
                                new ItemId(kind, row.value1()),
                                new Standing(Chain.get(row.value2()), row.value3(), row.value4(), row.value5()))));
        return standing;
    }

    private List<Change> publish(PublishedItem item, @Nullable Standing now, Grounds grounds) {
        if (now == null) {
            return List.of(append(
                    item.chain(),
                    new Change.Draft(
                            ChangeOperation.ADD,
                            item.id(),
                            grounds.of(item.place(), null, item.content()),
                            null,
                            item.contentHash())));
        }
        if (now.chain() != item.chain()) {
            return List.of(
                    withdraw(item.id(), now, ChangeReason.VISIBILITY),
                    append(
                            item.chain(),
                            new Change.Draft(
                                    ChangeOperation.ADD,
                                    item.id(),
                                    ChangeReason.VISIBILITY,
                                    null,
                                    item.contentHash())));
        }
        return List.of(append(
                item.chain(),
                new Change.Draft(
                        ChangeOperation.MODIFY,
                        item.id(),
                        grounds.of(item.place(), now.content(), item.content()),
                        now.contentHash(),
                        item.contentHash())));
    }

    private Change withdraw(ItemId id, Standing now, ChangeReason reason) {
        return append(now.chain(), new Change.Draft(ChangeOperation.WITHDRAW, id, reason, now.contentHash(), null));
    }

    private Change append(Chain chain, Change.Draft draft) {
        OpenChain open = Objects.requireNonNull(chains.get(chain));
        Change change = Change.next(open.end, chain, draft, at);
        open.digest.apply(draft);
        open.end = change.end();
        switch (draft.operation()) {
            case ADD -> open.items++;
            case WITHDRAW -> open.items--;
            case MODIFY -> {}
        }
        return change;
    }

    private void close(OpenChain open) {
        if (open.end.equals(open.head.end())) {
            return;
        }
        tx.update(CHANGE_HEAD)
                .set(CHANGE_HEAD.NUMBER, open.end.number())
                .set(CHANGE_HEAD.HASH, open.end.hash())
                .set(CHANGE_HEAD.ITEMS, open.items)
                .set(CHANGE_HEAD.DIGEST, open.digest.digest().bytes())
                .where(CHANGE_HEAD.CHAIN.eq(open.head.chain().code()))
                .execute();
    }

    /** How rows are written: few by inserts, many by the loader. */
    interface ChangeRows {

        /** Takes the items away, each in its present content. */
        default void remove(DSLContext tx, List<ItemId> items) {
            items.stream()
                    .collect(Collectors.groupingBy(ItemId::kind, Collectors.mapping(ItemId::key, Collectors.toList())))
                    .forEach((kind, keys) -> tx.deleteFrom(PUBLISHED_ITEM)
                            .where(PUBLISHED_ITEM.KIND.eq(kind).and(PUBLISHED_ITEM.ITEM_KEY.in(keys)))
                            .execute());
        }

        /**
         * Writes changes.
         *
         * @param published the items by the index of the change that gave them their content
         */
        void add(DSLContext tx, List<Change> changes, Map<Long, PublishedItem> published);
    }
}
