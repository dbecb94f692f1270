package dev.assay.core.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds a copy of what is published in a chain and keeps it up to date, change by change. For one thread. Refuses a change that
 * was forged, left out or put into another place.
 */
public final class Follower {

    private final Chain chain;
    private final Map<ItemId, String> items = new HashMap<>();
    private ChainEnd end;

    /**
     * A follower without items.
     *
     * @param chain which chain
     * @param end where in the chain it begins
     */
    public Follower(Chain chain, ChainEnd end) {
        this.chain = chain;
        this.end = end;
    }

    /**
     * Takes an item of the full file with which it begins.
     *
     * @param item the item
     * @param contentHash hash of its content
     * @return false if it has the item already
     */
    public boolean take(ItemId item, String contentHash) {
        return items.putIfAbsent(item, contentHash) == null;
    }

    /** Why a change is refused. */
    public enum Fault {
        /** It belongs to another chain. */
        OTHER_CHAIN,
        /** Its number does not follow: a change is missing, is there twice, or stands in another place. */
        NUMBER,
        /** It does not carry the hash of the change before. */
        PREVIOUS,
        /** It does not have the hash that follows from what it says: something in it was changed. */
        HASH,
        /** What it adds is there, or what it changes is not, or has another content. */
        STATE
    }

    /**
     * Carries a change out, unless it is at fault.
     *
     * @param change the change, whose own hash somebody has held against {@link Change#computedHash()}
     * @return why it is refused; empty if it was carried out
     */
    public Optional<Fault> apply(Change change) {
        Fault fault = fault(change);
        if (fault != null) {
            return Optional.of(fault);
        }
        if (change.contentHash() == null) {
            items.remove(change.item());
        } else {
            items.put(change.item(), change.contentHash());
        }
        end = change.end();
        return Optional.empty();
    }

    private @Nullable Fault fault(Change change) {
        if (change.chain() != chain) {
            return Fault.OTHER_CHAIN;
        }
        if (change.number() != end.number() + 1) {
            return Fault.NUMBER;
        }
        if (!change.previous().equals(end.hash())) {
            return Fault.PREVIOUS;
        }
        return Objects.equals(items.get(change.item()), change.was()) ? null : Fault.STATE;
    }

    /**
     * Where it has read to.
     *
     * @return the end of the chain as far as it knows
     */
    public ChainEnd end() {
        return end;
    }

    /**
     * How many items it holds.
     *
     * @return their number
     */
    public int size() {
        return items.size();
    }

    /**
     * An item that it holds.
     *
     * @param item the item
     * @return the hash of its content; empty if it does not hold it
     */
    public Optional<String> find(ItemId item) {
        return Optional.ofNullable(items.get(item));
    }

    /**
     * What it holds.
     *
     * @return the items; a copy
     */
    public Set<ItemId> items() {
        return new HashSet<>(items.keySet());
    }
}
