package dev.assay.api.cli;

import dev.assay.batch.intake.ImportListener;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells while a file is taken in how many rows were read, how many that is a second, and how long it may still take: on a terminal one line
 * that is written again each second, otherwise a line each half minute. A file that is done sooner is told nothing of.
 */
final class ImportProgress implements ImportListener {

    /** How long it takes to make rows visible, for the time that it took to read them: 27 s after 60 s with 300,000 penalties. */
    private static final double MERGE_TO_STAGING = 0.5;

    private static final int SECONDS_ON_TERMINAL = 1;
    private static final int SECONDS_ELSEWHERE = 30;
    private static final String LINE_AGAIN = "\r\u001b[K";

    private final Console console;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private @Nullable ScheduledFuture<?> telling;
    private long rows;
    private double share;
    private double stagingSeconds;
    private boolean merging;

    private ImportProgress(Console console, boolean terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    /** Begins to tell. */
    static ImportProgress start(Console console) {
        ImportProgress progress = new ImportProgress(console, isTerminal());
        if (!console.quiet()) {
            int seconds = progress.terminal ? SECONDS_ON_TERMINAL : SECONDS_ELSEWHERE;
            progress.telling = progress.clock.scheduleAtFixedRate(progress::tell, seconds, seconds, TimeUnit.SECONDS);
        }
        return progress;
    }

    @SuppressWarnings("SystemConsoleNull") // true of Java 22 to 24; since 25 there is none where output is redirected
    private static boolean isTerminal() {
        java.io.Console own = System.console();
        return own != null && own.isTerminal();
    }

    @Override
    public synchronized void staged(long staged, double shareOfFile) {
        rows = staged;
        share = shareOfFile;
        stagingSeconds = elapsed();
    }

    @Override
    public synchronized void merging(long all) {
        rows = all;
        share = 1;
        merging = true;
    }

    private double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }

    private synchronized void tell() {
        if (rows == 0) {
            return;
        }
        String line = line(console, rows, share, stagingSeconds, merging ? elapsed() - stagingSeconds : -1);
        console.err().print(terminal ? LINE_AGAIN + line : line + System.lineSeparator());
        console.err().flush();
    }

    /** What there is to say; a negative number of seconds of merging means that it has not begun. */
    static String line(Console console, long rows, double share, double stagingSeconds, double mergingSeconds) {
        double wholeMerge = stagingSeconds / Math.max(share, 0.001) * MERGE_TO_STAGING;
        if (mergingSeconds >= 0) {
            return console.in(
                    "  已读取 %,d 行，正在核对并生效，大约还需 %s",
                    "  %,d rows read; comparing them and making them visible, about %s left",
                    rows,
                    time(wholeMerge - mergingSeconds));
        }
        double left = stagingSeconds / Math.max(share, 0.001) * (1 - share) + wholeMerge;
        return console.in(
                "  已读取 %,d 行（%.0f%%），每秒 %,.0f 行，大约还需 %s",
                "  %,d rows read (%.0f %%), %,.0f a second, about %s left",
                rows,
                share * 100,
                rows / Math.max(stagingSeconds, 0.001),
                time(left));
    }

    private static String time(double seconds) {
        Duration left = Duration.ofSeconds(Math.max(1, Math.round(seconds)));
        return "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    @Override
    public void close() {
        if (telling != null) {
            telling.cancel(false);
        }
        clock.shutdown();
        synchronized (this) {
            if (terminal && rows > 0 && !console.quiet()) {
                console.err().print(LINE_AGAIN);
                console.err().flush();
            }
            rows = 0;
        }
    }
}
