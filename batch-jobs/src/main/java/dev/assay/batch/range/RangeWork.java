package dev.assay.batch.range;

import dev.assay.store.fact.KeyRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a task for each range of businesses, on several threads, and gives the results in the order of the ranges. */
public final class RangeWork {

    /** Enough for a progress in steps that people see, few enough to cost nothing. */
    public static final int RANGES = 32;

    private RangeWork() {}

    /**
     * What is done for a range.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Task<T> {

        /**
         * Reads one range.
         *
         * @param range the range
         * @param number its place among all ranges, from 0
         * @return what came of it
         * @throws IOException if a file cannot be written
         */
        T read(KeyRange range, int number) throws IOException;
    }

    /** Hears how far the work has come. Called by several threads. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Another range is done.
         *
         * @param done ranges that are done
         * @param all ranges that there are, each with about the same number of businesses
         */
        void done(int done, int all);
    }

    /**
     * Runs a task for all ranges. Where one fails, the others are interrupted; a task that takes long asks {@link #stopIfInterrupted}.
     *
     * @param name what the threads are called
     * @param workers how many ranges are read at a time, at least 1
     * @param ranges the ranges
     * @param task what is done for each
     * @param progress hears how far it has come
     * @param <T> what comes of a range
     * @return the results, in the order of the ranges
     * @throws IOException if a file cannot be written
     */
    public static <T> List<T> run(String name, int workers, List<KeyRange> ranges, Task<T> task, Progress progress)
            throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name(name + "-", 1).factory());
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    T part = task.read(ranges.get(number), number);
                    progress.done(done.incrementAndGet(), ranges.size());
                    return part;
                }));
            }
            List<T> parts = new ArrayList<>();
            for (Future<T> one : running) {
                parts.add(one.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work (%s) was interrupted.".formatted(name), e);
        } catch (ExecutionException e) {
            throw failure(name, e);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static RuntimeException failure(String name, ExecutionException e) throws IOException {
        return switch (e.getCause()) {
            case IOException unwritable -> throw unwritable;
            case RuntimeException failure -> failure;
            case null, default -> new IllegalStateException("The work (%s) failed.".formatted(name), e);
        };
    }

    /**
     * Ends a task of which nobody will see the result.
     *
     * @throws IllegalStateException if another part of the work has failed
     */
    public static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The work was stopped, because another part of it failed.");
        }
    }
}
