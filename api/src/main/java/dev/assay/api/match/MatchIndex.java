package dev.assay.api.match;

import dev.assay.api.AssaySettings;
import dev.assay.api.AuthorityClock;
import dev.assay.batch.matching.Comparison;
import dev.assay.batch.matching.NameIndex;
import dev.assay.batch.matching.RegisterIndex;
import dev.assay.batch.matching.Resolver;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import dev.assay.store.register.RegisterNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The index of the register's names, kept in the server. It is made when somebody first asks, and anew, beside the one that answers, when the register
 * has changed since; whether it has is looked up once a minute at most.
 */
@Component
public class MatchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MatchIndex.class);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Database database;
    private final ConfigFiles config;
    private final Path folder;
    private final AuthorityClock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock making = new ReentrantLock();
    private @Nullable Made made;
    private volatile Instant looked = Instant.EPOCH;

    MatchIndex(Database database, ConfigFiles config, AssaySettings settings, AuthorityClock clock) {
        this.database = database;
        this.config = config;
        this.folder = settings.dataDir().resolve("match");
        this.clock = clock;
    }

    private record Made(NameIndex index, Resolver resolver, Instant at, Instant lastChange) {}

    /**
     * Asks the resolver.
     *
     * @param question what to ask, given the resolver and the time of the register's state that it knows
     * @return the answer
     * @param <T> the answer's type
     */
    public <T> T ask(Question<T> question) {
        if (clock.now().isAfter(looked.plus(LOOK_AGAIN))) {
            looked = clock.now();
            Thread.ofPlatform().daemon().name("match-index").start(this::refreshQuietly);
        }
        @Nullable T answer = tryAsk(question);
        if (answer == null) {
            makeFirst();
            answer = tryAsk(question);
        }
        return java.util.Objects.requireNonNull(answer);
    }

    /**
     * A question to the resolver.
     *
     * @param <T> the answer's type
     */
    @FunctionalInterface
    public interface Question<T> {
        /**
         * Asks.
         *
         * @param resolver the resolver
         * @param at when the index was made
         * @return the answer
         */
        T ask(Resolver resolver, Instant at);
    }

    /**
     * Makes the index anew if the register has changed since it was made; where none was asked for yet, none is made. It waits for one who makes
     * it already: what the register was before the call is known after it.
     */
    public void refresh() {
        making.lock();
        try {
            Instant last = lastChange();
            if (read(known -> known != null && !known.lastChange().equals(last))) {
                put(make(last));
            }
        } finally {
            making.unlock();
        }
    }

    private void refreshQuietly() {
        if (making.isLocked()) {
            return;
        }
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.error("The index of names could not be made anew; the one of before answers on.", e);
        }
    }

    private synchronized void makeFirst() {
        if (read(known -> known == null)) {
            put(make(lastChange()));
        }
    }

    private Made make(Instant lastChange) {
        Instant start = clock.now();
        Comparison comparison = new Comparison(config);
        NameIndex index = RegisterIndex.make(database, folder, comparison);
        LOG.info("The index of {} names is made in {}.", index.size(), Duration.between(start, clock.now()));
        return new Made(index, new Resolver(index, comparison), start, lastChange);
    }

    private Instant lastChange() {
        return RegisterNames.findLastChange(database).orElse(Instant.EPOCH);
    }

    private <T> @Nullable T tryAsk(Question<T> question) {
        lock.readLock().lock();
        try {
            Made known = made;
            return known == null ? null : question.ask(known.resolver(), known.at());
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean read(Function<@Nullable Made, Boolean> question) {
        lock.readLock().lock();
        try {
            return question.apply(made);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for those who still ask the one of before. */
    private void put(@Nullable Made next) {
        lock.writeLock().lock();
        try {
            Made before = made;
            made = next;
            if (before != null) {
                before.index().close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        put(null);
    }
}
