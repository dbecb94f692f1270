package dev.assay.api.audit;

import dev.assay.store.audit.ReadLog;
import dev.assay.store.audit.ReadLog.Reading;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes readings without waiting, and writes them in groups: at the latest a second after. Where more come than can be written, whoever reads writes
 * too, and none is left out; what was taken in the last second before the machine fails is lost.
 */
@Component
public class ReadNotes {

    private static final Logger LOG = LoggerFactory.getLogger(ReadNotes.class);

    private static final int MOST_WAITING = 10_000;
    private static final int GROUP = 500;
    private static final long PAUSE_MILLIS = 200;

    private final ReadLog log;
    private final BlockingQueue<Reading> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean ended;

    ReadNotes(ReadLog log) {
        this.log = log;
        this.writer = Thread.ofPlatform().daemon().name("read-notes").start(this::run);
    }

    /**
     * Takes a reading.
     *
     * @param reading it
     */
    public void note(Reading reading) {
        while (!waiting.offer(reading)) {
            write();
        }
    }

    private void run() {
        while (!ended) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                write();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("Who read what could not be noted; it is tried again.", failure);
            }
        }
    }

    /** Writes all that waits. What could not be written waits on. */
    public synchronized void write() {
        while (!waiting.isEmpty()) {
            List<Reading> group = new ArrayList<>(GROUP);
            waiting.stream().limit(GROUP).forEach(group::add);
            log.add(group);
            // Nobody else takes from it: these are the first still.
            for (int i = 0; i < group.size(); i++) {
                waiting.remove();
            }
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        ended = true;
        writer.interrupt();
        writer.join();
        write();
    }
}
