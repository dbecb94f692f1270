package dev.assay.batch.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes items in a thread of its own while the step writes those before them. A failure of the maker is thrown where the items are
 * taken.
 *
 * @param <T> the items
 */
final class ReadAhead<T> implements AutoCloseable {

    private static final int BATCH = 1000;
    private static final int BATCHES = 4;

    private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private Iterator<T> current = List.<T>of().iterator();
    private boolean ended;

    /** Items that were made together; the last batch says how it ended. */
    private record Batch<T>(
            List<T> items, boolean last, @Nullable RuntimeException failure) {}

    ReadAhead(Supplier<@Nullable T> maker) {
        this.thread = Thread.ofPlatform().daemon().name("read-ahead").start(() -> make(maker));
    }

    private void make(Supplier<@Nullable T> maker) {
        try {
            while (offer(maker)) {
                // offer does the work
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean offer(Supplier<@Nullable T> maker) throws InterruptedException {
        List<T> items = new ArrayList<>(BATCH);
        RuntimeException failure = null;
        boolean last = false;
        try {
            while (!last && items.size() < BATCH) {
                T item = maker.get();
                if (item == null) {
                    last = true;
                } else {
                    items.add(item);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
            last = true;
        }
        queue.put(new Batch<>(items, last, failure));
        return !last;
    }

    /** The next item; null at the end. */
    @Nullable
    T next() {
        while (!current.hasNext()) {
            if (ended) {
                return null;
            }
            Batch<T> batch = take();
            current = batch.items().iterator();
            ended = batch.last();
            if (batch.failure() != null) {
                throw batch.failure();
            }
        }
        return current.next();
    }

    private Batch<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted.", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
