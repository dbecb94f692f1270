package dev.assay.api.access;

import dev.assay.store.rating.StoredRatings;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The {@link StoredRatings#mark() mark}, read again when it is older than {@link AnswerSettings#age()}: under load a few times a second for all requests
 * together.
 */
@Component
public class CurrentMark {

    private final StoredRatings ratings;
    private final long age;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Read last;

    CurrentMark(StoredRatings ratings, AnswerSettings settings) {
        this.ratings = ratings;
        this.age = settings.age().toNanos();
    }

    /** A mark, and when the database was asked for it. */
    private record Read(String mark, long at) {}

    /**
     * The mark.
     *
     * @return it, as it was at most so long ago
     */
    public String current() {
        Read known = last;
        return known != null && isFresh(known) ? known.mark() : readOnce();
    }

    /** Forgets the mark, so that what was committed until now is in the next one. */
    public void forget() {
        reading.lock();
        try {
            last = null;
        } finally {
            reading.unlock();
        }
    }

    /** One question for all who find it old at the same time. */
    private String readOnce() {
        reading.lock();
        try {
            Read known = last;
            if (known != null && isFresh(known)) {
                return known.mark();
            }
            // The time before the question: what is committed while it is asked may be missing in the answer.
            long at = System.nanoTime();
            String read = ratings.mark();
            last = new Read(read, at);
            return read;
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Read read) {
        return System.nanoTime() - read.at() < age;
    }
}
