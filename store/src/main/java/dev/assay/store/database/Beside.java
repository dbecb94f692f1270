package dev.assay.store.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that goes on in a thread of its own, outside every transaction of the caller's, while the caller does something else. */
public final class Beside implements AutoCloseable {

    private final CompletableFuture<Void> end;

    private Beside(CompletableFuture<Void> end) {
        this.end = end;
    }

    /**
     * Begins some work.
     *
     * @param work it
     * @return to be closed by the caller
     */
    public static Beside start(Runnable work) {
        return new Beside(CompletableFuture.runAsync(work, Thread::startVirtualThread));
    }

    /**
     * Waits until the work is done.
     *
     * @throws RuntimeException that with which it failed
     */
    public void join() {
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits until the work has ended, however it did: nothing of it comes after this. */
    @Override
    public void close() {
        end.handle((_, _) -> true).join();
    }
}
