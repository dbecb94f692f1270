package dev.assay.store.intake;

import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import java.util.Optional;

/** The lock under which files are taken in, for what a person does meanwhile. */
final class HandLock {

    private static final String LOCK = "job-import";

    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 100;

    private HandLock() {}

    /** Waits a moment for it: two clicks on one button come one after the other. Empty if a file is being taken in. */
    static Optional<NamedLock> await(Database database) {
        Optional<NamedLock> lock = NamedLock.tryAcquire(database, LOCK);
        for (int i = 0; lock.isEmpty() && i < TRIES; i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            lock = NamedLock.tryAcquire(database, LOCK);
        }
        return lock;
    }
}
