package dev.assay.api.following;

import dev.assay.core.publication.Chain;
import dev.assay.store.publication.ChangeLog;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Wakes those who wait for a chain to go on. Changes are mostly written by another process, so the heads are looked at, twice a second and only
 * while somebody waits: one question for all who wait, and no thread for any of them.
 */
@Component
class HeadWatch {

    /** Who comes when so many wait is answered at once. */
    static final int MOST = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final long PAUSE_MILLIS = 500;

    private final ChangeLog log;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread watcher;

    HeadWatch(ChangeLog log) {
        this.log = log;
        this.watcher = Thread.ofPlatform().daemon().name("head-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                look();
            }
        } catch (InterruptedException ended) {
            LOG.debug("The server ends.");
        }
    }

    private record Waiting(Chain chain, long number, Runnable wake) {}

    /**
     * Lets somebody wait.
     *
     * @param wake is run once the chain has gone on behind the number
     * @return ends the waiting; null where too many wait already
     */
    @Nullable
    Runnable await(Chain chain, long number, Runnable wake) {
        if (waiting.size() >= MOST) {
            return null;
        }
        long ticket = numbers.incrementAndGet();
        waiting.put(ticket, new Waiting(chain, number, wake));
        return () -> waiting.remove(ticket);
    }

    private void look() {
        Collection<Waiting> all = waiting.values();
        for (Chain chain : Chain.values()) {
            if (all.stream().anyMatch(one -> one.chain() == chain)) {
                wake(chain);
            }
        }
    }

    private void wake(Chain chain) {
        try {
            long head = log.head(chain).end().number();
            waiting.forEach((ticket, one) -> {
                if (one.chain() == chain && one.number() < head && waiting.remove(ticket) != null) {
                    Thread.startVirtualThread(one.wake());
                }
            });
        } catch (RuntimeException e) {
            // They are asked again in a moment, and each answers by itself when its time is over.
            LOG.warn("The end of the chain ({}) could not be looked at.", chain.code(), e);
        }
    }

    @PreDestroy
    void stop() {
        watcher.interrupt();
    }
}
